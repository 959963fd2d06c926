import { describe, expect, inject, it } from 'vitest';
import { node } from './packed.ts';

const { bare, full } = inject('packed');
const hosts = [
  { script: 'esm.mjs', form: 'an ES module' },
  { script: 'cjs.cjs', form: 'CommonJS' },
];

describe.each(hosts)('the installed package, imported as $form', ({ script }) => {
  it('matches with every entry, and prints nothing of its own', () => {
    const { status, stdout, stderr } = node(full, script);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      index: 'A2',
      core: 'A2',
      programmes: true,
      nodeRsJieba: 'A2',
      opencc: 'A2',
      store: 'A2',
      xlsx: 'A2',
    });
  });

  it('works without the optional packages, whose entries say what is missing with the one CuoheError', () => {
    const { status, stdout, stderr } = node(bare, script);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      index: 'A2',
      core: 'A2',
      programmes: true,
      nodejieba: 'MISSING_PACKAGE',
      nodeRsJieba: 'MISSING_PACKAGE',
      opencc: 'MISSING_PACKAGE',
      store: 'A2',
      xlsx: 'MISSING_PACKAGE',
    });
  });
});
