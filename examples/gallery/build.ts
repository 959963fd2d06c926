import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { galleryPictures } from './pictures.ts';

/**
 * Every picture of `cuohe/charts` with its table, of the bundled sample, on one page that needs no server.
 *
 *     npm run gallery                 writes gallery/index.html
 *     npm run gallery -- FOLDER       writes FOLDER/index.html
 */

/** The page as a text, with everything in it. */
export async function galleryPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  });
  // What stands in a script must not end it.
  const script = outputFiles[0]!.text.replaceAll('</script', '<\\/script');
  const pictures = JSON.stringify(await galleryPictures()).replaceAll('<', '\\u003c');
  return readFileSync(new URL('page.html', import.meta.url), 'utf8')
    .replace('"PICTURES"', () => pictures)
    .replace('/*SCRIPT*/', () => script);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = resolve(process.argv[2] ?? 'gallery', 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await galleryPage());
  console.log(file);
}
