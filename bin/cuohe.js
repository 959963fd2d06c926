#!/usr/bin/env node
// The program as it is built; in a clone that is not built, its source by `tsx`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/command/bin.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL('../src/command/bin.ts', import.meta.url).href);
}
