import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { missingPackage, requirePackage } from '../../base/missing-package.ts';

const PACKAGE = 'nodejieba';
const INSTALL = 'npm install nodejieba@3.5.8 (compiles: needs a C++ compiler, make and python3)';

/** What is used of the package. The second argument of the cuts is named `strict` in its types and switches the HMM. */
export interface Nodejieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  cut(text: string, hmm: boolean): string[];
  cutForSearch(text: string, hmm: boolean): string[];
  insertWord(word: string): boolean;
}

/**
 * Loads nodejieba with its own dictionaries and makes sure that it cuts.
 *
 * With `require`, not `import()`: its source assigns undeclared variables, which fails where a bundler turns it into
 * strict code, and bundlers leave `createRequire` alone. It works the same in the ESM and the CommonJS build.
 *
 * @throws CuoheError `MISSING_PACKAGE` where the package is absent, was not compiled or lacks its dictionaries.
 */
export function loadNodejieba(): { readonly nodejieba: Nodejieba; readonly version: string } {
  const require = createRequire(import.meta.url);
  const nodejieba = requirePackage(require, PACKAGE, INSTALL) as Nodejieba;
  const { version } = requirePackage(require, `${PACKAGE}/package.json`, INSTALL) as { version: string };
  try {
    checkDictionaries(nodejieba);
    // The native code and the dictionaries are loaded at the first call.
    nodejieba.cut('技术', true);
  } catch (cause) {
    throw missingPackage(PACKAGE, INSTALL, cause);
  }
  return { nodejieba, version };
}

/** A missing dictionary would abort the process, past any try. */
function checkDictionaries(nodejieba: Nodejieba): void {
  const { DEFAULT_DICT, DEFAULT_HMM_DICT, DEFAULT_USER_DICT, DEFAULT_IDF_DICT, DEFAULT_STOP_WORD_DICT } =
    nodejieba;
  for (const path of [
    DEFAULT_DICT,
    DEFAULT_HMM_DICT,
    DEFAULT_USER_DICT,
    DEFAULT_IDF_DICT,
    DEFAULT_STOP_WORD_DICT,
  ]) {
    if (!existsSync(path)) throw new Error(`dictionary ${path} is missing`);
  }
}
