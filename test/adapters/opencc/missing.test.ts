import { openccSimplifier } from 'cuohe/opencc';
import { expect, it, vi } from 'vitest';

vi.mock('opencc-js/core', () => {
  throw Object.assign(new Error("Cannot find package 'opencc-js'"), { code: 'ERR_MODULE_NOT_FOUND' });
});

it('says what to install where opencc-js is absent', async () => {
  const error = await openccSimplifier().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'CuoheError', code: 'MISSING_PACKAGE', cause: expect.any(Error) });
  expect(String(error)).toContain('npm install opencc-js@1.4.2');
});
