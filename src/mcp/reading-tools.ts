import * as z from 'zod/mini';
import { cut } from '../base/printable.ts';
import type { Side } from '../core/records/parse.ts';
import type { DemandInput } from '../core/records/types.ts';
import { readAchievements, readDemands } from '../io/read.ts';
import { diagnoseDemand } from '../programmes/clarity/diagnose.ts';
import { CLARITY_LABELS } from '../programmes/clarity/labels.ts';
import { ASKED, ASKED_TOLD, type Asked, askedOf, SIDE } from './asked.ts';
import { BILINGUAL, MOST_RECORDS } from './shown.ts';
import { type McpTool, toolOf } from './tool.ts';

/** Tools that read: tag, diagnose, import_report. */

const MOST_TEXTS = 8;
const LONGEST = 300;

const tag = toolOf<Asked & { readonly side?: Side | undefined }>({
  name: 'tag',
  title: '产业链 Tag',
  description: `Names the industry chains that a text or record belongs to, the surest first, with the words that tell. ${ASKED_TOLD} side: what it is (default "demand").`,
  input: { ...ASKED, side: z.optional(SIDE) },
  output: z.strictObject({
    chains: z.array(
      z.strictObject({
        code: z.string(),
        ...BILINGUAL.shape,
        confidence: z.number(),
        evidence: z.array(z.string()),
      }),
    ),
  }),
  answer(holdings, { side = 'demand', ...asked }) {
    const query = askedOf(holdings, side, asked);
    const matcher = holdings.index('achievement');
    const names = new Map(matcher.taxonomy.chains.map((chain) => [chain.code, chain]));
    const chains = matcher.tagChains(query).map(({ code, confidence, evidence }) => ({
      code,
      zh: names.get(code)?.nameZh ?? code,
      en: names.get(code)?.nameEn ?? code,
      confidence,
      evidence: [...new Set(evidence.map(({ text }) => cut(text, LONGEST)))].slice(0, MOST_TEXTS),
    }));
    const { language } = holdings;
    const none = { zh: '没有归入任何产业链。', en: 'It belongs to no chain.' }[language];
    return {
      data: { chains },
      lines:
        chains.length === 0
          ? [none]
          : chains.map((chain) => `${chain.code} ${chain[language]} ${chain.confidence.toFixed(2)}`),
    };
  },
});

const CHANGE = z.strictObject({ id: z.string(), rank: z.int() });

const diagnose = toolOf<Asked>({
  name: 'diagnose',
  title: '需求诊断 Diagnose',
  description: `Says how clear a demand is, what it leaves out, what to ask, and which further words would change its matches. ${ASKED_TOLD}`,
  input: ASKED,
  output: z.strictObject({
    clarity: z.number(),
    otherMatter: z.optional(z.strictObject({ code: z.string(), verdict: BILINGUAL, whereTo: BILINGUAL })),
    elements: z.array(
      z.strictObject({
        element: z.string(),
        ...BILINGUAL.shape,
        state: z.string(),
        weight: z.number(),
        evidence: z.array(z.string()),
      }),
    ),
    questions: z.array(z.strictObject({ element: z.string(), gain: z.number(), text: BILINGUAL })),
    terms: z.array(
      z.strictObject({
        term: z.string(),
        enters: z.array(CHANGE),
        leaves: z.array(CHANGE),
        question: BILINGUAL,
      }),
    ),
  }),
  answer(holdings, asked) {
    const given = askedOf(holdings, 'demand', asked);
    const matcher = holdings.index('achievement');
    const demand = matcher.read(given) as unknown as DemandInput;
    const found = diagnoseDemand(matcher, demand, { filter: holdings.filter });
    const { language } = holdings;
    const elements = found.elements.map(({ element, state, weight, evidence }) => ({
      element,
      ...CLARITY_LABELS.element[element],
      state,
      weight,
      evidence: evidence.slice(0, MOST_TEXTS).map(({ text }) => cut(text, LONGEST)),
    }));
    const changes = (list: readonly { readonly id: string; readonly rank: number }[]) =>
      list.map(({ id, rank }) => ({ id, rank }));
    return {
      data: {
        clarity: found.clarity,
        ...(found.otherMatter === undefined ? {} : { otherMatter: found.otherMatter }),
        elements,
        questions: found.questions.map(({ element, gain, text }) => ({ element, gain, text })),
        terms: found.terms.map(({ term, enters, leaves, question }) => ({
          term,
          enters: changes(enters),
          leaves: changes(leaves),
          question,
        })),
      },
      lines: [
        `${{ zh: '清晰度', en: 'clarity' }[language]} ${found.clarity.toFixed(2)}`,
        ...(found.otherMatter === undefined
          ? []
          : [`${found.otherMatter.verdict[language]} → ${found.otherMatter.whereTo[language]}`]),
        ...elements.map(
          (element) => `${element[language]}: ${CLARITY_LABELS.state[element.state][language]}`,
        ),
        ...found.questions.map(({ text }) => text[language]),
      ],
    };
  },
});

/** Units of a table that a call may bring. */
const LONGEST_TABLE = 1_000_000;
const MOST_NOTICES = 100;
const MOST_COLUMNS = 200;

const importReport = toolOf<{
  readonly text: string;
  readonly side: Side;
  readonly name?: string | undefined;
}>({
  name: 'import_report',
  title: '导入检查 Import report',
  description:
    'Reads the text of a table (CSV, tab-separated), JSON or JSON lines as records, and says what was understood: columns and the fields that they fill, what was left out, and why. side: what the rows are. Nothing is kept.',
  input: {
    text: z.string().check(z.minLength(1), z.maxLength(LONGEST_TABLE)),
    side: SIDE,
    name: z.optional(z.string().check(z.maxLength(200))),
  },
  output: z.strictObject({
    records: z.int(),
    leftOut: z.int(),
    columns: z.array(
      z.strictObject({ column: z.string(), header: z.string(), field: z.optional(z.string()) }),
    ),
    notices: z.array(
      z.strictObject({
        level: z.string(),
        code: z.string(),
        row: z.optional(z.int()),
        column: z.optional(z.string()),
        text: BILINGUAL,
      }),
    ),
    /** Notices that are not listed. */
    more: z.int(),
    first: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  }),
  answer(holdings, { text, side, name }) {
    const read = side === 'demand' ? readDemands : readAchievements;
    const { records, report } = read(text, { invalid: 'leave-out', ...(name === undefined ? {} : { name }) });
    const { language } = holdings;
    const short = (one: string) => cut(one, LONGEST);
    const notices = report.notices.slice(0, MOST_NOTICES).map(({ level, code, row, column, text: said }) => ({
      level,
      code,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
      text: { zh: short(said.zh), en: short(said.en) },
    }));
    const counted = {
      zh: `读出${report.records}条，未读${report.leftOut}条；提示${report.notices.length}条。`,
      en: `records: ${report.records}; left out: ${report.leftOut}; notices: ${report.notices.length}.`,
    };
    return {
      data: {
        records: report.records,
        leftOut: report.leftOut,
        columns: report.columns.slice(0, MOST_COLUMNS).map(({ column, header, field }) => ({
          column,
          header: short(header),
          ...(field === undefined ? {} : { field: short(field) }),
        })),
        notices,
        more: report.notices.length - notices.length,
        first: records.slice(0, MOST_RECORDS).map(({ id, title }) => ({ id, title: short(title) })),
      },
      lines: [counted[language], ...notices.slice(0, MOST_RECORDS).map((notice) => notice.text[language])],
    };
  },
});

export const READING_TOOLS: readonly McpTool[] = [tag, diagnose, importReport];
