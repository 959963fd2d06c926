import { readFileSync, writeFileSync } from 'node:fs';
import { compileLexicon } from '../src/core/matcher/lexicons.ts';
import { readLists } from '../src/defaults/lexicon/lists.ts';
import { DEFAULT_TAXONOMY } from '../src/defaults/taxonomy.ts';

/**
 * `npm run build:lexicon`: compiles the word lists of `src/defaults/lexicon` and the default taxonomy into
 * `compiled.ts` beside them. A test compiles them again and compares.
 */

/** The module that holds a compiled lexicon. */
export function compiledModule(): string {
  const text = JSON.stringify(compileLexicon(readLists(), DEFAULT_TAXONOMY));
  return `/** Made by \`npm run build:lexicon\` of the lists beside it and of the taxonomy: change those, and run it again. */\nexport default ${text};\n`;
}

export const COMPILED_FILE = new URL('../src/defaults/lexicon/compiled.ts', import.meta.url);

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const module = compiledModule();
  writeFileSync(COMPILED_FILE, module);
  console.log(
    `${(Buffer.byteLength(module) / 1000).toFixed(0)} kB`,
    readFileSync(COMPILED_FILE, 'utf8') === module,
  );
}
