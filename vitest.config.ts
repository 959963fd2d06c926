import { readdirSync, readFileSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { ENTRIES, publishedName } from './entries.ts';

/** Tests import the library by its published names, and get the source. */
const alias = Object.entries(ENTRIES).map(([entry, source]) => ({
  find: new RegExp(`^${publishedName(entry)}$`),
  replacement: new URL(source, import.meta.url).pathname,
}));

/**
 * Against a test that hangs, and against nothing else: no busy machine takes half an hour for one test. The tests
 * themselves set no limits.
 */
const LIMIT = 30 * 60_000;

/**
 * Tests that replace a package by another. Each has a process of its own, since a process keeps the modules that it has
 * loaded; the others share theirs, or every file would load and compile the default lexicon again.
 */
const REPLACING = readdirSync(new URL('test', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => /\bvi\.(?:do)?[mM]ock\(/.test(readFileSync(new URL(name, import.meta.url), 'utf8')));

/** Each of its kind is a project. */
const DOCUMENTS = ['test/docs/**/*.test.ts', 'test/examples/**/*.test.ts', 'test/benchmarks/**/*.test.ts'];
const NATIVE = ['test/native/**/*.test.ts'];
const PACKAGE = ['test/package/**/*.test.ts'];
const BROWSER = ['test/browser/**/*.test.ts'];
const PAGES = ['test/pages/**/*.test.ts'];
const CLUSTER = ['test/cluster/**/*.test.ts'];

/** For projects with properties. */
const SEED = 'test/seed.ts';

export default defineConfig({
  resolve: { alias },
  test: {
    expect: { requireAssertions: true },
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    teardownTimeout: LIMIT,
    isolate: false,
    // All cores: by default one is left free, and of two that is half.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/defaults/lexicon/**'],
      reporter: ['text', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          // Units and properties.
          name: 'node',
          setupFiles: ['test/every-match.ts', SEED],
          include: ['test/**/*.test.ts'],
          exclude: [...REPLACING, ...DOCUMENTS, ...PACKAGE, ...BROWSER, ...PAGES, ...NATIVE, ...CLUSTER],
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: REPLACING, isolate: true, setupFiles: [SEED] },
      },
      {
        extends: true,
        test: {
          // What documents promise, and what examples and benchmarks print.
          name: 'documents',
          include: DOCUMENTS,
          setupFiles: [SEED],
        },
      },
      {
        extends: true,
        test: {
          // Packages that need a compiler; CI installs them on top.
          name: 'native',
          include: NATIVE,
          setupFiles: [SEED],
        },
      },
      {
        extends: true,
        test: {
          // The built package as a consumer gets it.
          name: 'package',
          include: PACKAGE,
          setupFiles: [SEED],
          globalSetup: ['test/package/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Pages that Node opens in Chromium, as a person does: from a file, without a network, on paper.
          name: 'pages',
          include: PAGES,
        },
      },
      {
        extends: true,
        test: {
          // Real search clusters, one after the other; each is a few processes of Java.
          name: 'cluster',
          include: CLUSTER,
          setupFiles: [SEED],
          globalSetup: ['test/cluster/setup.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Isolated pages may share memory with their workers.
        server: {
          headers: {
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
          },
        },
        test: {
          name: 'browser',
          include: BROWSER,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
          },
        },
      },
    ],
  },
});
