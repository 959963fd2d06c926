import type { MatchRecord, MatchResult } from 'cuohe';

/** Turns results into text; `end` comes after the last one. */
export interface Format {
  result(query: MatchRecord, result: MatchResult): string;
  end(): string;
}

/** One JSON object a line and match. */
export function jsonLines(reverse: boolean): Format {
  return {
    result: (_query, { queryId, matches }) =>
      matches
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
        .join(''),
    end: () => '',
  };
}
