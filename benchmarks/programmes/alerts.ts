import { createMatcher } from 'cuohe';
import { alerts, startAlertLedger } from 'cuohe/programmes';
import { syntheticCorpus } from '../corpus.ts';
import { type ProgrammeCase, scaled } from './types.ts';

function alertCase(profile: string, base: number, arriving: number, profiles: number): ProgrammeCase {
  const counts = (scale: number) => [base, arriving, profiles].map((count) => scaled(count, scale));
  return {
    name: `alerts, ${profile}`,
    programme: 11,
    size: (scale) => {
      const [records, fresh, watching] = counts(scale).map((count) => count.toLocaleString('en'));
      return `${fresh} new records × ${watching} profiles, base ${records}`;
    },
    prepare(scale) {
      const [records, fresh, watching] = counts(scale) as [number, number, number];
      const { achievements, demands } = syntheticCorpus(records + fresh, watching);
      const matcher = createMatcher(achievements);
      // What is seen are all but the last: the fingerprints of the base.
      const { seen } = startAlertLedger(matcher);
      const isNew = new Set(achievements.slice(records).map(({ id }) => id));
      const ledger = { version: 1, seen: seen.filter(([id]) => !isNew.has(id)) } as const;
      const standing = demands.map((demand) => ({ id: demand.id, queries: [demand] }));
      return async () => {
        // Invented texts share little: a low threshold gives about as many alerts as real ones would.
        const run = await alerts(standing, matcher, ledger, { minScore: 0.1 });
        return run.profiles.reduce((sum, { alerts }) => sum + alerts.length, 0);
      };
    },
  };
}

export const cases: ProgrammeCase[] = [
  // A week of a portal: 400 and 2,500 records a month are new.
  alertCase('M', 8000, 100, 1000),
  alertCase('L', 50_000, 600, 5000),
];
