import { missingPackage } from '../base/missing-package.ts';

/** The optional package `hucre`: nothing but the files of this name knows what reads and writes workbooks. */

type Hucre = typeof import('hucre/xlsx');

/** Loads the package. @throws CuoheError `MISSING_PACKAGE` where it is absent or does not load. */
export async function loadHucre(): Promise<Hucre> {
  try {
    return await import('hucre/xlsx');
  } catch (cause) {
    throw missingPackage('hucre', 'npm install hucre@1.0.0', cause);
  }
}
