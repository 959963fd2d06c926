import type { Bilingual } from '../server/api.ts';
import type { Language } from './state.ts';

/** The texts of the page. `{n}` is replaced. */

const WORDS = {
  brand: ['撮合 · 技术供需', 'Cuohe · supply and demand'],
  skip: ['跳到结果', 'Skip to results'],
  tools: ['工具', 'Tools'],
  side: ['检索对象', 'What to search'],
  findSupply: ['找成果', 'Find supply'],
  findDemand: ['找需求', 'Find demands'],
  supply: ['成果', 'supply'],
  demand: ['需求', 'demands'],
  askSupply: ['写下技术难题，或粘贴整段需求…', 'Describe a problem, or paste a whole demand…'],
  askDemand: ['写下技术，或粘贴成果简介…', 'Describe a technology, or paste an abstract…'],
  clear: ['清空', 'Clear'],
  keys: [
    '按 / 输入，↑↓ 选择，回车打开，Esc 返回',
    'Press / to type, ↑↓ to choose, Enter to open, Esc to go back',
  ],
  map: ['产业链供需图', 'Supply and demand by chain'],
  legend: [
    '公开成果 {supply} 条，公开需求 {demand} 条；{short} 条产业链需求多于供给。点击一格即筛选。',
    '{supply} public records of supply, {demand} public demands; {short} chains have more demand than supply. Click a tile to filter.',
  ],
  short: ['需求多于供给', 'more demand than supply'],
  filters: ['筛选', 'Filters'],
  level: ['匹配程度', 'Level'],
  levels0: ['全部', 'all'],
  levels1: ['弱及以上', 'weak or better'],
  levels2: ['较强及以上', 'fairly strong or better'],
  levels3: ['强', 'strong'],
  chains: ['产业链', 'Chain'],
  regions: ['地区', 'Region'],
  kinds: ['类别', 'Kind'],
  stages: ['成熟度', 'Maturity'],
  more: ['更多（{n}）', 'more ({n})'],
  reset: ['清除筛选', 'Clear filters'],
  found: ['找到 {n} 条', '{n} found'],
  newest: ['最新收入，共 {n} 条', 'Newest first, {n} in all'],
  filtered: ['符合筛选 {n} 条，最新在前', '{n} pass the filters, newest first'],
  took: ['（{n} 毫秒）', '({n} ms)'],
  nothing: [
    '没有足够接近的。可换个说法、补充技术细节，或清除筛选。',
    'Nothing is close enough. Try other words, add details, or clear the filters.',
  ],
  save: ['保存检索', 'Save search'],
  searches: ['已存检索', 'Saved searches'],
  import: ['导入', 'Import'],
  csv: ['导出 CSV', 'Export CSV'],
  xlsx: ['导出 Excel', 'Export Excel'],
  exported: ['已导出前 {n} 条。', 'The first {n} were exported.'],
  pages: ['分页', 'Pages'],
  page: ['第 {n} 页', 'Page {n}'],
  previous: ['上一页', 'Previous'],
  next: ['下一页', 'Next'],
  score: ['得分', 'Score'],
  across_supply: ['找匹配的需求', 'Matching demands'],
  across_demand: ['找匹配的成果', 'Matching supply'],
  similar: ['更多类似', 'More like this'],
  answering: ['与此匹配：', 'Matches for'],
  alike: ['与此类似：', 'Like'],
  close: ['关闭', 'Close'],
  why: ['为什么匹配', 'Why it matches'],
  parts: ['得分构成', 'Parts of the score'],
  part: ['部分', 'Part'],
  adds: ['分值', 'Adds'],
  sum: ['合计', 'Sum'],
  phrases: ['双方共有', 'What both have'],
  conditions: ['需求的条件', 'Conditions of the demand'],
  met: ['满足', 'met'],
  unmet: ['未满足', 'not met'],
  asked: ['所求', 'What was asked'],
  offered: ['所供', 'What was found'],
  recordText: ['全文', 'In full'],
  name: ['名称', 'Name'],
  noSearches: [
    '还没有保存检索。检索后点“保存检索”，以后有新收入的就在这里提醒。',
    'No search is saved yet. Save one, and what comes in later is told here.',
  ],
  noNews: ['无新增', 'nothing new'],
  news: ['{n} 条新增或更新', '{n} new or changed'],
  isNew: ['新增', 'new'],
  isChanged: ['有更新', 'changed'],
  look: ['查看', 'Open'],
  remove: ['删除', 'Delete'],
  saved: ['已保存。', 'Saved.'],
  importTitle: ['导入表格', 'Import a table'],
  importHelp: [
    'Excel、CSV 或 JSON，表头不必统一。先看导入报告，确认后收入。',
    'Excel, CSV or JSON, with the headers that it has. Look at the report first, then take it in.',
  ],
  importAs: ['文件里是', 'The file holds'],
  file: ['文件', 'File'],
  reading: ['正在读取…', 'Reading…'],
  readable: ['可收入 {n} 条', '{n} can be taken in'],
  leftOut: ['{n} 条有误，未读', '{n} are bad, and were left out'],
  replaces: ['{n} 条将替换同编号的', '{n} take the place of one with the same id'],
  warnings: ['请核对 {n} 处', '{n} things to check'],
  notes: ['说明', 'Notes'],
  columns: ['表头怎样理解', 'How headers were understood'],
  header: ['表头', 'Header'],
  field: ['字段', 'Field'],
  kept: ['未识别，不参与匹配', 'not known, and not matched'],
  take: ['收入 {n} 条', 'Take {n} in'],
  taken: ['已收入 {n} 条。', '{n} were taken in.'],
  show: ['查看最新', 'Show the newest'],
  failed: ['连不上服务器，请重试。', 'The server does not answer; please try again.'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type Word = keyof typeof WORDS;

let language: Language = 'zh';

export function setLanguage(wanted: Language): void {
  language = wanted;
}

/** A text of the page in the language in use. */
export function say(word: Word, n?: string | number): string {
  const text = WORDS[word][language === 'zh' ? 0 : 1];
  return n === undefined ? text : text.replace('{n}', String(n));
}

/** A text with several values. */
export function sayAll(word: Word, values: Readonly<Record<string, number>>): string {
  return Object.entries(values).reduce((text, [name, n]) => text.replace(`{${name}}`, String(n)), say(word));
}

/** Whether there is such a word: for names that are put together. */
export function isWord(word: string): word is Word {
  return Object.hasOwn(WORDS, word);
}

/** A text of the server in the language in use. */
export function inLanguage(text: Bilingual): string {
  return text[language];
}
