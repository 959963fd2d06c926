import type { MatchRecord } from './types.ts';

/** The region of a record, or that of its organisation where it has none of its own. */
export function regionOf(record: MatchRecord): string | undefined {
  const { regionCode, organization } = record;
  if (regionCode !== undefined) return regionCode;
  const region = typeof organization === 'object' ? organization.regionCode : undefined;
  return typeof region === 'string' ? region : undefined;
}
