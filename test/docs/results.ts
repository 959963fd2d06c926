import ts from 'typescript';

/**
 * What a comment in a block promises, and whether it holds. The convention, for any statement:
 *
 *     expression;               // → value
 *     const name = expression;  // → value
 *     console.log(expression);  // → value
 *     expression;               // → throws CODE
 *
 * or the comment on the next line, behind another comment or none, continued by comment lines that are indented further. The value is written as a
 * literal. Texts, arrays and objects must be equal; a number must be equal to the digits that are printed.
 */

/** A statement that promises something. */
export interface Promised {
  /** Line inside of the block, from 0. */
  readonly line: number;
  /** Where the promise is checked: the expression, or the name just declared. */
  readonly subject: ts.Expression;
  readonly statement: ts.Statement;
  readonly value: string;
}

/** All promises of a block, nested statements included. */
export function promisesOf(source: ts.SourceFile): Promised[] {
  const found: Promised[] = [];
  const visit = (node: ts.Node): void => {
    const statements = ts.isSourceFile(node) || ts.isBlock(node) ? node.statements : [];
    for (const statement of statements) {
      const value = commentAfter(source.text, statement.end);
      if (value === undefined) continue;
      const subject = subjectOf(statement);
      const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
      if (subject === undefined)
        throw new Error(`line ${line + 1}: a result after a statement without a value`);
      found.push({ line, subject, statement, value });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text behind `// →`, on the line of a statement's end or on those that follow. */
function commentAfter(text: string, end: number): string | undefined {
  const match = /^[ \t]*(?:(?:\/\/ (?!→).*)?\n[ \t]*)?\/\/ → (.*(?:\n[ \t]*\/\/ {2,}.*)*)/.exec(
    text.slice(end),
  );
  return match?.[1]?.replace(/\n[ \t]*\/\//g, ' ').trim();
}

function subjectOf(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    return declaration !== undefined && ts.isIdentifier(declaration.name) ? declaration.name : undefined;
  }
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  const isLog = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
  return isLog ? expression.arguments[0] : expression;
}

/** What is wrong with a value, or undefined where it is as promised. */
export function difference(promised: string, value: unknown, path = 'value'): string | undefined {
  const source = ts.createSourceFile('promise.ts', `(${promised})`, ts.ScriptTarget.ES2022, true);
  const [statement] = source.statements;
  if (statement === undefined || !ts.isExpressionStatement(statement))
    return `${path}: cannot read ${promised}`;
  return compare(statement.expression, value, path);
}

function compare(node: ts.Expression, value: unknown, path: string): string | undefined {
  const differs = () =>
    `${path}: the document says ${node.getText()}, the code gives ${JSON.stringify(value)}`;
  if (ts.isParenthesizedExpression(node)) return compare(node.expression, value, path);
  if (ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node)) {
    const printed = node.getText().replaceAll('_', '');
    const digits = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
    const isSame =
      typeof value === 'number' && (digits > 0 ? value.toFixed(digits) : String(value)) === printed;
    return isSame ? undefined : differs();
  }
  if (ts.isStringLiteralLike(node)) return value === node.text ? undefined : differs();
  if (ts.isArrayLiteralExpression(node)) {
    const items =
      value instanceof Object && 'length' in value ? Array.from(value as ArrayLike<unknown>) : undefined;
    if (items === undefined || items.length !== node.elements.length) return differs();
    return firstOf(node.elements.map((element, i) => compare(element, items[i], `${path}[${i}]`)));
  }
  if (ts.isObjectLiteralExpression(node)) {
    const members = node.properties.filter(ts.isPropertyAssignment);
    const names = members.map(({ name }) => (ts.isStringLiteral(name) ? name.text : name.getText()));
    if (!(value instanceof Object) || Object.keys(value).sort().join() !== [...names].sort().join()) {
      return differs();
    }
    const record = value as Readonly<Record<string, unknown>>;
    return firstOf(
      members.map(({ initializer }, i) => compare(initializer, record[names[i]!], `${path}.${names[i]}`)),
    );
  }
  return node.getText() === String(value) &&
    (value === undefined || value === null || typeof value === 'boolean')
    ? undefined
    : differs();
}

function firstOf(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((found) => found !== undefined);
}
