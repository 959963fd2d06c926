import * as z from 'zod/mini';

/** Shapes of options that go on to the matcher: only what a programme itself touches; the matcher checks the rest. */

const FUNCTION = z.custom<unknown>((value) => typeof value === 'function', { error: 'a function' });
const isSignal = (value: unknown) => typeof (value as AbortSignal | null)?.throwIfAborted === 'function';

/** A filter whose `where` a programme calls. */
export const FILTER = z.looseObject({ where: z.optional(FUNCTION) });

/** `onProgress` and `signal` of a long run. */
export const RUN = {
  onProgress: z.optional(FUNCTION),
  signal: z.optional(z.custom<unknown>(isSignal, { error: 'an AbortSignal' })),
};
