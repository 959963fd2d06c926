import { createRequire } from 'node:module';
import { nodejiebaTokenizer } from 'cuohe/nodejieba';
import { describe, expect, it } from 'vitest';
import { CuoheError } from '../../../src/base/errors.ts';
import { missingPackage, requirePackage } from '../../../src/base/missing-package.ts';

const require = createRequire(import.meta.url);
const caught = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};
const isInstalled = caught(() => require.resolve('nodejieba/package.json')) instanceof Error === false;

describe('an optional package that is missing', () => {
  it.skipIf(isInstalled)('makes the nodejieba tokenizer reject with what to install', async () => {
    const error = await nodejiebaTokenizer().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CuoheError);
    expect(error).toMatchObject({ code: 'MISSING_PACKAGE', cause: { code: 'MODULE_NOT_FOUND' } });
    expect(String(error)).toContain('npm install nodejieba@3.5.8');
    expect(String(error)).toContain('C++ compiler');
  });

  it('is told from one that is there and does not load', () => {
    const absent = caught(() => requirePackage(require, 'no-such-package-at-all', 'npm install it'));
    expect(String(absent)).toContain('none is installed');
    const broken = missingPackage(
      'nodejieba',
      'npm rebuild',
      Object.assign(new Error('no binding'), { code: 'BINDING_NOT_FOUND' }),
    );
    expect(broken).toMatchObject({ code: 'MISSING_PACKAGE', cause: { code: 'BINDING_NOT_FOUND' } });
    expect(broken.message).toContain('does not load (no binding)');
  });
});
