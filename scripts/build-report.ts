import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * `npm run build:report`: compiles the script and the style of the report in `src/report/page` into `page.generated.ts`,
 * with the hashes by which the page allows them and nothing else. A test compiles them again and compares.
 */

const PAGE = new URL('../src/report/page/', import.meta.url);

/** What browsers of offices understand. */
const TARGET = ['chrome100', 'firefox100', 'safari15'];

async function compiled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, PAGE).pathname],
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text.trim();
}

/** The module that holds script and style. */
export async function pageModule(): Promise<string> {
  const script = await compiled('main.ts');
  const style = await compiled('page.css');
  for (const [name, text] of Object.entries({ script, style }))
    if (/<\/|<!--/.test(text)) throw new Error(`The ${name} of the report would end its element`);
  const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const constants = { SCRIPT: script, STYLE: style, SCRIPT_HASH: hash(script), STYLE_HASH: hash(style) };
  const lines = Object.entries(constants).map(
    ([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)};`,
  );
  return `/** Made by \`npm run build:report\` of what lies in \`page\`: change that, and run it again. */\n\n${lines.join('\n')}\n`;
}

export const PAGE_FILE = new URL('../src/report/page.generated.ts', import.meta.url);

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const module = await pageModule();
  writeFileSync(PAGE_FILE, module);
  console.log(
    `${(Buffer.byteLength(module) / 1000).toFixed(1)} kB`,
    readFileSync(PAGE_FILE, 'utf8') === module,
  );
}
