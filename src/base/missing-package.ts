import { CuoheError } from './errors.ts';

/**
 * The error for an optional package that is absent or does not load.
 * @param name of the package.
 * @param install command that brings it, and what it needs.
 * @param cause what loading it threw.
 */
export function missingPackage(name: string, install: string, cause: unknown): CuoheError {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  const absent = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
  const received = absent
    ? 'none is installed'
    : `it does not load (${cause instanceof Error ? cause.message : String(cause)})`;
  const message = `Expected the optional package ${name}, but ${received}. Install it: ${install}`;
  return new CuoheError('MISSING_PACKAGE', message, { cause });
}

/**
 * Loads an optional package through a `require` function.
 * @throws CuoheError `MISSING_PACKAGE` with the cause.
 */
export function requirePackage(require: (id: string) => unknown, name: string, install: string): unknown {
  try {
    return require(name);
  } catch (cause) {
    throw missingPackage(name, install, cause);
  }
}
