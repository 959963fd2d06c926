import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import type { MatchOptions } from '../../core/matches/match-options.ts';
import type { SupplyKind } from '../../core/records/kinds.ts';
import { trlOf } from '../../core/records/readiness.ts';
import type { TrlRange } from '../../core/records/stages.ts';
import type { Achievement } from '../../core/records/types.ts';
import { checkOptions, DAY, FROM_1, itemOf, optionsOf, SHARE } from '../common/check.ts';
import { EVERYTHING, given, MATCHING, RUN } from '../common/matching.ts';
import { closedBy, type LeftOut } from '../common/open-records.ts';
import { nameOf } from '../common/organization.ts';
import { type CoveredDays, recordDays } from '../common/record-day.ts';
import { type Novelty, noveltyOf } from './novelty.ts';

/** What is released. */
export interface DigestOptions<R = unknown> extends Pick<MatchOptions<R>, 'kinds'> {
  /** The day of the release, `YYYY-MM-DD`: what has ended is left out, what comes later has not come. */
  readonly asOf: string;
  /** The period begins with this day; it ends with `asOf`. */
  readonly from: string;
  /** Field that dates a record: `validFrom`, or one of the host's own. */
  readonly field: string;
  /** Most items, at least 1. Default 30. */
  readonly limit?: number;
  /** Most items of a chain, at least 1. Default 5. */
  readonly perChain?: number;
  /** What novelty counts in the rank, in [0, 1]; readiness counts the rest. Default 0.5. */
  readonly novelty?: number;
  /** Stops the run. */
  readonly signal?: AbortSignal;
}

/** One item of a release. */
export interface DigestItem {
  readonly id: string;
  readonly title: string;
  readonly kind: SupplyKind;
  readonly unit: string | null;
  /** The chain under which it stands, the one it is of most probably; `null` for none. */
  readonly chain: string | null;
  /** Further chains of it. */
  readonly otherChains: readonly string[];
  /** The day on which it came, by the field; of a month or year the first. */
  readonly on: string;
  /** Of several in the release, from 1. */
  readonly rank: number;
  /** In [0, 1]: share × novelty + (1 − share) × readiness ÷ 9; what is not known counts 0. */
  readonly score: number;
  /** Against all public records that came before the period or have no date; `null` for records that say nothing. */
  readonly novelty: Novelty | null;
  readonly trl: TrlRange | null;
  /** Why it stands here, in words. */
  readonly reason: Bilingual;
}

/** Items of one chain. */
export interface DigestChain {
  /** `null` for records of no chain. */
  readonly chain: string | null;
  readonly name: Bilingual;
  /** Public and valid records of the period that stand under the chain. */
  readonly found: number;
  /** By rank. */
  readonly items: readonly DigestItem[];
}

/** A themed release (成果发布). */
export interface ReleaseDigest {
  readonly asOf: string;
  readonly from: string;
  /** Items of the release. */
  readonly shown: number;
  /** Public and valid records of the period. */
  readonly found: number;
  /** In the order of the taxonomy, those of no chain last; chains without anything new are left out. */
  readonly chains: readonly DigestChain[];
  /** Records of the period that have ended or are not public. */
  readonly leftOut: LeftOut;
  /**
   * Public and valid records of which the field does not tell whether they are new: it names no date, or a month or year that
   * lies only partly in the period.
   */
  readonly undated: readonly string[];
}

const OPTIONS = optionsOf<DigestOptions<never>>({
  asOf: DAY,
  from: DAY,
  field: z.string().check(z.minLength(1)),
  limit: z.optional(FROM_1),
  perChain: z.optional(FROM_1),
  novelty: z.optional(SHARE),
  kinds: MATCHING.kinds,
  signal: RUN.signal,
}).check(z.refine(({ asOf, from }) => from <= asOf, { error: 'a day not after asOf', path: ['from'] }));
/** Of the matcher. */
const SIDE = itemOf<{ matcher: 'achievement' }>({ matcher: z.literal('achievement') });

/**
 * A themed release of what came in a period: by chain, ranked by how novel and how ready it is, with a reason for each.
 *
 * serves: 「由市科技局定期汇总,在海洋科技大市场动态更新发布」, 「定期专场发布“青岛好成果”」
 *
 * Only public records that are valid on the day are shown; novelty is measured against public ones that came before
 * (`noveltyOf`). A record stands under one chain. Two `match` calls a record of the period.
 * @param matcher over the supply side.
 * @throws InputError `INVALID_OPTIONS`; the signal's reason when stopped.
 */
export async function releaseDigest<R>(
  matcher: Matcher<R>,
  options: DigestOptions<R>,
): Promise<ReleaseDigest> {
  checkOptions(options, OPTIONS);
  checkOptions({ matcher: matcher.side }, SIDE);
  const { asOf, from, field, limit = 30, perChain = 5, novelty: share = 0.5, kinds, signal } = options;
  const base = new Set<number>();
  const fresh: { readonly record: Achievement; readonly days: CoveredDays }[] = [];
  const leftOut = { expired: [] as string[], withheld: 0 };
  const undated: string[] = [];
  const isWanted = new Set(matcher.passing(EVERYTHING, kinds).indices);
  for (const index of matcher.passing(EVERYTHING).indices) {
    const record = matcher.parsed(index) as Achievement;
    const days = recordDays(record, field);
    const on = days === undefined || isOver(days, from, asOf) ? undefined : days.from;
    const closed = closedBy(record, { asOf });
    const isBefore = on === undefined || on < from;
    if (closed !== 'secret' && isBefore) base.add(index);
    if (!isWanted.has(index) || (on !== undefined && (isBefore || on > asOf))) continue;
    if (closed === 'secret') leftOut.withheld += on === undefined ? 0 : 1;
    else if (closed === 'expired') leftOut.expired.push(...(on === undefined ? [] : [record.id]));
    else if (on === undefined) undated.push(record.id);
    else fresh.push({ record, days: days! });
  }
  const novelties = await noveltyOf(
    fresh.map(({ record }) => record),
    matcher,
    (_, index) => base.has(index),
    given({ signal }),
  );
  const names = new Map(
    matcher.taxonomy.chains.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]),
  );
  const items = fresh
    .map(({ record, days }) =>
      itemOfRelease(record, days, { novelty: novelties.get(record.id), share, matcher, names }),
    )
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const taken = new Map<string | null, number>();
  const chosen = items
    .filter(({ chain }) => {
      const before = taken.get(chain) ?? 0;
      taken.set(chain, before + 1);
      return before < perChain;
    })
    .slice(0, limit)
    .map((item, i) => ({ ...item, rank: i + 1 }));
  const chains = [...names.keys(), null].flatMap((chain): DigestChain[] => {
    const found = taken.get(chain) ?? 0;
    const own = chosen.filter((item) => item.chain === chain);
    return found === 0 ? [] : [{ chain, name: names.get(chain ?? '') ?? NO_CHAIN, found, items: own }];
  });
  return { asOf, from, shown: chosen.length, found: fresh.length, chains, leftOut, undated };
}

/** Whether days stand on both sides of the beginning or of the end of a period. */
function isOver(days: CoveredDays, from: string, asOf: string): boolean {
  return (days.from < from && days.to >= from) || (days.from <= asOf && days.to > asOf);
}

const NO_CHAIN: Bilingual = { zh: '未归链', en: 'no chain' };
/** The highest level of readiness. */
const MOST_READY = 9;

function itemOfRelease(
  record: Achievement,
  days: CoveredDays,
  {
    novelty,
    share,
    matcher,
    names,
  }: {
    readonly novelty: Novelty | undefined;
    readonly share: number;
    readonly matcher: Matcher<unknown>;
    readonly names: ReadonlyMap<string, Bilingual>;
  },
): Omit<DigestItem, 'rank'> {
  const [chain, ...others] = matcher
    .tagChains(record)
    .map(({ code }) => code)
    .filter((code) => names.has(code));
  const trl = trlOf(record);
  // Of a range the level that is certain.
  const readiness = (trl?.[0] ?? 0) / MOST_READY;
  return {
    id: record.id,
    title: record.title.trim(),
    kind: record.kind,
    unit: nameOf(record.organization) ?? null,
    chain: chain ?? null,
    otherChains: others,
    on: days.from,
    score: share * (novelty?.value ?? 0) + (1 - share) * readiness,
    novelty: novelty ?? null,
    trl: trl === undefined ? null : [trl[0], trl[1]],
    reason: reasonOf(days, novelty, trl),
  };
}

function reasonOf(
  { from, to }: CoveredDays,
  novelty: Novelty | undefined,
  trl: readonly [number, number] | undefined,
): Bilingual {
  const level = trl === undefined ? undefined : `TRL ${[...new Set(trl)].join('–')}`;
  const value = novelty?.value.toFixed(2);
  const nearest = novelty?.nearest?.id;
  const zh = [
    from === to ? `${from}入库` : `${from}至${to}间入库`,
    novelty === undefined
      ? '内容过少，新颖度无法判断'
      : nearest === undefined
        ? `新颖度${value}，此前库中没有相近的`
        : `新颖度${value}，此前最相近的是${nearest}`,
    level === undefined ? '成熟度未注明' : `成熟度${level}`,
  ];
  const en = [
    from === to ? `came on ${from}` : `came between ${from} and ${to}`,
    novelty === undefined
      ? 'says too little to tell how novel it is'
      : nearest === undefined
        ? `novelty ${value}, nothing like it before`
        : `novelty ${value}, nearest before: ${nearest}`,
    level === undefined ? 'readiness not stated' : level,
  ];
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}
