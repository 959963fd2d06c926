import { InputError } from 'cuohe';

/** Paths of the issues of the InputError that a call, or what it promises, ends with. */
export async function badPathsOf(act: () => unknown): Promise<string[]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path }) => path);
    throw error;
  }
  throw new Error('expected an InputError');
}
