import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { inRoot, node, printed, tool } from './packed.ts';

const { bare } = inject('packed');
const STRICT = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, target: 'es2022' };

/** Compiles copies of the typed host, one for each file name, under these options. */
function compile(files: string[], options: object) {
  for (const file of files) copyFileSync(join(bare, 'typed.ts'), join(bare, file));
  const config = { compilerOptions: { ...STRICT, outDir: 'out', ...options }, files };
  writeFileSync(join(bare, 'tsconfig.json'), JSON.stringify(config));
  return tool(bare, 'typescript/bin/tsc');
}

describe('the types of the package, with declaration files checked too', () => {
  beforeAll(() => symlinkSync(inRoot('node_modules/@types'), join(bare, 'node_modules/@types')));

  it.each(['node16', 'nodenext'])('serve an ES module and CommonJS under %s resolution', (module) => {
    const options = { types: ['node'], lib: ['es2022'], module };
    expect(compile(['host.mts', 'host.cts'], options)).toEqual(printed(''));
    const best = printed('{"best":"A2","title":"燃气轮机用高温涂层技术"}\n');
    expect(node(bare, 'out/host.mjs')).toEqual(best);
    expect(node(bare, 'out/host.cjs')).toEqual(best);
  });

  it('serve CommonJS under the old resolution, which does not read `exports`: a notebook', () => {
    const options = { types: ['node'], lib: ['es2022'], module: 'commonjs', moduleResolution: 'node10' };
    expect(compile(['host.ts'], options)).toEqual(printed(''));
    expect(node(bare, 'out/host.js')).toEqual(printed('{"best":"A2","title":"燃气轮机用高温涂层技术"}\n'));
  });

  it('serve a web page under bundler resolution, without the types of Node', () => {
    const options = { types: [], lib: ['es2022', 'dom'], module: 'esnext', moduleResolution: 'bundler' };
    expect(compile(['host.ts'], { ...options, noEmit: true })).toEqual(printed(''));
  });
});
