import { type AchievementInput, createMatcher } from 'cuohe';
import { type Participant, planSessions, planVisits, timetable } from 'cuohe/programmes';
import type { SessionVenue } from '../../src/programmes/sessions/plan.ts';
import type { VisitPair } from '../../src/programmes/sessions/visit-calls.ts';
import { syntheticCorpus } from '../corpus.ts';
import { Random } from '../random.ts';
import { type ProgrammeCase, scaled } from './types.ts';

const FIRMS_OF_DEMANDS = 0.7;
const AS_OF = '2026-09-01';
const DAYS = Array.from({ length: 28 }, (_, i) => `2026-09-${String(i + 1).padStart(2, '0')}`);
const MIN_SCORE = 0.02;

/** Sessions of half a day, mornings and afternoons in turn. */
function venuesOf(count: number): SessionVenue[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `V${i}`,
    slots: timetable({
      id: `V${i}`,
      date: DAYS[Math.floor(i / 2) % DAYS.length]!,
      from: i % 2 === 0 ? '09:00' : '13:30',
      slots: 6,
      tables: 6,
    }),
  }));
}

function sessionCase(
  profile: string,
  sessions: number,
  demands: number,
  achievements: number,
): ProgrammeCase {
  return {
    name: `themes, invitations and schedules of sessions, ${profile}`,
    programme: 7,
    size: (scale) =>
      `${scaled(sessions, scale)} sessions, ${scaled(demands, scale).toLocaleString('en')} demands × ${scaled(achievements, scale).toLocaleString('en')} achievements`,
    prepare(scale) {
      const random = new Random(7);
      const corpus = syntheticCorpus(scaled(achievements, scale), scaled(demands, scale));
      const firms = scaled(demands * FIRMS_OF_DEMANDS, scale);
      const institutes = scaled(achievements / 20, scale);
      const owned = (record: AchievementInput) => ({
        ...record,
        organization: `${random.between(1, institutes)}研究院`,
      });
      const supply = createMatcher(corpus.achievements.map(owned));
      const wants = corpus.demands.map((demand) => ({
        ...demand,
        kind: 'demand' as const,
        organization: `${random.between(1, firms)}公司`,
      }));
      const input = {
        demands: createMatcher(wants, { side: 'demand' }),
        supply,
        venues: venuesOf(scaled(sessions, scale)),
        participants: Array.from(
          { length: institutes },
          (_, i): Participant => ({
            id: `org:${i}研究院`,
            maxMeetings: 10,
          }),
        ),
      };
      return async () => (await planSessions(input, { asOf: AS_OF, minScore: MIN_SCORE })).value;
    },
  };
}

function visitCase(profile: string, experts: number, firms: number, districts: number): ProgrammeCase {
  return {
    name: `visits of experts to firms, ${profile}`,
    programme: 7,
    size: (scale) =>
      `${scaled(experts, scale)} experts × ${scaled(firms, scale).toLocaleString('en')} firms in ${scaled(districts, scale)} districts`,
    prepare(scale) {
      const random = new Random(7);
      const [many, around] = [scaled(experts, scale), scaled(districts, scale)];
      const pairs = Array.from({ length: scaled(firms, scale) }, (_, firm) => {
        const regionCode = `2101${String((firm % around) + 1).padStart(2, '0')}`;
        return [0, 1, 2].map(
          (i): VisitPair => ({
            id: `${firm} ${i}`,
            demander: `F${firm}`,
            supplier: `E${random.between(1, many)}`,
            value: 0.05 + random.next() * 0.4,
            regionCode,
          }),
        );
      }).flat();
      const travellers = Array.from({ length: many }, (_, i) => ({ id: `E${i + 1}`, maxDays: 2 }));
      const input = { pairs, days: DAYS, experts: travellers };
      return async () => (await planVisits(input, { visitsPerFirm: 2, gap: 0.001 })).value;
    },
  };
}

export const cases: ProgrammeCase[] = [
  // Sessions of the city in a year, and of a province: 100, each the size of the city's.
  sessionCase('M', 19, 1000, 8000),
  sessionCase('L', 100, 5000, 50_000),
  visitCase('M', 60, 400, 13),
  visitCase('L', 300, 2000, 112),
];
