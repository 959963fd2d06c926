import { createMatcher } from 'cuohe';
import { commonDemands } from 'cuohe/programmes';
import { expect, it, vi } from 'vitest';
import { PARTS } from '../fixtures.ts';

vi.mock('graphology-communities-louvain', () => {
  throw Object.assign(new Error("Cannot find package 'graphology-communities-louvain'"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
});

it('says what to install where the packages for communities are absent', async () => {
  const demands = createMatcher([{ id: 'a', title: '涂层' }], { ...PARTS, side: 'demand' });
  const error = await commonDemands(demands).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'CuoheError', code: 'MISSING_PACKAGE', cause: expect.any(Error) });
  expect(String(error)).toContain('npm install graphology@0.26 graphology-communities-louvain@2');
});
