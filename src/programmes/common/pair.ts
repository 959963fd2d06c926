import type { MatchLevel } from '../../core/levels/level.ts';
import type { Party } from './party.ts';

/** The two parties of a pair. */
export interface Parties {
  /** Whose demand it is. */
  readonly demander: Party;
  /** Whose achievement, patent or service; an expert in person. */
  readonly supplier: Party;
}

/**
 * A demand and what may answer it: what meetings, visits, roadshows, brokers and cases are made of. Programmes read what
 * they need of it, so that any object with these fields will do.
 */
export interface Pair {
  /** Of both ids: `D1→A1`. */
  readonly id: string;
  readonly demandId: string;
  readonly supplyId: string;
  /** Score of the match, in (0, 1]; of an expert asked for by name at least that of the best match. */
  readonly value: number;
  /** How well the supply probably answers; absent where the matcher's levels do not hold. */
  readonly level?: MatchLevel;
  /** Ids of the parties, as participants are listed. */
  readonly demander: string;
  readonly supplier: string;
  /** Who they are. */
  readonly parties: Parties;
  /** Codes of the chains of both, else of the demand. */
  readonly chains: readonly string[];
  /** Region of the demand or of its organisation: where the work is. */
  readonly regionCode?: string;
}

/** The id of a pair; no two pairs of ids give the same. */
export function pairIdOf(demandId: string, supplyId: string): string {
  return `${escaped(demandId)}→${escaped(supplyId)}`;
}

/** The two ids of which {@link pairIdOf} made one; nothing for an id that is none of a pair. */
export function pairedIds(pairId: string): readonly [demandId: string, supplyId: string] | undefined {
  const ids = [''];
  for (let at = 0; at < pairId.length; at++) {
    const unit = pairId[at]!;
    if (unit === '→') ids.push('');
    else ids[ids.length - 1] += unit === '\\' ? (pairId[++at] ?? '') : unit;
  }
  const [demandId, supplyId, ...others] = ids;
  return supplyId === undefined || others.length > 0 ? undefined : [demandId!, supplyId];
}

function escaped(id: string): string {
  return id.replace(/[\\→]/g, '\\$&');
}
