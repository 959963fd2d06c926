import type { Bilingual } from '../../base/bilingual.ts';
import type { Taxonomy } from '../../core/records/taxonomy.ts';

/** What the library needs to know of one record. */
export interface Entry {
  readonly id: string;
  /** Chains of the taxonomy; those of no chain belong to the row without one. */
  readonly codes: ReadonlySet<string>;
  readonly unit: { readonly key: string; readonly name: string } | undefined;
  /** A demand with a match, an achievement among matches; also one with a signed contract. */
  readonly matched: boolean;
  /** What the cases of a record came to; absent without one that is open or signed, or where no cases were given. */
  readonly outcome: 'open' | 'signed' | undefined;
  /** First day of its date, `YYYY-MM-DD`. */
  readonly day: string | undefined;
}

/** Records of one row, by their ids in the order of the input. */
export interface RecordIds {
  readonly achievements: readonly string[];
  readonly demands: readonly string[];
}

/** An organisation with records in a row. */
export interface ChainUnit extends RecordIds {
  /** Spellings of one organisation share it. */
  readonly key: string;
  /** As first written. */
  readonly name: string;
}

/**
 * One row: columns are lists of ids in the order of the input, so that their lengths are the figures and every figure
 * links to its records.
 */
export interface ChainRow extends RecordIds {
  /** Code of the chain; `null` for records of no chain, the subtotal and the total. */
  readonly code: string | null;
  readonly name: Bilingual;
  /** Whether the chain counts as advanced manufacturing. */
  readonly advancedManufacturing: boolean;
  /** Demands with at least one match, of whatever chain the matching achievement is, or with a signed contract. */
  readonly matchedDemands: readonly string[];
  /** The other demands: the gap. */
  readonly unmatchedDemands: readonly string[];
  /** Achievements that are no demand's match. */
  readonly unservedAchievements: readonly string[];
  /** Demands of which a case is open and none signed; absent where no cases were given. */
  readonly openDemands?: readonly string[];
  /** Demands with a signed contract; absent where no cases were given. */
  readonly signedDemands?: readonly string[];
  /** Organisations with records here, in the order in which they first appear, achievements first. */
  readonly units: readonly ChainUnit[];
  /** Records that name no organisation. */
  readonly withoutUnit: RecordIds;
}

/**
 * Rows of all chains, and sums. A record of several chains stands in the row of each; in the subtotal and the total it
 * counts once, so rows may add up to more than the total.
 */
export interface ChainTable {
  /** Every chain of the taxonomy in its order, also empty ones. */
  readonly rows: readonly ChainRow[];
  /** Records of no chain of the taxonomy. */
  readonly withoutChain: ChainRow;
  /** Records of at least one chain of advanced manufacturing, each once. */
  readonly advancedManufacturing: ChainRow;
  /** All records, each once. */
  readonly total: ChainRow;
}

const WITHOUT_CHAIN: Bilingual = { zh: '未归链', en: 'No chain' };
const ADVANCED: Bilingual = { zh: '先进制造链小计', en: 'Advanced manufacturing, subtotal' };
const TOTAL: Bilingual = { zh: '合计（每项只计一次）', en: 'Total, each record once' };

/** Puts records into the rows of a taxonomy: O(chains × records). */
export function tableOf(
  achievements: readonly Entry[],
  demands: readonly Entry[],
  { chains }: Taxonomy,
  hasCases: boolean,
): ChainTable {
  const advanced = chains.filter((chain) => chain.advancedManufacturing === true).map(({ code }) => code);
  const row = (
    name: Bilingual,
    belongs: (entry: Entry) => boolean,
    code: string | null = null,
    isAdvanced = false,
  ) =>
    rowOf(
      { code, name, advancedManufacturing: isAdvanced },
      achievements.filter(belongs),
      demands.filter(belongs),
      hasCases,
    );
  return {
    rows: chains.map(({ code, nameZh, nameEn, advancedManufacturing = false }) =>
      row({ zh: nameZh, en: nameEn }, ({ codes }) => codes.has(code), code, advancedManufacturing),
    ),
    withoutChain: row(WITHOUT_CHAIN, ({ codes }) => codes.size === 0),
    advancedManufacturing: row(ADVANCED, ({ codes }) => advanced.some((code) => codes.has(code)), null, true),
    total: row(TOTAL, () => true),
  };
}

function rowOf(
  head: Pick<ChainRow, 'code' | 'name' | 'advancedManufacturing'>,
  achievements: readonly Entry[],
  demands: readonly Entry[],
  hasCases: boolean,
): ChainRow {
  const withOutcome = (wanted: Entry['outcome']) =>
    idsOf(demands.filter(({ outcome }) => outcome === wanted));
  return {
    ...head,
    achievements: idsOf(achievements),
    demands: idsOf(demands),
    matchedDemands: idsOf(demands.filter(({ matched }) => matched)),
    unmatchedDemands: idsOf(demands.filter(({ matched }) => !matched)),
    unservedAchievements: idsOf(achievements.filter(({ matched }) => !matched)),
    ...(hasCases ? { openDemands: withOutcome('open'), signedDemands: withOutcome('signed') } : {}),
    units: unitsOf(achievements, demands),
    withoutUnit: {
      achievements: idsOf(achievements.filter(({ unit }) => unit === undefined)),
      demands: idsOf(demands.filter(({ unit }) => unit === undefined)),
    },
  };
}

function unitsOf(achievements: readonly Entry[], demands: readonly Entry[]): ChainUnit[] {
  const units = new Map<string, { key: string; name: string; achievements: string[]; demands: string[] }>();
  const add = (side: keyof RecordIds, entries: readonly Entry[]) => {
    for (const { id, unit } of entries) {
      if (unit === undefined) continue;
      const known = units.get(unit.key) ?? { ...unit, achievements: [], demands: [] };
      known[side].push(id);
      units.set(unit.key, known);
    }
  };
  add('achievements', achievements);
  add('demands', demands);
  return [...units.values()];
}

function idsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ id }) => id);
}
