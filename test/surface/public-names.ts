import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ENTRIES, publishedName } from '../../entries.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What one entry exports. */
export interface Door {
  /** The published path: `cuohe/io`. */
  readonly path: string;
  /** Names that exist when the program runs, ascending. */
  readonly values: readonly string[];
  /** Names for the compiler alone, ascending. */
  readonly types: readonly string[];
}

/** Reads all public names from the source, as the compiler resolves them: nothing is built and nothing runs. */
export function readDoors(): Door[] {
  const sources = Object.entries(ENTRIES).map(([entry, source]) => ({ entry, file: `${ROOT}${source}` }));
  const program = ts.createProgram(
    sources.map(({ file }) => file),
    {
      // Names are wanted, not types: without the libraries it takes a second.
      noLib: true,
      types: [],
      noEmit: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  );
  const checker = program.getTypeChecker();
  return sources.map(({ entry, file }) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!);
    const names = (module === undefined ? [] : checker.getExportsOfModule(module)).map((symbol) => ({
      name: symbol.name,
      isValue: isValue(symbol, checker),
    }));
    const sorted = (wanted: boolean) =>
      names
        .filter(({ isValue }) => isValue === wanted)
        .map(({ name }) => name)
        .sort();
    return { path: publishedName(entry), values: sorted(true), types: sorted(false) };
  });
}

/** Whether an exported name is there when the program runs: a class that is exported as a type is not. */
function isValue(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const asType = symbol.declarations?.some(
    (at) => ts.isExportSpecifier(at) && ts.isTypeOnlyExportDeclaration(at),
  );
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return asType !== true && (target.flags & ts.SymbolFlags.Value) !== 0;
}
