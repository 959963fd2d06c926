import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import type { Demand, DemandInput, RecordInput } from '../../core/records/types.ts';
import {
  checkOptions,
  expectList,
  ID,
  itemOf,
  optionsOf,
  readList,
  SHARE,
  TEXT,
  TEXTS,
} from '../common/check.ts';
import { type ClosedCode, closedBy, OPEN, type OpenOptions } from '../common/open-records.ts';
import { organizationKey, organizationOf } from '../common/organization.ts';
import { ALIASES, type OrganizationAliases, readUnits } from '../common/unit-keys.ts';

/** A chain-leader enterprise (链主企业). */
export interface ChainLeader {
  readonly id: string;
  /** Name of the enterprise, as its demands write it. */
  readonly name: string;
  /** Other names under which it posts demands: subsidiaries, short names. */
  readonly aliases?: readonly string[];
  /** Chains that it wants to hear of; default all, also supply of no chain. */
  readonly chains?: readonly string[];
  /** Its own least score of an alert, in [0, 1]; default that of the options. */
  readonly minScore?: number;
  /** Id of the broker who serves it one to one. */
  readonly broker?: string;
}

/** A standing profile as plain JSON, as `alerts` takes it: what new records are matched with. */
export interface WatchProfile {
  readonly id: string;
  readonly name: string;
  /** Open demands, as given. */
  readonly queries: readonly RecordInput[];
  /** Absent where nobody gave one: then `alerts` goes by its own default. */
  readonly minScore?: number;
  /** Chains to be told of; absent for all. */
  readonly chains?: readonly string[];
}

/** Everything that is watched for one chain leader. */
export interface WatchList {
  readonly leaderId: string;
  readonly broker?: string;
  /** Absent while the leader has no open demand. */
  readonly profile?: WatchProfile;
  /** Open demands by chain, in the order in which chains first appear; a demand of several chains stands in each. */
  readonly byChain: readonly { readonly code: string; readonly demands: readonly string[] }[];
  /** Open demands of no chain. */
  readonly withoutChain: readonly string[];
  /** Demands whose validity has ended: not watched any more. */
  readonly closed: readonly string[];
  /** Number of its demands above the clearance: nothing of them stands in the list. */
  readonly withheld: number;
}

/** When demands are open, and what is worth an alert. */
export interface WatchOptions extends OpenOptions {
  /** Least score of an alert, in [0, 1]. Default: none, so that `alerts` tells of what its matcher's levels call near. */
  readonly minScore?: number;
  /** Further names of organisations, so that one stands as one. Default: none but short forms by rule. */
  readonly aliases?: readonly OrganizationAliases[];
}

/** The watch lists, and the demands that belong to no leader; what is above the clearance is in neither. */
export interface WatchLists {
  /** In the order of the leaders; also of those without an open demand. */
  readonly lists: readonly WatchList[];
  readonly others: readonly string[];
}

/**
 * Makes a standing watch list for each chain leader from its open demands. Demands belong to a leader by the name of
 * their organisation, whatever its spelling of brackets and legal form. Chains are read from `chains`: see `tagRecords`.
 *
 * serves: 「重点面向十个新兴产业链链主企业和未来产业方向,组织专门技术经纪人,开展“一对一”常态化跟踪服务」.
 *
 * Complexity: O(leaders × demands).
 * @throws InputError `INVALID_RECORDS` naming every bad leader and demand, `INVALID_OPTIONS`.
 */
export function watchLists(
  leaders: readonly ChainLeader[],
  demands: readonly DemandInput[],
  options: WatchOptions,
): WatchLists {
  checkOptions(options, OPTIONS);
  const issues = new Issues();
  expectList(issues, { what: 'leaders', items: leaders, schema: LEADER });
  const read = readList(issues, { what: 'demands', items: demands, side: 'demand' });
  issues.throwAs('INVALID_RECORDS', 'Bad leaders or demands');
  const all = read.map((demand, i): Posted => ({ demand, given: demands[i]! }));
  const units = readUnits(options.aliases, [...read.map(({ organization }) => organization), ...leaders]);
  const keys = read.map((demand) => organizationOf(demand, units)?.key);
  const claimed = new Set<string>();
  const lists = leaders.map((leader): WatchList => {
    const own = new Set([leader.name, ...(leader.aliases ?? [])].map((name) => organizationKey(name, units)));
    for (const key of own) claimed.add(key);
    return watchListOf(
      leader,
      all.filter((_, i) => keys[i] !== undefined && own.has(keys[i])),
      options,
    );
  });
  const others = all.filter((_, i) => keys[i] === undefined || !claimed.has(keys[i]));
  return {
    lists,
    others: idsOf(others.filter(({ demand }) => closedBy(demand, options) !== 'secret')),
  };
}

/** A demand as it was read, and as it was given. */
interface Posted {
  readonly demand: Demand;
  readonly given: DemandInput;
}

const OPTIONS = optionsOf<WatchOptions>({ ...OPEN, minScore: z.optional(SHARE), aliases: ALIASES });
const LEADER = itemOf<ChainLeader>({
  id: ID,
  name: z.string().check(z.regex(/\S/, { error: 'a name' })),
  aliases: TEXTS,
  chains: TEXTS,
  minScore: z.optional(SHARE),
  broker: z.optional(TEXT),
});

function watchListOf(leader: ChainLeader, own: readonly Posted[], options: WatchOptions): WatchList {
  const open = own.filter(({ demand }) => closedBy(demand, options) === undefined);
  const isClosed = (code: ClosedCode) => own.filter(({ demand }) => closedBy(demand, options) === code);
  const { id, name, chains, broker, minScore = options.minScore } = leader;
  return {
    leaderId: id,
    ...(broker !== undefined && { broker }),
    ...(open.length > 0 && {
      profile: {
        id,
        name,
        queries: open.map(({ given }) => given),
        ...(minScore !== undefined && { minScore }),
        ...(chains && { chains }),
      },
    }),
    byChain: [...new Set(open.flatMap(codesOf))].map((code) => ({
      code,
      demands: idsOf(open.filter((posted) => codesOf(posted).includes(code))),
    })),
    withoutChain: idsOf(open.filter((posted) => codesOf(posted).length === 0)),
    closed: idsOf(isClosed('expired')),
    withheld: isClosed('secret').length,
  };
}

function codesOf({ demand: { chains = [] } }: Posted): string[] {
  return chains.map(({ code }) => code);
}

function idsOf(posted: readonly Posted[]): string[] {
  return posted.map(({ demand }) => demand.id);
}
