import { vi } from 'vitest';

/** A mutant that so many cases of a property do not notice counts as survived: all would take days. */
const MOST_CASES = 150;
vi.mock('fast-check', async (original) => {
  const all = await original<typeof import('fast-check')>();
  const assert = ((property, parameters = {}) =>
    all.assert(property, {
      ...parameters,
      numRuns: Math.min(parameters.numRuns ?? 100, MOST_CASES),
    })) as typeof all.assert;
  return { ...all, assert, default: { ...all.default, assert } };
});
