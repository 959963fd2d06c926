import { col, facts, named, reasoned, rounded, type Sheet, sheet, word } from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import { SESSION_LABELS } from './labels.ts';
import type { Roadshow } from './roadshow.ts';
import type { SessionSlot } from './slots.ts';

/** Who presents what to whom; what is not presented. */
export function roadshowSheets(roadshow: Roadshow): Sheet[] {
  const heard = roadshow.presentations.flatMap((show) => show.audience.map((one) => ({ show, ...one })));
  return [
    sheet('路演', 'presentations', roadshow.presentations, [
      named('时段', 'slot', ({ slotId }) => slotId),
      named('成果', 'supply', ({ supplyId }) => supplyId),
      named('路演方', 'presenter', ({ supplier }) => supplier),
      col('听众', 'audience', ({ audience }) => audience.length),
      col('价值', 'value', ({ value }) => rounded(value)),
    ]),
    sheet('听众', 'audience', heard, [
      named('时段', 'slot', ({ show }) => show.slotId),
      named('成果', 'supply', ({ show }) => show.supplyId),
      named('听众', 'demander', ({ demander }) => demander),
      col('项目', 'pairs', ({ pairIds }) => pairIds),
    ]),
    sheet(
      '未上台',
      'not presented',
      roadshow.unpresented,
      reasoned(
        '成果',
        'supply',
        ({ supplyId }) => supplyId,
        ({ reason }) => word(SESSION_LABELS.unpresented, reason),
      ),
    ),
    facts(qualityFacts(roadshow)),
  ];
}

/** The slots of a half-day. */
export function slotSheets(slots: readonly SessionSlot[]): Sheet[] {
  const moment = (text: string) => text.replace('T', ' ');
  return [
    sheet('时段', 'slots', slots, [
      col('时段编号', 'slot id', ({ id }) => id),
      col('开始', 'start', ({ start }) => moment(start)),
      col('结束', 'end', ({ end }) => moment(end)),
      col('桌数', 'tables', ({ tables }) => tables),
    ]),
  ];
}
