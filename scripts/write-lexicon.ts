import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Options } from 'tsup';
import compiled from '../src/defaults/lexicon/compiled.ts';

type Plugin = NonNullable<Options['plugins']>[number];

/** Writes the compiled lexicon beside the built files as well, for hosts that load it apart. */
export function writeLexicon(): Plugin {
  return {
    name: 'lexicon as a file',
    buildEnd({ writtenFiles }) {
      const index = writtenFiles.find(({ name }) => /(?:^|[\\/])index\.js$/.test(name));
      if (index !== undefined) writeFileSync(join(dirname(index.name), 'lexicon.txt'), compiled);
    },
  };
}
