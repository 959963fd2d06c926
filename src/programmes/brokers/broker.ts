import * as z from 'zod/mini';
import type { Bilingual } from '../../base/bilingual.ts';
import { COUNT, ID, itemOf, TEXT, TEXTS } from '../common/check.ts';
import { VALUE } from '../planning/planning.ts';

/** Levels of technology brokers (技术经纪人, 技术经理人), the lowest first. */
export const BROKER_LEVELS = ['junior', 'intermediate', 'senior'] as const;
export type BrokerLevel = (typeof BROKER_LEVELS)[number];

export const BROKER_LEVEL_LABELS: Readonly<Record<BrokerLevel, Bilingual>> = {
  junior: { zh: '初级', en: 'junior' },
  intermediate: { zh: '中级', en: 'intermediate' },
  senior: { zh: '高级', en: 'senior' },
};

/** A technology broker. */
export interface Broker {
  readonly id: string;
  readonly name?: string;
  /** A level, or wording that begins with it: 初级, 中, 高级技术经理人. Default: below junior. */
  readonly level?: string;
  /** Codes of the chains that the broker knows. None: no chain in particular, second choice for all. */
  readonly chains?: readonly string[];
  /** Regions that the broker covers, GB/T 2260 codes or the host's own names; each holds all below it. */
  readonly regionCodes?: readonly string[];
  /** Most open cases at a time, a whole number ≥ 0. */
  readonly capacity: number;
  /** Open cases now, ≥ 0; may be above the capacity. Default 0. */
  readonly load?: number;
}

/** A pair that wants a broker; an `InvitedPair` is one. */
export interface BrokerPair {
  readonly id: string;
  /** What the pair is worth, in (0, 10⁹], mostly the score of its match. */
  readonly value: number;
  /** Codes. None: any broker will do. */
  readonly chains?: readonly string[];
  /** Where the work is. */
  readonly regionCode?: string;
  /** The least level; wording as of a broker. Default: none. */
  readonly minLevel?: string;
  /** The demand that it answers: pairs of one demand are looked after by one broker. Default: one of its own. */
  readonly demandId?: string;
  /** The two units, by the ids that `standing` has. */
  readonly demander?: string;
  readonly supplier?: string;
}

/** Who always looks after a unit: its own broker, or its team (“1 + N” 服务团队). */
export interface StandingBrokers {
  /** Id of the unit: the `demander` or `supplier` of pairs. A unit stands once. */
  readonly unit: string;
  /** Ids of its brokers, at least one, each once. */
  readonly brokers: readonly string[];
}

export const STANDING = itemOf<StandingBrokers>({
  unit: ID,
  brokers: z.array(ID).check(z.minLength(1)),
});

/** Position in {@link BROKER_LEVELS}; -1 for wording that names none. */
export function levelRank(wording: string): number {
  const text = wording.trim();
  return BROKER_LEVELS.findIndex(
    (level) => text === level || text.startsWith(BROKER_LEVEL_LABELS[level].zh.slice(0, 1)),
  );
}

const LEVEL = z
  .string()
  .check(z.refine((text) => levelRank(text) >= 0, 'junior, intermediate, senior, or 初级, 中级, 高级'));

export const BROKER = itemOf<Broker>({
  id: ID,
  name: z.optional(TEXT),
  level: z.optional(LEVEL),
  chains: TEXTS,
  regionCodes: TEXTS,
  capacity: COUNT,
  load: z.optional(COUNT),
});

export const BROKER_PAIR = itemOf<BrokerPair>({
  id: ID,
  value: VALUE,
  chains: TEXTS,
  regionCode: z.optional(TEXT),
  minLevel: z.optional(LEVEL),
  demandId: z.optional(ID),
  demander: z.optional(ID),
  supplier: z.optional(ID),
});
