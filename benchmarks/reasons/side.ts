import { type Achievement, DEFAULT_TAXONOMY, type Demand, type MatchRecord } from '../../src/index.ts';
import type { Side } from './rules.ts';

/** A record as the rules read it: every text of it, and the names of the chains that it was tagged with. */
export function readSide(record: MatchRecord, chains: readonly { readonly code: string }[]): Side {
  const { transferModes = [], cooperationModes = [] } = record as Partial<Achievement & Demand>;
  return {
    text: textsOf(record).join('\n'),
    isDemand: record.kind === 'demand',
    chains: chains.map(
      ({ code }) => DEFAULT_TAXONOMY.chains.find((chain) => chain.code === code)?.nameZh ?? code,
    ),
    regionCode: record.regionCode ?? ownerCode(record.organization),
    hasStage: record.stage !== undefined,
    modes: [...transferModes, ...cooperationModes].map((mode) => JSON.stringify(mode)),
  };
}

/** The region of the organisation, where the record states none of its own. */
function ownerCode(organization: unknown): string | undefined {
  const code =
    typeof organization === 'object' && organization !== null && 'regionCode' in organization
      ? organization.regionCode
      : undefined;
  return typeof code === 'string' ? code : undefined;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
