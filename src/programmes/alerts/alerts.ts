import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import type { Match } from '../../core/matcher/match.ts';
import type { Matcher } from '../../core/matcher/matcher.ts';
import { Pacer } from '../../core/matcher/run.ts';
import type { MatchFilter } from '../../core/matches/filters.ts';
import type { RunOptions } from '../../core/matches/match-options.ts';
import { checkOptions, optionsOf, TEXTS } from '../common/check.ts';
import { enoughFor } from '../common/enough.ts';
import { forMatch, given, MATCHING, type OfDay, ofDay, onDay, onlyAt, RUN } from '../common/matching.ts';
import {
  type AlertLedger,
  type ContentOptions,
  EMPTY_LEDGER,
  fingerprintsOf,
  ledgerFrom,
  passing,
  readLedger,
} from './ledger.ts';
import { type Novelty, noveltyOf } from './novelty.ts';
import { type AlertProfile, type ReadProfile, readProfiles } from './profiles.ts';

/** Why a record is told of: it was not seen before, or its content was another. */
export type AlertKind = 'new' | 'changed';

/** What people read of each kind. */
export const ALERT_KIND_LABELS: Readonly<Record<AlertKind, Bilingual>> = {
  new: { zh: '新增', en: 'new' },
  changed: { zh: '有更新', en: 'changed' },
};

/** How alerts are run. */
export interface AlertOptions<R = unknown> extends ContentOptions, RunOptions {
  /**
   * Least score of an alert where the profile has none, in [0, 1]. Default: what the matcher's levels call worth a look (弱), else a score drawn from the collection.
   */
  readonly minScore?: number;
  /** Whether records that changed are told of again. Default false: then a change is noted in silence. */
  readonly changed?: boolean;
  /**
   * What anybody may be told of: secrecy, expiry, a test of the host's. A record that it removes is not seen, and is
   * new on the day it passes. Default: public records; say `asOf` so that those that have ended are left out.
   */
  readonly filter?: MatchFilter<R>;
}

/** One record for one profile. */
export interface Alert<R = unknown> {
  readonly kind: AlertKind;
  /** The record with its score, phrases, chains and reason, for the query of the profile that it answers best. */
  readonly match: Match<R>;
  /** Id of that query. */
  readonly queryId: string;
  /** Other queries of the profile that it answers, best first. */
  readonly others: readonly { readonly queryId: string; readonly score: number }[];
  /** Against the records that pass the filter, were seen before and have not changed. */
  readonly novelty: Novelty;
}

/** What one profile is told. */
export interface ProfileAlerts<R = unknown> {
  readonly profileId: string;
  /** Score descending, then the order of records; empty if there is nothing new for it. */
  readonly alerts: readonly Alert<R>[];
}

/** What is new, for whom, and what has been seen now. */
export interface AlertRun<R = unknown> extends OfDay {
  /** Every profile, in the order given. */
  readonly profiles: readonly ProfileAlerts<R>[];
  /** Ids of the records not seen before, in their order. */
  readonly newIds: readonly string[];
  /** Ids of the records whose content changed, in their order; also where `changed` is false. */
  readonly changedIds: readonly string[];
  /** Hand it in next time. */
  readonly ledger: AlertLedger;
}

const OPTIONS = optionsOf<AlertOptions<never>>({
  minScore: MATCHING.minScore,
  changed: z.optional(z.boolean()),
  filter: MATCHING.filter,
  ignoredFields: TEXTS,
  ...RUN,
});

/**
 * What is new for whom: standing profiles against the records of a matcher that a ledger has not seen.
 *
 * serves: 「推动重大科技成果早发现、早发布、早转化」
 *
 * Nothing is told twice: the ledger that comes out holds every record that was looked at, and with it the same call
 * gives nothing. Records that leave the index stay in it. A profile that is new, or asks for less than before, is not
 * told of what was seen earlier; for that, hand in an empty ledger with this profile alone. Scores and reasons are the
 * matcher's over the whole collection. Time: a fingerprint of each record, one `match` a query, two for each record
 * that is told of; nothing but the fingerprints if nothing is new.
 * @param matcher of all records, old and new.
 * @param ledger of the last run, of `startAlertLedger`, or nothing: then everything is new.
 * @throws InputError naming every bad profile, or every bad option; the signal's reason when stopped.
 */
export async function alerts<R>(
  profiles: readonly AlertProfile[],
  matcher: Matcher<R>,
  ledger: AlertLedger = EMPTY_LEDGER,
  options: AlertOptions<R> = {},
): Promise<AlertRun<R>> {
  checkOptions(options, OPTIONS);
  const seen = readLedger(ledger);
  const read = readProfiles(profiles, matcher);
  const kinds = new Map<string, AlertKind>();
  const now = new Map(seen);
  const base = new Set<number>();
  for (const [id, print] of fingerprintsOf(passing(matcher, options.filter), options)) {
    const before = seen.get(id);
    if (before === print) base.add(matcher.indexOf(id));
    else kinds.set(id, before === undefined ? 'new' : 'changed');
    now.set(id, print);
  }
  const drafts = await draftAlerts(read, matcher, kinds, options);
  const told = new Set(drafts.flatMap((list) => list.map(({ match }) => match.index)));
  const records = Array.from(told, (index) => matcher.parsed(index));
  const novelties = await noveltyOf(records, matcher, (_, index) => base.has(index), options);
  const ids = (wanted: AlertKind) => [...kinds].filter(([, kind]) => kind === wanted).map(([id]) => id);
  return {
    profiles: profiles.map(({ id }, p) => ({
      profileId: id,
      alerts: drafts[p]!.map((draft) => ({ ...draft, novelty: novelties.get(draft.match.id)! })),
    })),
    newIds: ids('new'),
    changedIds: ids('changed'),
    ledger: ledgerFrom(now),
    ...ofDay(options.filter),
  };
}

type Draft<R> = Omit<Alert<R>, 'novelty'>;

/** Alerts of each profile, without novelty. */
async function draftAlerts<R>(
  profiles: readonly ReadProfile[],
  matcher: Matcher<R>,
  kinds: ReadonlyMap<string, AlertKind>,
  options: AlertOptions<R>,
): Promise<Draft<R>[][]> {
  // Its test has been passed before.
  const { changed = false, filter: { where: _, ...filter } = {} } = options;
  const told = [...kinds].filter(([, kind]) => kind === 'new' || changed).map(([id]) => matcher.indexOf(id));
  const isTold = new Set(told);
  const drafts: Draft<R>[][] = [];
  const pacer = new Pacer(profiles.length, options);
  options.signal?.throwIfAborted();
  for (const profile of profiles) {
    const { minScore = options.minScore, kinds: wanted, regions, chains } = profile;
    const enough = enoughFor(matcher, 'near', minScore);
    const found = new Map<string, { queryId: string; match: Match<R> }[]>();
    for (const { id: queryId, query } of kinds.size === 0 ? [] : profile.queries) {
      const { matches } = matcher.match(query, {
        ...forMatch({ kinds: wanted, minScore: enough.floor(query) }),
        limit: Number.POSITIVE_INFINITY,
        filter: onlyAt<R>({ ...onDay(filter), ...given({ regions, chains }) }, (index) => isTold.has(index)),
      });
      for (const match of matches) {
        if (!enough.passes(match)) break;
        const list = found.get(match.id) ?? [];
        found.set(match.id, list);
        list.push({ queryId, match });
      }
    }
    drafts.push([...found.values()].map((answers) => draftOf(answers, kinds)).sort(byScore));
    await pacer.step(drafts.length);
  }
  pacer.finish(profiles.length);
  return drafts;
}

/** One alert of the queries that a record answers. */
function draftOf<R>(
  answers: readonly { readonly queryId: string; readonly match: Match<R> }[],
  kinds: ReadonlyMap<string, AlertKind>,
): Draft<R> {
  const [best, ...others] = [...answers].sort((a, b) => b.match.score - a.match.score);
  const { match, queryId } = best!;
  return {
    kind: kinds.get(match.id)!,
    match,
    queryId,
    others: others.map((other) => ({ queryId: other.queryId, score: other.match.score })),
  };
}

function byScore({ match: a }: Draft<unknown>, { match: b }: Draft<unknown>): number {
  return b.score - a.score || a.index - b.index;
}
