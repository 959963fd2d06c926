import type { MatchRecord } from '../core/records/types.ts';
import { noticeAt, quoted } from './notices.ts';
import type { ImportNotice } from './report.ts';
import type { SourceRecord } from './source-records.ts';

/** Stages, ways of cooperation and symbols of the IPC whose wording nobody knows: they are kept as they are, and say nothing to a match. */

/** What is taken back is understood; open wording leaves nothing to understand. */
const TAKEN_BACK = /[不非未无除勿拒]|面[议谈議談]|均可|皆可|协商|待定/;

const FIELDS = ['stage', 'transferModes', 'cooperationModes', 'ipc'] as const;

const MODE = { zh: '不认得这种合作方式，按原文保留', en: 'no known way of cooperation; kept as it is' };
const TEXTS = {
  stage: { zh: '不认得这种阶段，按原文保留', en: 'no known stage; kept as it is' },
  transferModes: MODE,
  cooperationModes: MODE,
  ipc: { zh: '不是国际专利分类号，按原文保留', en: 'no symbol of the IPC; kept as it is' },
};

/** Notices of a record: one for each field with such wording. */
export function unreadWording(record: MatchRecord, source: SourceRecord): ImportNotice[] {
  const { id } = record;
  const values = record as Partial<Record<(typeof FIELDS)[number], unknown>>;
  return FIELDS.flatMap((field) => {
    const given = values[field];
    const unread = (Array.isArray(given) ? given : [given]).flatMap((value) => rawOf(value));
    if (unread.length === 0) return [];
    const place = {
      sheet: source.sheet ?? (source.row === undefined ? source.place : undefined),
      row: source.row,
    };
    return [noticeAt('info', 'cell-unread', place, quoted(TEXTS[field], unread.join('、')), { id, field })];
  });
}

/** The wording of a value that was read and has no code. */
function rawOf(value: unknown): string[] {
  const { raw, code } = (value ?? {}) as { readonly raw?: unknown; readonly code?: unknown };
  return typeof raw === 'string' && code === undefined && !TAKEN_BACK.test(raw) ? [raw] : [];
}
