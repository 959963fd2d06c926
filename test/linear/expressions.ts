import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** Every regular expression of the source: literals as they are read, and those that modules put together. */

/** One expression, and the file of src that has it. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

interface Found {
  readonly literals: readonly Expression[];
  /** Files that make expressions while they load. */
  readonly making: readonly string[];
  /** Files that make expressions in a function. */
  readonly later: readonly string[];
}

function read(): Found {
  const literals: Expression[] = [];
  const making = new Set<string>();
  const later = new Set<string>();
  for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    const file = name.replaceAll('\\', '/');
    if (!file.endsWith('.ts') || file.endsWith('.d.ts') || file.startsWith('defaults/lexicon/')) continue;
    const text = readFileSync(join(SRC, name), 'utf8');
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node, isLater: boolean) => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const literal = node.getText(tree);
        const end = literal.lastIndexOf('/');
        literals.push({ file, source: literal.slice(1, end), flags: literal.slice(end + 1) });
      }
      const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
      if (isCall && node.expression.getText(tree) === 'RegExp') (isLater ? later : making).add(file);
      const inner = isLater || ts.isFunctionLike(node);
      ts.forEachChild(node, (child) => visit(child, inner));
    };
    visit(tree, false);
  }
  return { literals, making: [...making], later: [...later] };
}

/** All expressions, each once; and the files that make others when a function is called. */
export function expressionsOfSource(): {
  readonly all: readonly Expression[];
  readonly later: readonly string[];
} {
  const { literals, making, later } = read();
  const files = [...new Set([...making, ...later])].map((file) => pathToFileURL(join(SRC, file)).href);
  const collect = fileURLToPath(new URL('collect.mts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', collect, ...files], {
    encoding: 'utf8',
  });
  const made = JSON.parse(printed) as readonly Expression[];
  for (const file of making)
    if (!made.some((one) => one.file === file)) throw new Error(`${file} was seen to make nothing`);
  const all = new Map([...literals, ...made].map((one) => [`/${one.source}/${one.flags}`, one]));
  return { all: [...all.values()], later };
}
