import * as z from 'zod/mini';
import { Issues } from '../../base/issues.ts';
import { indicatorsOf, TARGET_FIELDS } from '../../core/indicators/record-indicators.ts';
import type { Demand, DemandInput, Organization } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { checkOptions, ID, itemOf, optionsOf, readRecords } from '../common/check.ts';
import { nameOf, organizationKey } from '../common/organization.ts';
import { type PooledBudget, pooledBudget } from './budget.ts';
import type { DemandCluster } from './cluster.ts';
import { commonRegion, earliest, highestSecrecy, inAll, inAny, jointBudget } from './cluster-terms.ts';
import { type ClusterPart, joined, sentencesOf } from './cluster-texts.ts';
import { indicatorsShared, type SharedIndicator } from './shared-indicators.ts';

/** What of a cluster makes one demand; a cluster that was stored as JSON will do. */
export interface ClusterToJoin {
  readonly label: string;
  readonly members: readonly { readonly demand: DemandInput }[];
}

/** How the joint demand is called, and who speaks for it. */
export interface ClusterDemandOptions {
  /** Its id. Default `pooled-` and the id of the first member, the representative. */
  readonly id?: string;
  /**
   * The unit that stands for the firms (牵头单位). Default none, unless all members are of one unit; without one nobody is
   * invited for it.
   */
  readonly organization?: string | Organization;
}

/** A cluster as one demand. */
export interface ClusterDemand {
  /** A demand like any other, with the ids of its members; `matchAll`, `createMatcher` and every programme take it. */
  readonly demand: Demand & { readonly memberIds: readonly string[] };
  readonly memberIds: readonly string[];
  /** Firms of the members, each once. */
  readonly firms: readonly string[];
  /** What it says, and which demands say so; in the order of its fields. */
  readonly parts: readonly ClusterPart[];
  /** Targets of one demand alone: its sentences stand in the text, and none of them is a target of the joint demand. */
  readonly ownTargets: readonly { readonly demandId: string; readonly raw: string }[];
  readonly budget: PooledBudget;
  /** Members that tell no last day, and no region: what all have in common is then not known. */
  readonly undated: number;
  readonly unplaced: number;
}

const OPTIONS = optionsOf<ClusterDemandOptions>({
  id: z.optional(ID),
  organization: z.optional(z.union([ID, itemOf<Pick<Organization, 'name'>>({ name: ID })])),
});
const CLUSTER = itemOf<ClusterToJoin>({
  label: z.string(),
  members: z.array(z.looseObject({ demand: z.any() })).check(z.minLength(1)),
});

/**
 * Makes one demand of a cluster, so that firms ask for one development together: it can be matched, scheduled in sessions,
 * given to a broker and put out as a challenge like any other.
 *
 * serves: 「基于海量企业个性需求,汇总、凝练行业共性需求」
 *
 * The title is the label. Every sentence is one of its demands', in their order, each once, without introductions, contacts
 * and personal data. Of targets that demands share the strictest stands, of those that cannot be compared each; of one
 * demand alone stand in its sentence. The budget is the sum, without an upper end where one is not known; it ends with
 * the demand that ends first; its region is the smallest that holds all; it is as secret as its most secret member.
 * Chains, ways of cooperation and the field of technology are those that all members name; keywords those of at least two;
 * units and experts asked for by name those of any. O(texts + indicators × quantities).
 *
 * Owners among the firms are not told apart from others: hand in what they own by a filter if it may not count.
 * @throws InputError `INVALID_RECORDS` naming every bad member, `INVALID_OPTIONS`.
 */
export function clusterDemand(
  cluster: Pick<DemandCluster, 'label' | 'members'> | ClusterToJoin,
  options: ClusterDemandOptions = {},
): ClusterDemand {
  checkOptions(options, OPTIONS);
  const issues = new Issues();
  const isCluster = CLUSTER.safeParse(cluster).success;
  issues.expect(isCluster, 'cluster', 'a cluster of commonDemands, with at least one member', cluster);
  issues.throwAs('INVALID_RECORDS', 'Bad cluster');
  const items = cluster.members.map(({ demand }) => demand);
  const demands = readRecords({ what: 'members', items, side: 'demand' });
  const memberIds = demands.map(({ id }) => id);
  const [first] = demands;
  const shared = indicatorsShared(demands);
  const sharedAt = new Set(shared.flatMap(({ targets }) => targets.map(placeOf)));
  const budget = pooledBudget(demands);
  const parts: ClusterPart[] = [
    { field: 'title', text: cluster.label, demandIds: [first!.id] },
    ...shared.flatMap(targetParts),
    ...sentencesOf(demands, (demandId, field, start) => sharedAt.has(placeOf({ demandId, field, start }))),
  ];
  const firms = firmsOf(demands);
  const texts = (field: ClusterPart['field']) => parts.filter((part) => part.field === field);
  const demand = {
    id: options.id ?? `pooled-${first!.id}`,
    title: cluster.label,
    ...stated('problem', joined(texts('problem'))),
    ...stated('keyTechnology', joined(texts('keyTechnology'))),
    ...stated('expectedOutcome', joined(texts('expectedOutcome'))),
    ...stated('text', joined(texts('text'))),
    ...stated(
      'indicators',
      texts('indicators').map(({ text }) => text),
    ),
    ...stated('keywords', keywordsOf(demands)),
    ...stated('organization', options.organization ?? (firms.size === 1 ? first!.organization : undefined)),
    ...stated('budget', jointBudget(budget)),
    ...stated('validTo', earliest(demands)),
    ...stated('regionCode', commonRegion(demands)),
    ...stated('secrecyLevel', highestSecrecy(demands)),
    ...common(demands),
    memberIds,
  };
  const [read] = readRecords({ what: 'cluster', items: [demand], side: 'demand' });
  return {
    demand: read as ClusterDemand['demand'],
    memberIds,
    firms: [...firms.values()],
    parts,
    ownTargets: ownTargetsOf(demands, sharedAt),
    budget,
    undated: demands.filter(({ validTo }) => validTo?.to === undefined).length,
    unplaced: demands.filter((one) => commonRegion([one]) === undefined).length,
  };
}

/** A field that is there, or none: an empty one says nothing. */
function stated(field: string, value: unknown): Record<string, unknown> {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { [field]: value };
}

/** What all members name alike, and whom any of them asks for. */
function common(demands: readonly Demand[]): Record<string, unknown> {
  const of = <K extends keyof Demand>(field: K) => demands.map((demand) => demand[field]);
  const nameKey = (one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one));
  const [techField] = inAll(
    of('techField').map((field) => (field === undefined ? undefined : [field])),
    (field) => field.trim(),
  );
  return {
    ...stated('techField', techField),
    ...stated(
      'chains',
      inAll(of('chains'), ({ code }) => code),
    ),
    ...stated(
      'cooperationModes',
      inAll(of('cooperationModes'), ({ code, raw }) => code ?? raw),
    ),
    ...stated(
      'preferredOrganizations',
      inAny(of('preferredOrganizations'), (one) => organizationKey(nameOf(one) ?? '')),
    ),
    ...stated('preferredExperts', inAny(of('preferredExperts'), nameKey)),
  };
}

/** Keywords that at least two demands have. */
function keywordsOf(demands: readonly Demand[]): string[] {
  const counted = new Map<string, { readonly word: string; demands: number }>();
  for (const { keywords = [] } of demands) {
    for (const [key, word] of new Map(keywords.map((one) => [normalize(one).text.trim(), one]))) {
      const known = counted.get(key) ?? { word, demands: 0 };
      counted.set(key, { ...known, demands: known.demands + 1 });
    }
  }
  return [...counted.values()].filter((one) => one.demands > 1).map(({ word }) => word);
}

/** Firms by their key, as first written. */
function firmsOf(demands: readonly Demand[]): Map<string, string> {
  const firms = new Map<string, string>();
  for (const { organization } of demands) {
    const name = nameOf(organization);
    if (name !== undefined && !firms.has(organizationKey(name))) firms.set(organizationKey(name), name);
  }
  return firms;
}

type TargetPlace = { readonly demandId: string; readonly field: string; readonly start: number };

function placeOf({ demandId, field, start }: TargetPlace): string {
  return JSON.stringify([demandId, field, start]);
}

/** A shared target: the strictest, else each that is worded otherwise. */
function targetParts({ targets, strictest }: SharedIndicator): ClusterPart[] {
  const demandIds = targets.map(({ demandId }) => demandId);
  if (strictest !== undefined) return [{ field: 'indicators', text: strictest.raw, demandIds }];
  return [...new Set(targets.map(({ raw }) => raw))].map((text) => ({
    field: 'indicators',
    text,
    demandIds: targets.filter(({ raw }) => raw === text).map(({ demandId }) => demandId),
  }));
}

function ownTargetsOf(
  demands: readonly Demand[],
  sharedAt: ReadonlySet<string>,
): { demandId: string; raw: string }[] {
  return demands.flatMap((demand) =>
    indicatorsOf(demand, TARGET_FIELDS)
      .filter(({ name, field, start }) => {
        return name !== undefined && !sharedAt.has(placeOf({ demandId: demand.id, field, start }));
      })
      .map(({ raw }) => ({ demandId: demand.id, raw })),
  );
}
