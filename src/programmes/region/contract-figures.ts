import type { Bilingual } from '../../base/bilingual.ts';
import { parseDate } from '../../core/records/dates.ts';
import { CONTRACT_TYPE_LABELS, CONTRACT_TYPES, contractTypeOf } from '../cases/contract.ts';
import { checkLists, checkOptions, ELSEWHERE, ID, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { nameOf, type UnitKeys } from '../common/organization.ts';
import { isIn, PERIOD_SHAPES, type Period } from '../common/period.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';
import { containment } from '../places/containment.ts';
import { nameOfRegion, PLAIN_REGIONS, type Regions } from '../places/regions.ts';
import {
  CONVERSION,
  type Conversion,
  type ReadConversion,
  type RowHead,
  readConversion,
  regionIn,
  unitHead,
} from './conversions.ts';

/** Whose contracts are counted, and when. */
export interface ContractOptions extends Period {
  /** The region whose figures these are: GB/T 2260 code or an area of `regions`. */
  readonly region: string;
  /** Areas and names of `defineRegions`; default: codes alone. */
  readonly regions?: Regions;
  /** Further names of units, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
}

/** Which way technology goes, seen from a region. A contract within it is both given and taken. */
export interface ByDirection {
  /** 输出: the unit lies in the region. */
  readonly output: number;
  /** 吸纳: the receiver lies in the region. */
  readonly absorbed: number;
  /** Both do: in `output` and in `absorbed`. */
  readonly within: number;
  /** Neither does. */
  readonly outside: number;
  /** Nobody is known to lie in it, and of one side at least it is not known. */
  readonly unknown: number;
  /** `output` + `absorbed` − `within` + `outside` + `unknown`. */
  readonly total: number;
}

/** One row of the figures. */
export interface ContractRow extends RowHead {
  /** Contracts. */
  readonly count: ByDirection;
  /** Their sums in yuan. */
  readonly amount: ByDirection;
  /** Contracts without a sum in yuan: they count in `count` only. */
  readonly unpriced: number;
}

/** Figures of technology contracts. The rows of each table add up to `total`. */
export interface ContractFigures {
  /** What the numbers mean, for people. */
  readonly definition: Bilingual;
  /** By type, in the order of `CASE_LABELS.contract`; the unknown one last. */
  readonly types: readonly ContractRow[];
  /** By the unit that gives, greatest sum first, then most contracts, then by key; the unknown one last. */
  readonly units: readonly ContractRow[];
  /** By the receiver, in the same order. */
  readonly receivers: readonly ContractRow[];
  /** By year of signing; the unknown one last. */
  readonly years: readonly ContractRow[];
  readonly total: ContractRow;
  /** Ids of contracts left out because their day does not tell whether they lie in the period. */
  readonly undated: readonly string[];
}

const OPTIONS = optionsOf<ContractOptions>({
  ...PERIOD_SHAPES,
  region: ID,
  regions: ELSEWHERE,
  aliases: ALIASES,
});
const UNKNOWN: Bilingual = { zh: '不明', en: 'unknown' };
const TYPE_ORDER: readonly string[] = CONTRACT_TYPES;

/** Whether a region lies in another. */
type Inside = 'in' | 'out' | 'unknown';

interface ReadContract extends ReadConversion {
  readonly type: RowHead;
  readonly receiver: RowHead;
  readonly from: Inside;
  readonly to: Inside;
}

/**
 * Figures of technology contracts (技术合同成交额, 输出, 吸纳), by type, unit, receiver and year, as contract registers
 * report them.
 *
 * serves: 「技术合同成交额」「吸纳技术合同成交额」. A contract within the region is output and absorbed; conversions whose regions
 * do not tell stand in a column of their own. Of a range of money the lower end counts; sums are kept in fen. With a
 * period, contracts whose day is not known well enough are left out and named. O(contracts).
 * @param contracts of `contractsOf`, or any; with ids of their own.
 * @throws InputError naming every bad contract or option.
 */
export function contractFigures(contracts: readonly Conversion[], options: ContractOptions): ContractFigures {
  checkOptions(options, OPTIONS);
  checkLists([{ what: 'contracts', items: contracts, schema: CONVERSION }]);
  const { region, regions = PLAIN_REGIONS } = options;
  const units = readUnits(
    options.aliases,
    contracts.flatMap(({ unit, receiver }) => [unit, receiver]),
  );
  const dated = contracts.map((contract) => ({ contract, when: whenOf(contract, options) }));
  const read = dated.flatMap(({ contract, when }) =>
    when === 'in' ? [readContract(contract, region, { regions, units })] : [],
  );
  const byAmount = (rows: ContractRow[]) =>
    rows.sort(
      (a, b) =>
        unknownLast(a, b) ||
        b.amount.total - a.amount.total ||
        b.count.total - a.count.total ||
        (a.key < b.key ? -1 : 1),
    );
  return {
    definition: definitionOf(nameOfRegion(region, regions)),
    types: table(read, ({ type }) => type).sort(
      (a, b) => unknownLast(a, b) || TYPE_ORDER.indexOf(a.key) - TYPE_ORDER.indexOf(b.key),
    ),
    units: byAmount(table(read, ({ unit }) => unit)),
    receivers: byAmount(table(read, ({ receiver }) => receiver)),
    years: table(read, ({ year }) => year).sort((a, b) => unknownLast(a, b) || (a.key < b.key ? -1 : 1)),
    total: rowOf({ key: '', name: { zh: '合计', en: 'total' } }, read),
    undated: dated.flatMap(({ contract: { id }, when }) => (when === 'unknown' ? [id] : [])),
  };
}

/** Whether a contract lies in the period: with all days that its date may mean, with none, or with some. */
function whenOf({ signed }: Conversion, period: Period): Inside {
  if (period.from === undefined && period.to === undefined) return 'in';
  const { from, to } = typeof signed === 'string' ? parseDate(signed) : (signed ?? {});
  if (from === undefined || to === undefined) return 'unknown';
  if (isIn(period, from) && isIn(period, to)) return 'in';
  return to < (period.from ?? '') || from > (period.to ?? '9999-12-31') ? 'out' : 'unknown';
}

function readContract(
  contract: Conversion,
  region: string,
  { regions, units }: { readonly regions: Regions; readonly units: UnitKeys },
): ReadContract {
  const { unit, unitRegion, receiver, receiverRegion } = contract;
  return {
    ...readConversion(contract, { level: 'city', regions, units }),
    type: typeHead(contract.contract),
    receiver: unitHead(nameOf(receiver), units),
    from: insideOf(unitRegion ?? regionIn(unit), region, regions),
    to: insideOf(receiverRegion ?? regionIn(receiver), region, regions),
  };
}

function typeHead(wording = ''): RowHead {
  const type = contractTypeOf(wording);
  return type === undefined ? { key: '', name: UNKNOWN } : { key: type, name: CONTRACT_TYPE_LABELS[type] };
}

/** A region too coarse to tell is unknown: of 辽宁省 nobody knows whether it is in 沈阳市. */
function insideOf(region: string | undefined, home: string, regions: Regions): Inside {
  const where = containment(region, home, regions);
  return where === 'within' ? 'in' : where === 'outside' ? 'out' : 'unknown';
}

function table(read: readonly ReadContract[], headOf: (one: ReadContract) => RowHead): ContractRow[] {
  return [...groupBy(read, (one) => headOf(one).key).values()].map((items) =>
    rowOf(headOf(items[0]!), items),
  );
}

function rowOf(head: RowHead, items: readonly ReadContract[]): ContractRow {
  return {
    ...head,
    count: byDirection(items, () => 1),
    amount: byDirection(items, ({ fen = 0 }) => fen, 100),
    unpriced: items.filter(({ fen }) => fen === undefined).length,
  };
}

function byDirection(
  items: readonly ReadContract[],
  measure: (item: ReadContract) => number,
  unit = 1,
): ByDirection {
  const sum = (test: (item: ReadContract) => boolean) =>
    items.filter(test).reduce((all, item) => all + measure(item), 0) / unit;
  return {
    output: sum(({ from }) => from === 'in'),
    absorbed: sum(({ to }) => to === 'in'),
    within: sum(({ from, to }) => from === 'in' && to === 'in'),
    outside: sum(({ from, to }) => from === 'out' && to === 'out'),
    unknown: sum(({ from, to }) => from !== 'in' && to !== 'in' && (from === 'unknown' || to === 'unknown')),
    total: sum(() => true),
  };
}

function definitionOf({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `输出：完成单位在${zh}的合同；吸纳：承接单位在${zh}的合同；双方都在${zh}的，两边各计一次，合计只计一次。地区不明的另列。`,
    en: `Output: the unit lies in ${en}; absorbed: the receiver does. A contract within ${en} counts in both, and once in the total. Unknown regions stand apart.`,
  };
}

function unknownLast(a: RowHead, b: RowHead): number {
  return Number(a.key === '') - Number(b.key === '');
}
