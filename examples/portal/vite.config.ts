import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page as the server sends it: everything beside it, nothing written into it, for the strict policy of the server. */
export default defineConfig({
  root: fileURLToPath(new URL('client', import.meta.url)),
  base: './',
  // `npm run dev`: the page anew at every change, and the answers of a server that runs beside it.
  server: { proxy: { '/api': 'http://127.0.0.1:8082' } },
  build: {
    outDir: fileURLToPath(new URL('dist/client', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    // What is loaded by an import of a file is a file: the policy lets no data in but pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
