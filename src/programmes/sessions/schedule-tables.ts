import { col, facts, named, rounded, type Sheet, type SheetColumn, sheet, word } from '../common/sheets.ts';
import { qualityFacts } from '../planning/quality-facts.ts';
import { SESSION_LABELS } from './labels.ts';
import type { Meeting, UnplacedPair } from './meetings.ts';
import type { Schedule } from './schedule.ts';

/** Names of participants. */
type Names = ReadonlyMap<string, string>;
const NOBODY: Names = new Map();

/** Columns of a meeting. */
export function meetingColumns<T>(of: (item: T) => Meeting, names: Names): readonly SheetColumn<T>[] {
  return [
    ...named<T>('时段', 'slot', (item) => of(item).slotId),
    col('桌号', 'table', (item) => of(item).table),
    col('项目', 'pairs', (item) => of(item).pairIds),
    ...named<T>(
      '需求方',
      'demander',
      (item) => of(item).demander,
      names === NOBODY ? undefined : (item) => names.get(of(item).demander),
    ),
    ...named<T>(
      '供给方',
      'supplier',
      (item) => of(item).supplier,
      names === NOBODY ? undefined : (item) => names.get(of(item).supplier),
    ),
    col('价值', 'value', (item) => rounded(of(item).value)),
  ];
}

/** Columns of a pair without a place. */
export function unplacedColumns<T>(of: (item: T) => UnplacedPair, names: Names): readonly SheetColumn<T>[] {
  return [
    ...named<T>('项目', 'pair', (item) => of(item).pairId),
    col('价值', 'value', (item) => rounded(of(item).value)),
    col('原因', 'reason', (item) => word(SESSION_LABELS.unplaced, of(item).reason)),
    col('因谁', 'because of', (item) => of(item).participants.map((id) => names.get(id) ?? id)),
  ];
}

/** Who meets whom; pairs without a place. */
export function scheduleSheets(schedule: Schedule): Sheet[] {
  return [
    sheet(
      '洽谈安排',
      'meetings',
      schedule.meetings,
      meetingColumns<Meeting>((one) => one, NOBODY),
    ),
    sheet(
      '未排上',
      'unplaced',
      schedule.unplaced,
      unplacedColumns<UnplacedPair>((one) => one, NOBODY),
    ),
    facts(qualityFacts(schedule)),
  ];
}
