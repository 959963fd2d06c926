import fc from 'fast-check';

/**
 * Properties draw other cases in each run, so that each run finds more. With `CUOHE_SEED`, a whole number, they draw the
 * same: a change that passes passes again, and no change fails for what another one brought.
 */
const { CUOHE_SEED } = process.env;
if (CUOHE_SEED !== undefined) {
  const seed = Number(CUOHE_SEED);
  if (!Number.isSafeInteger(seed)) throw new Error(`CUOHE_SEED is no whole number: ${CUOHE_SEED}`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
