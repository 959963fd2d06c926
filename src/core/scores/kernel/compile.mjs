// Compiles kernel.wat into bytes.ts, and the kernel of the encoder beside its own source: `npm run build:kernel`. Tests compile
// them again and compare.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const place = (name) => new URL(name, import.meta.url);
/** Most pages that a memory of 32-bit addresses has. */
const MAX_PAGES = 65536;

/** The source of the kernel of the encoder. */
const ENCODER = '../../../encoder/kernel.wat';

/** The text of bytes.ts. */
export async function compileKernel() {
  const source = readFileSync(place('kernel.wat'), 'utf8');
  const shared = source.replace('(memory 1)', `(memory 1 ${MAX_PAGES} shared)`);
  if (shared === source) throw new Error('kernel.wat: expected the import of (memory 1), received none');
  return [
    '/** Compiled from kernel.wat by compile.mjs, in base64: for memory of one thread, and for shared memory. */',
    `export const PLAIN_KERNEL =\n  '${await compile(source)}';`,
    `export const SHARED_KERNEL =\n  '${await compile(shared)}';`,
    '',
  ].join('\n');
}

/** The text of kernel-bytes.ts of the encoder. */
export async function compileEncoderKernel() {
  const bytes = await compile(readFileSync(place(ENCODER), 'utf8'));
  return [
    '/** Compiled from kernel.wat by `npm run build:kernel`, in base64. */',
    `export const KERNEL =\n  '${bytes}';`,
    '',
  ].join('\n');
}

async function compile(text) {
  const wabt = await loadWabt();
  const module = wabt.parseWat('kernel.wat', text, { simd: true, threads: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  if (!WebAssembly.validate(buffer)) throw new Error('kernel.wat: expected a valid module');
  return Buffer.from(buffer).toString('base64');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(place('bytes.ts'), await compileKernel());
  writeFileSync(place(ENCODER.replace('.wat', '-bytes.ts')), await compileEncoderKernel());
}
