import { defineConfig } from 'vitest/config';
import { ENTRIES, publishedName } from '../../entries.ts';

const root = new URL('../..', import.meta.url);
const folders = (process.env.CUOHE_MUTANTS ?? 'test/core').split(',');

/** The tests that must notice a mutant: those of the folders named, in one process, with fewer cases of each property. */
export default defineConfig({
  root: root.pathname,
  resolve: {
    alias: Object.entries(ENTRIES).map(([entry, source]) => ({
      find: new RegExp(`^${publishedName(entry)}$`),
      replacement: new URL(source, root).pathname,
    })),
  },
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    setupFiles: ['scripts/mutants/fewer-cases.ts'],
    isolate: false,
    // Those that count their cases would miss some.
    testNamePattern: /^(?!.*(?:100,000 cases|equal to the bit to those of an index))/,
    // A mutant that hangs is Stryker's business.
    testTimeout: 30 * 60_000,
  },
});
