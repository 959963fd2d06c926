import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { inRoot, node, printed, tool } from './packed.ts';

const { bare } = inject('packed');
const STRICT = { strict: true, exactOptionalPropertyTypes: true, target: 'es2022', outDir: 'out' };

/** Compiles a copy of the typed host under these options. */
function compile(file: string, options: object) {
  copyFileSync(join(bare, 'typed.ts'), join(bare, file));
  const config = { compilerOptions: { ...STRICT, ...options, skipLibCheck: false }, files: [file] };
  writeFileSync(join(bare, `tsconfig.${file}.json`), JSON.stringify(config));
  return tool(bare, 'typescript/bin/tsc', '-p', `tsconfig.${file}.json`);
}

describe('the types of the package, with declaration files checked too', () => {
  beforeAll(() => symlinkSync(inRoot('node_modules/@types'), join(bare, 'node_modules/@types')));

  const best = printed('{"best":"A2","title":"燃气轮机用高温涂层技术"}\n');
  const inNode = { types: ['node'], lib: ['es2022'] };

  it.each(['node16', 'nodenext'])('serve an ES module under %s resolution', (module) => {
    expect(compile('host.mts', { ...inNode, module })).toEqual(printed(''));
    expect(node(bare, 'out/host.mjs')).toEqual(best);
  });

  it.each(['node16', 'nodenext'])('serve CommonJS under %s resolution', (module) => {
    expect(compile('host.cts', { ...inNode, module })).toEqual(printed(''));
    expect(node(bare, 'out/host.cjs')).toEqual(best);
  });

  it('serve a web page under bundler resolution, without the types of Node', () => {
    const options = { types: [], lib: ['es2022', 'dom'], module: 'esnext', moduleResolution: 'bundler' };
    expect(compile('host.ts', { ...options, noEmit: true })).toEqual(printed(''));
  });
});
