import type { MatchResult } from 'cuohe';

/** The matches of one record, one JSON object a line and match. */
export function jsonLines({ queryId, matches }: MatchResult, reverse: boolean): string {
  return matches
    .map(({ rank, id, score, level, probability, signals, conditions, chains, reason }) => {
      const [demandId, achievementId] = reverse ? [id, queryId] : [queryId, id];
      const codes = chains.map(({ code }) => code);
      const line = {
        demandId,
        achievementId,
        rank,
        score,
        level: level?.level,
        probability,
        signals,
        conditions,
        chains: codes,
        reason,
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
