import type { Match, MatchResult } from 'cuohe';
import { matchTable, rowTable, type Table, writeCsv } from 'cuohe/io';
import { writeTable } from 'cuohe/xlsx';
import type { Question } from './api.ts';
import { findAll } from './find.ts';
import { KIND_NAMES, regionName } from './names.ts';
import type { Portal } from './portal.ts';
import { matchesOf } from './search.ts';
import { organizationName, regionKeysOf, titleOf } from './shown.ts';
import type { StoredRecord } from './store.ts';

/** Most rows of a file. */
export const MOST_ROWS = 500;
/** Rows whose reasons are made at once: other requests are answered in between. */
const AT_ONCE = 25;

export type Language = 'zh' | 'en';
export type Format = 'csv' | 'xlsx';

/** What a question finds as a file: with scores and reasons where something was asked. @throws Refused */
export async function exportFile(
  portal: Portal,
  question: Question,
  format: Format,
  language: Language,
): Promise<Uint8Array> {
  const table = await tableOf(portal, question, language);
  return format === 'csv' ? writeCsv(table) : writeTable(table);
}

async function tableOf(portal: Portal, question: Question, language: Language): Promise<Table> {
  const found = findAll(portal, question);
  const indices = found.slice(0, MOST_ROWS);
  const name = language === 'zh' ? '检索结果' : 'results';
  if (found.subject === undefined) {
    const rows = indices.map((index) => rowOf(found.collection.record(index), language));
    return rowTable(rows, { name, language, headers: HEADERS[language] });
  }
  const matches: Match<StoredRecord>[] = [];
  for (let at = 0; at < indices.length; at += AT_ONCE) {
    matches.push(...matchesOf(found, indices.slice(at, at + AT_ONCE)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { from, query } = found.subject;
  const result: MatchResult<StoredRecord> = {
    queryId: from?.record.id ?? query.title.slice(0, 40),
    matches: matches.map((match, i) => ({ ...match, rank: i + 1 })),
    candidates: found.collection.matcher.size,
    filtered: { secrecy: 0, expired: 0, kind: 0, region: 0, chain: 0, where: 0 },
  };
  return matchTable([result], { name, language });
}

const HEADERS = {
  zh: { id: '编号', title: '名称', organization: '单位', kind: '类别', region: '地区', stage: '成熟度' },
  en: {
    id: 'id',
    title: 'title',
    organization: 'organisation',
    kind: 'kind',
    region: 'region',
    stage: 'maturity',
  },
} as const;

function rowOf(record: Parameters<typeof titleOf>[0], language: Language) {
  const region = regionKeysOf(record).at(-1)!;
  return {
    id: record.id,
    title: titleOf(record).text,
    organization: organizationName(record),
    kind: KIND_NAMES[record.kind][language],
    region: region === '' ? '' : regionName(region)[language],
    stage: record.stage?.raw ?? '',
  };
}
