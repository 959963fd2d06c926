import type { MatchRecord } from './types.ts';

/** Readiness of a record: `trl` where given, else what its stage was read as. */
export function trlOf(record: MatchRecord): readonly [number, number] | undefined {
  const { trl = record.stage?.trl } = record;
  return typeof trl === 'number' ? [trl, trl] : trl;
}
