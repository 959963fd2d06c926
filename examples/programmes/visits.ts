import { type AchievementInput, createMatcher } from 'cuohe';
import { defineRegions, invitePairs, nameOfRegion, planVisits, type VisitingExpert } from 'cuohe/programmes';
import { SESSION_LABELS } from 'cuohe/programmes/sessions';
import { columns, shortened } from './columns.ts';
import { sourceOf } from './region.ts';
import { AS_OF, type DemoProgramme } from './types.ts';

/** A row of the sample: an expert's record, with the days on which the expert can travel. */
type ExpertRow = AchievementInput & Pick<VisitingExpert, 'days' | 'maxDays'>;

const DAYS = ['2026-09-21', '2026-09-22', '2026-09-23'];

export const programme: DemoProgramme = {
  key: 'visits',
  number: 7,
  titleZh: '专家企业行',
  titleEn: 'Visits of experts to firms',
  async run({ achievements, demands, extra }) {
    const rows = extra<ExpertRow>('visiting-experts');
    const supply = createMatcher([...achievements, ...rows]);
    const invitations = await invitePairs(demands, supply, {
      kinds: ['expert', 'team'],
      asOf: AS_OF,
    });
    const { pairs, participants, uninvited } = invitations;
    const experts = rows.map(
      ({ id, days, maxDays }): VisitingExpert => ({
        id: `record:${id}`,
        ...(days === undefined ? {} : { days }),
        ...(maxDays === undefined ? {} : { maxDays }),
      }),
    );
    const plan = await planVisits({ pairs, days: DAYS, experts }, { firmsPerDay: 3, visitsPerFirm: 1 });

    const names = new Map(participants.map(({ id, name }) => [id, name]));
    const regions = defineRegions({ names: sourceOf(extra).names ?? [] });
    const demandOf = new Map(pairs.map(({ id, demandId }) => [id, demandId]));
    const stops = plan.trips.flatMap(({ routes }) => routes.flatMap((route) => route.stops));
    const text = [
      `${DAYS.length}天${plan.trips.length}条路线，走访${stops.length}家次；总价值${plan.value.toFixed(2)}，上限${plan.bound.toFixed(2)}${plan.optimal ? '，已最优' : ''}`,
      ...columns(
        plan.trips.flatMap(({ day, district, routes }) =>
          routes.flatMap(({ expert, stops: firms }) =>
            firms.map(({ firm, pairIds, value }) => [
              day.slice(5),
              nameOfRegion(district, regions).zh,
              shortened(names.get(expert)!, 34),
              shortened(names.get(firm)!, 26),
              pairIds.map((id) => demandOf.get(id)).join(' '),
              value.toFixed(2),
            ]),
          ),
        ),
      ),
      '',
      `未安排${plan.unvisited.length}对`,
      ...columns(
        plan.unvisited
          .slice(0, 8)
          .map(({ expert, firm, reason }) => [
            shortened(names.get(expert)!, 34),
            shortened(names.get(firm)!, 26),
            SESSION_LABELS.unvisited[reason].zh,
          ]),
      ),
      `没有合适专家的需求${uninvited.length}项`,
    ].join('\n');
    return { json: { ...plan, uninvited }, text, results: [plan, invitations] };
  },
};
