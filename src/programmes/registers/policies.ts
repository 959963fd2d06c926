import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import { SUPPLY_KINDS, type SupplyKind } from '../../core/records/kinds.ts';
import { trlOf } from '../../core/records/readiness.ts';
import { regionOf } from '../../core/records/region.ts';
import type { TrlRange } from '../../core/records/stages.ts';
import type { Achievement, AchievementInput } from '../../core/records/types.ts';
import { checkOptions, expectList, ID, itemOf, optionsOf, readList } from '../common/check.ts';
import { type ConditionStatus, fromBoolean, worstOf } from '../common/conditions.ts';
import { isInOneOf } from '../places/containment.ts';
import { REGIONS, type Regions } from '../places/regions.ts';
import {
  type Classed,
  SUPPLY_CLASS_LABELS,
  SUPPLY_CLASSES,
  type SupplyClass,
  supplyClassOf,
} from './classes.ts';

/** The four measures that help each class. */
export const MEASURES = ['market', 'brokers', 'pilot-platforms', 'events'] as const;
export type Measure = (typeof MEASURES)[number];

/** Labels of {@link Measure}. */
export const MEASURE_LABELS: Readonly<Record<Measure, Bilingual>> = {
  market: { zh: '技术交易市场', en: 'technology market' },
  brokers: { zh: '技术经纪人', en: 'technology brokers' },
  'pilot-platforms': { zh: '中试服务平台', en: 'pilot platforms' },
  events: { zh: '对接活动', en: 'matchmaking events' },
};

/** A rule of the host: what is done for whom. Conditions that it leaves out it does not make. */
export interface ClassPolicy {
  readonly id: string;
  readonly title: Bilingual;
  readonly supplyClass: SupplyClass;
  readonly measure: Measure;
  readonly kinds?: readonly SupplyKind[];
  /** Readiness levels, of which the record must have at least one. */
  readonly trl?: TrlRange;
  /** Codes of chains, of which the record must have at least one. */
  readonly chains?: readonly string[];
  /** Regions; a GB/T 2260 code holds all regions below it. */
  readonly regions?: readonly string[];
}

/** Conditions of a policy. */
export const POLICY_TESTS = ['kinds', 'trl', 'chains', 'regions'] as const;
export type PolicyTest = (typeof POLICY_TESTS)[number];

/** Labels of {@link PolicyTest}. */
export const POLICY_TEST_LABELS: Readonly<Record<PolicyTest, Bilingual>> = {
  kinds: { zh: '资源类型', en: 'kind' },
  trl: { zh: '成熟度', en: 'maturity' },
  chains: { zh: '产业链', en: 'chain' },
  regions: { zh: '地区', en: 'region' },
};

/** A policy of the record's class, and whether the record meets its conditions. */
export interface PolicyResult {
  readonly policyId: string;
  readonly title: Bilingual;
  /**
   * `met`: the policy applies, as every condition holds by what the record tells. `failed`: one does not hold. `unknown`: none
   * is known to fail, and the record does not tell enough of at least one: neither granted nor refused.
   */
  readonly status: ConditionStatus;
  /** Conditions that the record does not meet. */
  readonly failed: readonly PolicyTest[];
  /** Conditions of which the record tells nothing, or too little. */
  readonly unknown: readonly PolicyTest[];
  readonly reason: Bilingual;
}

/** All policies of one record's class, in the order of the policies; none for a record of no class. */
export interface RecordPolicies {
  readonly id: string;
  readonly supplyClass: SupplyClass | null;
  readonly policies: readonly PolicyResult[];
}

/** One cell of the table of classes and measures. */
export interface PolicyCell {
  readonly measure: Measure;
  /** Ids of the policies. */
  readonly policies: readonly string[];
  /** Ids of the records to which at least one of them applies. */
  readonly records: readonly string[];
  /** Ids of the records to which none is known to apply, and at least one may. */
  readonly unknown: readonly string[];
}

/** One class in the table, with its cells in the order of {@link MEASURES}. */
export interface PolicyRow {
  readonly supplyClass: SupplyClass;
  readonly name: Bilingual;
  /** Ids of all records of the class. */
  readonly records: readonly string[];
  readonly cells: readonly PolicyCell[];
}

/** What the policies are for the records. */
export interface PolicyTable {
  /** In the order of the records. */
  readonly records: readonly RecordPolicies[];
  /** The three classes by the four measures. */
  readonly table: readonly PolicyRow[];
  /** Ids of records of no class. */
  readonly unclassified: readonly string[];
}

/** What applying policies needs beside them. */
export interface PolicyOptions {
  /** Zones and circles that policies name, of `defineRegions`. Default: codes and the names that the library knows. */
  readonly regions?: Regions;
}

const OPTIONS = optionsOf<PolicyOptions>({ regions: z.optional(REGIONS) });

/**
 * Applies per-class policies, plain rules of the host, to supply records: which policy applies to which record, by its
 * id, and which condition fails, or cannot be told: what a record does not say fails nothing. Records say their class in
 * `supplyClass`, see `supplyClassOf`.
 *
 * serves: 「针对…3大类科技成果,分类施策、精准转化」,「针对不同阶段科技成果,精准制定“政策包”」.
 *
 * Complexity: O(records × policies).
 * @throws InputError `INVALID_RECORDS` naming every bad record and policy; `INVALID_OPTIONS`.
 */
export function applyPolicies(
  records: readonly (AchievementInput & Classed)[],
  policies: readonly ClassPolicy[],
  options: PolicyOptions = {},
): PolicyTable {
  checkOptions(options, OPTIONS);
  const issues = new Issues();
  const read = readList(issues, { what: 'records', items: records, side: 'achievement' });
  expectList(issues, { what: 'policies', items: policies, schema: POLICY });
  issues.throwAs('INVALID_RECORDS', 'Bad records or policies');
  const results = read.map((record): RecordPolicies => {
    const supplyClass = supplyClassOf(record) ?? null;
    const own = policies.filter((policy) => policy.supplyClass === supplyClass);
    return { id: record.id, supplyClass, policies: own.map((policy) => apply(policy, record, options)) };
  });
  const ofClass = (code: SupplyClass | null) => results.filter(({ supplyClass }) => supplyClass === code);
  return {
    records: results,
    table: SUPPLY_CLASSES.map((supplyClass) => ({
      supplyClass,
      name: SUPPLY_CLASS_LABELS[supplyClass],
      records: ofClass(supplyClass).map(({ id }) => id),
      cells: MEASURES.map((measure) => {
        const own = policies.filter((one) => one.supplyClass === supplyClass && one.measure === measure);
        const ids = new Set(own.map(({ id }) => id));
        // What all of them come to for a record: the best that any comes to.
        const best = ({ policies: all }: RecordPolicies): ConditionStatus | undefined => {
          const found = all.filter(({ policyId }) => ids.has(policyId)).map(({ status }) => status);
          return (['met', 'unknown'] as const).find((status) => found.includes(status));
        };
        const helped = (wanted: ConditionStatus) =>
          ofClass(supplyClass).flatMap((result) => (best(result) === wanted ? [result.id] : []));
        return { measure, policies: [...ids], records: helped('met'), unknown: helped('unknown') };
      }),
    })),
    unclassified: ofClass(null).map(({ id }) => id),
  };
}

const LEVEL = z.number().check(z.minimum(1), z.maximum(9));
const TEXTS = z.optional(z.array(z.string()));
/** A condition with a misspelt name would hold for everybody: unknown names are refused. */
const POLICY = optionsOf<ClassPolicy>({
  id: ID,
  title: itemOf<Bilingual>({ zh: z.string(), en: z.string() }),
  supplyClass: z.enum(SUPPLY_CLASSES),
  measure: z.enum(MEASURES),
  kinds: z.optional(z.array(z.enum(SUPPLY_KINDS))),
  trl: z.optional(
    z
      .tuple([LEVEL, LEVEL])
      .check(z.refine(([low, high]) => low <= high, { error: 'two levels, the lower one first' })),
  ),
  chains: TEXTS,
  regions: TEXTS,
});

function apply(policy: ClassPolicy, record: Achievement, { regions }: PolicyOptions): PolicyResult {
  const place = regionOf(record);
  const status: Readonly<Record<PolicyTest, ConditionStatus>> = {
    kinds: fromBoolean(policy.kinds?.includes(record.kind) ?? true),
    trl: policy.trl === undefined ? 'met' : fromBoolean(overlaps(policy.trl, trlOf(record))),
    chains: policy.chains === undefined ? 'met' : fromBoolean(sharesChain(policy.chains, record)),
    regions:
      policy.regions === undefined
        ? 'met'
        : isInOneOf(place === undefined ? [] : [place], policy.regions, regions),
  };
  const those = (wanted: ConditionStatus) => POLICY_TESTS.filter((test) => status[test] === wanted);
  const [failed, unknown] = [those('failed'), those('unknown')];
  const all = worstOf(Object.values(status));
  const tests = all === 'failed' ? failed : unknown;
  const reason = reasonOf(
    policy.title,
    all,
    tests.map((test) => POLICY_TEST_LABELS[test]),
  );
  return { policyId: policy.id, title: policy.title, status: all, failed, unknown, reason };
}

function reasonOf({ zh, en }: Bilingual, status: ConditionStatus, tests: readonly Bilingual[]): Bilingual {
  if (status === 'met') return { zh: `适用“${zh}”。`, en: `“${en}” applies.` };
  const names = {
    zh: tests.map((test) => test.zh).join('、'),
    en: tests.map((test) => test.en).join(', '),
  };
  return status === 'failed'
    ? { zh: `不适用“${zh}”：${names.zh}不符。`, en: `“${en}” does not apply: ${names.en}.` }
    : {
        zh: `是否适用“${zh}”待核实：${names.zh}未写明或不足以判断。`,
        en: `Whether “${en}” applies is to be checked: the record does not tell enough of its ${names.en}.`,
      };
}

/** `undefined` where the record tells no level. */
function overlaps([low, high]: TrlRange, levels: TrlRange | undefined): boolean | undefined {
  return levels === undefined ? undefined : levels[0] <= high && levels[1] >= low;
}

/** `undefined` where the record tells no chain. */
function sharesChain(wanted: readonly string[], { chains = [] }: Achievement): boolean | undefined {
  return chains.length === 0 ? undefined : chains.some(({ code }) => wanted.includes(code));
}
