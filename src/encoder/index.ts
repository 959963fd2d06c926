/**
 * `cuohe/encoder`: texts as vectors of their meaning, by a small network whose weights the host supplies.
 * Begin: `encoder.ts`; a text goes through `normalize.ts`, `segment.ts`, `piece-rows.ts`, `network.ts` and `tail.ts`.
 * Order: stands on the base, and on the container of `core/collection`.
 */

export { type Encoder, openEncoder } from './encoder.ts';
