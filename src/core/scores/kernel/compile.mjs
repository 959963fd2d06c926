// Compiles kernel.wat into bytes.ts: `npm run build:kernel`. A test compiles it again and compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const place = (name) => new URL(name, import.meta.url);
/** Most pages that a memory of 32-bit addresses has. */
const MAX_PAGES = 65536;

/** The text of bytes.ts. */
export async function compileKernel() {
  const wabt = await loadWabt();
  const source = readFileSync(place('kernel.wat'), 'utf8');
  const shared = source.replace('(memory 1)', `(memory 1 ${MAX_PAGES} shared)`);
  if (shared === source) throw new Error('kernel.wat: expected the import of (memory 1), received none');
  const compile = (text) => {
    const module = wabt.parseWat('kernel.wat', text, { simd: true, threads: true });
    const { buffer } = module.toBinary({});
    module.destroy();
    if (!WebAssembly.validate(buffer)) throw new Error('kernel.wat: expected a valid module');
    return Buffer.from(buffer).toString('base64');
  };
  return [
    '/** Compiled from kernel.wat by compile.mjs, in base64: for memory of one thread, and for shared memory. */',
    `export const PLAIN_KERNEL =\n  '${compile(source)}';`,
    `export const SHARED_KERNEL =\n  '${compile(shared)}';`,
    '',
  ].join('\n');
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(place('bytes.ts'), await compileKernel());
