import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { ENTRIES, publishedName } from './entries.ts';

/** Tests import the library by its published names, and get the source. */
const alias = Object.entries(ENTRIES).map(([entry, source]) => ({
  find: new RegExp(`^${publishedName(entry)}$`),
  replacement: new URL(source, import.meta.url).pathname,
}));

export default defineConfig({
  resolve: { alias },
  test: {
    expect: { requireAssertions: true },
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
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/native/**', 'test/package/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Packages that need a compiler; CI installs them on top.
          name: 'native',
          include: ['test/native/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // The built package as a consumer gets it.
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/setup.ts'],
          testTimeout: 180_000,
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
          include: ['test/browser/**/*.test.ts'],
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
