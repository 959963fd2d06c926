import { countClasses, publishRegisters, type RegisterLink } from 'cuohe/programmes';
import { SUPPLY_CLASSES } from '../../src/programmes/registers/classes.ts';
import { Random } from '../random.ts';
import { dated } from './chain-library.ts';
import { type ProgrammeCase, scaled } from './types.ts';

/** Shares of the records that were changed, and that were not there, at the last publication. */
const CHANGED = 0.05;
const NEW = 0.05;

function registerCase(
  profile: string,
  achievements: number,
  projects: number,
  problems: number,
): ProgrammeCase {
  return {
    name: `registers, change log and counters, ${profile}`,
    programme: 14,
    size(scale) {
      const counts = [achievements, projects, problems].map((count) =>
        scaled(count, scale).toLocaleString('en'),
      );
      return `${counts.join(' + ')} records, one link a problem`;
    },
    prepare(scale) {
      const random = new Random(1);
      const count = scaled(achievements, scale);
      const all = dated(count + scaled(projects, scale), scaled(problems, scale));
      const supply = all.achievements.map((record) => ({
        ...record,
        supplyClass: random.pick(SUPPLY_CLASSES),
      }));
      const now = {
        achievements: supply.slice(0, count),
        projects: supply.slice(count),
        problems: all.demands,
      };
      const links = now.problems.map(
        ({ id }): RegisterLink => ({ problem: id, achievement: random.pick(now.achievements).id }),
      );
      const before = <R extends { title: string }>(records: readonly R[]): R[] =>
        records
          .filter(() => random.next() >= NEW)
          .map((record) =>
            random.next() < CHANGED ? { ...record, title: `${record.title}（原）` } : record,
          );
      const { snapshot: previous } = publishRegisters(
        {
          achievements: before(now.achievements),
          projects: before(now.projects),
          problems: before(now.problems),
        },
        { asOf: '2026-03-31' },
      );
      return () => {
        const { snapshot, changes } = publishRegisters({ ...now, links, previous }, { asOf: '2026-09-01' });
        return changes.length + countClasses(snapshot, { year: 2026 }).length;
      };
    },
  };
}

export const cases: ProgrammeCase[] = [
  registerCase('M', 8000, 300, 1000),
  registerCase('L', 50_000, 2000, 5000),
];
