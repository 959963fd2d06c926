import type { Bilingual } from '../../base/bilingual.ts';
import { Issues } from '../../base/issues.ts';
import { checkLists, checkOptions, ELSEWHERE, optionsOf } from '../common/check.ts';
import { groupBy } from '../common/group-by.ts';
import { packGreedily, packOptimally } from '../planning/packing.ts';
import {
  byId,
  PLANNING,
  type PlanningOptions,
  type PlanQuality,
  qualityOf,
  sumOfGreatest,
  totalValue,
} from '../planning/planning.ts';
import { loadSolver } from '../planning/solver.ts';
import { PARTICIPANT, type Participant } from './participants.ts';
import {
  isForOthers,
  type Presentation,
  ROADSHOW_PAIR,
  type RoadshowPair,
  type Showing,
  showingsOf,
} from './showings.ts';
import { ROADSHOW_SLOT, type RoadshowSlot } from './slots.ts';

/** What a roadshow is planned from. */
export interface RoadshowInput {
  readonly pairs: readonly RoadshowPair[];
  /** Times of one stage, one presentation each; they must not overlap. */
  readonly slots: readonly RoadshowSlot[];
  /** Limits of participants: `available`, and of suppliers `maxMeetings`, the presentations that they give. */
  readonly participants?: readonly Participant[];
}

/** Why something is not presented. */
export type UnpresentedCode = 'same-participant' | 'unavailable' | 'presentations-full' | 'slots-full';

export const UNPRESENTED_LABELS: Readonly<Record<UnpresentedCode, Bilingual>> = {
  'same-participant': { zh: '只有路演方自己的需求', en: 'only its owner wants it' },
  unavailable: {
    zh: '路演方与听众没有共同的空闲时段',
    en: 'there is no slot in which the presenter and a demander can come',
  },
  'presentations-full': {
    zh: '该单位的路演场次已排满',
    en: 'its owner gives as many presentations as it may',
  },
  'slots-full': { zh: '可用时段已排满', en: 'every slot that is open to it is taken' },
};

/** Who presents when, and to whom. */
export interface Roadshow extends PlanQuality {
  /** By time. */
  readonly presentations: readonly Presentation[];
  /** By the value that it would have with everybody there, then by id. */
  readonly unpresented: readonly { readonly supplyId: string; readonly reason: UnpresentedCode }[];
}

const INPUT = optionsOf<RoadshowInput>({ pairs: ELSEWHERE, slots: ELSEWHERE, participants: ELSEWHERE });
const OPTIONS = optionsOf<PlanningOptions>(PLANNING);

/**
 * Picks what is presented on one stage, and when, so that the total value for those who can be there is greatest: each
 * supply record once at most, one presentation a slot.
 * serves: 「组织……专场对接和项目路演19场」. Method and bound as of `scheduleMeetings`; O(pairs × slots), then the solver. The
 * order of the input does not matter.
 * @throws InputError `INVALID_RECORDS` naming every bad pair, slot and participant, and slots that overlap;
 *   `INVALID_OPTIONS`; CuoheError `MISSING_PACKAGE` without `highs`; the signal's reason when stopped.
 */
export async function planRoadshow(input: RoadshowInput, options: PlanningOptions = {}): Promise<Roadshow> {
  checkOptions(options, OPTIONS);
  checkOptions(input, INPUT);
  const { supplies, slots, participants } = checkedInput(input);
  const { method = 'highs', gap = 0 } = options;
  options.signal?.throwIfAborted();
  const packing = showingsOf(supplies, slots, participants);
  const simple = simpleBound(packing.items, slots.length);
  const { chosen, bound } =
    method === 'highs'
      ? await packOptimally(packing, simple, await loadSolver(), gap, options)
      : { chosen: packGreedily(packing), bound: simple };
  const shown = chosen.map((at) => packing.items[at]!).sort((a, b) => a.slot - b.slot);
  const value = totalValue(shown);
  const given = groupBy(shown, ({ supplier }) => supplier);
  const presented = new Set(shown.map(({ supplyId }) => supplyId));
  const possible = new Set(packing.items.map(({ supplyId }) => supplyId));
  const reasonOf = (supplyId: string, pairs: readonly RoadshowPair[]): UnpresentedCode => {
    if (!pairs.some(isForOthers)) return 'same-participant';
    const { supplier } = pairs[0]!;
    if (!possible.has(supplyId)) return 'unavailable';
    const most = participants.get(supplier)?.maxMeetings;
    return most !== undefined && (given.get(supplier)?.length ?? 0) >= most
      ? 'presentations-full'
      : 'slots-full';
  };
  return {
    presentations: shown.map(({ rows: _, slot: __, ...presentation }) => presentation),
    unpresented: [...supplies]
      .filter(([supplyId]) => !presented.has(supplyId))
      .map(([supplyId, pairs]) => ({ supplyId, pairs, sum: totalValue(pairs.filter(isForOthers)) }))
      .sort((a, b) => b.sum - a.sum)
      .map(({ supplyId, pairs }) => ({ supplyId, reason: reasonOf(supplyId, pairs) })),
    ...qualityOf(method, value, bound),
  };
}

/** As many presentations as there are slots, each in its best one: no roadshow is worth more. */
function simpleBound(showings: readonly Showing[], slots: number): number {
  const best = new Map<string, number>();
  for (const { supplyId, value } of showings) best.set(supplyId, Math.max(value, best.get(supplyId) ?? 0));
  return sumOfGreatest([...best.values()], slots);
}

/** The input in an order of its own, so that the order given does not matter. */
function checkedInput({ pairs, slots, participants = [] }: RoadshowInput) {
  checkLists([
    { what: 'pairs', items: pairs, schema: ROADSHOW_PAIR },
    { what: 'slots', items: slots, schema: ROADSHOW_SLOT },
    { what: 'participants', items: participants, schema: PARTICIPANT },
  ]);
  const issues = new Issues();
  const supplierOf = new Map<string, string>();
  for (const [index, { id, supplyId, supplier }] of pairs.entries()) {
    const known = supplierOf.get(supplyId) ?? supplier;
    supplierOf.set(supplyId, known);
    if (known === supplier) continue;
    const expected = `the supplier of the same supply elsewhere, ${JSON.stringify(known)}`;
    issues.add('supplier', expected, supplier, { index, id, place: 'pairs' });
  }
  for (const [index, { id, start, end }] of slots.entries()) {
    const other = slots.slice(0, index).find((slot) => slot.start < end && start < slot.end);
    if (other === undefined) continue;
    const expected = `a time that does not overlap with that of ${JSON.stringify(other.id)}`;
    issues.add('start', expected, start, { index, id, place: 'slots' });
  }
  issues.throwAs('INVALID_RECORDS', 'Bad pairs or slots');
  const ordered = [...pairs]
    .sort(byId)
    .sort((a, b) => (a.supplyId < b.supplyId ? -1 : a.supplyId > b.supplyId ? 1 : 0));
  return {
    supplies: groupBy(ordered, ({ supplyId }) => supplyId),
    slots: [...slots].sort((a, b) => (a.start < b.start ? -1 : 1)),
    participants: new Map(participants.map((participant) => [participant.id, participant])),
  };
}
