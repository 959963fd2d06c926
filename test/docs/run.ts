import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ENTRIES, publishedName } from '../../entries.ts';
import type { Block } from './blocks.ts';
import { ROOT } from './blocks.ts';
import { difference, promisesOf } from './results.ts';

/** Runs blocks against the source, and checks their types. */

/** The library by its published names. */
const LIBRARY: ReadonlyMap<string, string> = new Map(
  Object.entries(ENTRIES).map(([entry, source]) => [publishedName(entry), join(ROOT, source)]),
);

/**
 * The module of a block: it goes on where the document's first block ends, in a scope of its own, as a reader has it
 * in one file. Imports come first, each name once.
 */
export function moduleOf(block: Block, first: Block): string {
  if (block === first) return block.code;
  const parts = [first, block].map(({ code }) => splitImports(code));
  const imports = new Set(parts.flatMap((part) => part.imports));
  // Neither results nor output of the first block are wanted again; its lines must keep their number of lines.
  return [
    ...imports,
    withoutErrors(parts[0]!.rest).replaceAll('// →', '// was'),
    '{',
    // Only at the top of a module is anything exported.
    parts[1]!.rest.replace(/^export (?=(?:async )?(?:function|const|interface|type)\b)/gm, ''),
    '}',
    'export {};',
  ].join('\n');
}

/** The code without the statements that promise an error; the lines stay where they are. */
function withoutErrors(code: string): string {
  return promisesOf(parse(code))
    .filter(({ value }) => value.startsWith('throws '))
    .sort((a, b) => b.statement.pos - a.statement.pos)
    .reduce((text, { statement }) => {
      const [start, end] = [statement.getStart(), statement.end];
      return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, '') + text.slice(end);
    }, code);
}

/** Imports, one name each, and the code without them; the lines stay where they are. */
function splitImports(code: string): { readonly imports: string[]; readonly rest: string } {
  const source = parse(code);
  const imports: string[] = [];
  let rest = code;
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const { importClause, moduleSpecifier } = statement;
    const names = importClause?.namedBindings;
    const from = moduleSpecifier.getText(source);
    if (names === undefined || !ts.isNamedImports(names)) imports.push(statement.getText(source));
    else {
      for (const element of names.elements)
        imports.push(`import { ${element.getText(source)} } from ${from};`);
    }
    const text = statement.getText(source);
    rest = rest.replace(text, text.replace(/[^\n]/g, ''));
  }
  return { imports, rest };
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true);
}

/** How many results a block promises. */
export function countPromises(block: Block): number {
  return promisesOf(parse(block.code)).length;
}

/** The code of a block without its comments, and the results that it promises. */
export function essence({ code }: Block): string {
  const source = parse(code);
  const results = promisesOf(source).map(({ value }) => value);
  return [ts.createPrinter({ removeComments: true }).printFile(source), ...results].join('\n');
}

/**
 * Runs a block and checks the results that its comments promise.
 * @returns what is wrong, a line each.
 */
export async function runBlock(block: Block, first: Block): Promise<string[]> {
  const problems: string[] = [];
  let checked = 0;
  const check = async (read: () => unknown, promised: string): Promise<void> => {
    checked++;
    const code = /^throws (\S+)$/.exec(promised)?.[1];
    if (code === undefined) {
      const found = difference(promised, await read());
      if (found !== undefined) problems.push(found);
      return;
    }
    const error = await Promise.resolve()
      .then(read)
      .then(
        () => 'no error',
        (thrown: unknown) => thrown,
      );
    const received = error instanceof Error && 'code' in error ? error.code : error;
    if (received !== code)
      problems.push(`the document says that ${code} is thrown, the code gives ${String(received)}`);
  };
  const script = ts.transpileModule(instrumented(moduleOf(block, first)), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const modules = new Map<string, object>();
  const nodeRequire = createRequire(`${ROOT}package.json`);
  for (const name of importsOf(script)) {
    const source = name.startsWith('.') ? join(ROOT, folderOf(block), name) : LIBRARY.get(name);
    modules.set(name, source === undefined ? (nodeRequire(name) as object) : await import(source));
  }
  const require = (name: string): unknown => modules.get(name);
  const quiet = { ...console, log: () => undefined };
  const run = new AsyncFunction('require', 'exports', 'console', '__check', script);
  await run(require, {}, quiet, check);
  const expected = countPromises(block);
  if (checked !== expected) problems.push(`${checked} of ${expected} results were reached`);
  return problems;
}

/** What a script of CommonJS asks for. */
function importsOf(script: string): string[] {
  return [...script.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name!);
}

/** The folder of a block's document: relative imports begin there. */
function folderOf({ place }: Block): string {
  return dirname(place.replace(/:\d+$/, ''));
}

const AsyncFunction = (async () => undefined).constructor as new (
  ...parts: string[]
) => (...args: unknown[]) => Promise<void>;

/** The code with a check in place of, or behind, every statement that promises a result. */
function instrumented(code: string): string {
  const source = parse(code);
  let text = code;
  // From the end, so that earlier positions stay true.
  for (const { statement, subject, value } of promisesOf(source).sort(
    (a, b) => b.statement.end - a.statement.end,
  )) {
    const check = `await __check(async () => (${subject.getText(source)}), ${JSON.stringify(value)});`;
    const declares = ts.isVariableStatement(statement);
    const start = declares ? statement.end : statement.getStart(source);
    text = `${text.slice(0, start)}${declares ? ' ' : ''}${check}${text.slice(statement.end)}`;
  }
  return text;
}

/**
 * Checks the types of all blocks in one program, with the settings of the repository.
 * @param modules module text by the place of its block.
 * @returns what is wrong, a line each.
 */
export function typeProblems(modules: ReadonlyMap<string, string>): string[] {
  const config = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  // Top-level names of a block are its reader's to use.
  const host = ts.createCompilerHost(options);
  const files = new Map(
    [...modules].map(([name, code], i) => [
      join(ROOT, dirname(name), `block-${i}.ts`),
      { name, code: `${code}\nexport {};` },
    ]),
  );
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.getSourceFile = (path, version, ...rest) => {
    const file = files.get(path);
    return file === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, file.code, version, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { name }]) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      (diagnostic) => {
        const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
        const code = file.text.split('\n')[line]?.trim();
        return `${name}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')} (${code})`;
      },
    );
  });
}
