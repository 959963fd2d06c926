/**
 * Room `core/records`: what a record is: fields, schemas, taxonomy, and readers of wording.
 * Begin: `types.ts` has the records, `parse.ts` is the border.
 * Order: knows the base only.
 */

import {
  currencyOf,
  LOWER,
  NEGOTIABLE,
  notUnderstood,
  OVER,
  SUM_MARK,
  scaleOf,
  UNDER,
  UNITS,
  UPPER,
} from './money-words.ts';
import { plainNumerals } from './numerals.ts';
import { type Sum, sumsIn } from './sums.ts';
import { foldWording } from './wording.ts';

/** Money as offices write it: 面议, 120万元, 50-80万元, 不超过500万元, 1.2亿元, 20万美元. */

/** A sum of money, its wording kept. */
export interface Amount {
  /** The wording as given. */
  readonly raw: string;
  /** Lower end in units of `currency`, when one is stated. */
  readonly min?: number;
  /** Upper end in units of `currency`, when one is stated; equal to `min` for a single sum. */
  readonly max?: number;
  /** ISO 4217 code. */
  readonly currency: string;
  /** True when the wording leaves the sum to negotiation (面议, 协商). */
  readonly negotiable: boolean;
  /**
   * The wording beside the sum that was not understood: 其中企业出资600, /年, 后期分成; all of it when it holds no sum or
   * several. Absent when all was understood.
   */
  readonly unread?: string;
}

/**
 * Reads a sum of money. A bare number is in `unit`, and in yuan without one. Wording that holds no number gives neither
 * `min` nor `max`, nor does wording with several sums of which none is the whole (第一年50，第二年80); the wording is kept
 * either way and never corrected. Notes in brackets and further clauses are `unread`.
 * @param unit of the column that the wording stands in: 万元, 亿元, 万美元; the wording's own goes before it.
 */
export function parseAmount(value: string | number, unit?: string): Amount {
  const raw = String(value);
  if (typeof value === 'number' && unit === undefined) {
    const sum = Number.isFinite(value) && value >= 0 ? { min: value, max: value } : {};
    return { raw, ...sum, currency: 'CNY', negotiable: false };
  }
  const text = moneyText(raw);
  const { sum, ends, unread, own } = readClauses(text, unit);
  const negotiable = NEGOTIABLE.test(text);
  const currency =
    sum?.currency ??
    currencyOf(own) ??
    (sum === undefined ? currencyOf(text) : undefined) ??
    currencyOf(unit) ??
    'CNY';
  return { raw, ...ends, currency, negotiable, ...(unread === '' ? {} : { unread }) };
}

/** 100w, 5k, 10wan; not the W of 100W功率, nor a word. */
const LATIN_SCALE = /(\d) ?(wan|[wk])(?![a-z]|[功瓦])/gi;
const OLD_FORMS: Readonly<Record<string, string>> = { 萬: '万', 億: '亿', 圓: '元', 圆: '元' };

/** The wording with one form of numbers: no groups of thousands, no Chinese numerals. */
function moneyText(raw: string): string {
  const text = foldWording(raw)
    .replace(/(?<!日|韩)[萬億圓圆]/g, (char) => OLD_FORMS[char]!)
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(?<![\d.])(\d{1,3})((?: \d{3})+)(?![\d])/g, (_, head, rest) => head + rest.replaceAll(' ', ''))
    .replace(LATIN_SCALE, (_, digit: string, letter: string) => `${digit}${/w/i.test(letter) ? '万' : '千'}`);
  // 二十来万 is about 20万; 50左右至约80 is a range.
  return plainNumerals(text.replace(/(?<=[\d十百千])来(?=[万亿百千块元])/g, ''))
    .replace(/(?:左右|上下)(?= ?[-~—–至到])/g, '')
    .replace(/(?<=[-~—–至到] ?)(?:大?约|近)/g, '');
}

interface Ends {
  readonly min?: number;
  readonly max?: number;
}
interface Reading {
  readonly sum?: Sum;
  readonly ends: Ends;
  readonly unread: string;
  /** The unit that the wording names apart from the sum: 50（万元）. */
  readonly own?: string | undefined;
}
interface Clause {
  readonly text: string;
  readonly sums: readonly Sum[];
  /** Whether it names a part of the sum (其中, 含) or what comes on top of it. */
  readonly role: 'whole' | 'part' | 'extra';
}

const NOTE = /[([【][^()[\]【】]*[)\]】]/g;
const UNIT_NOTE = new RegExp(`^ ?(?:单位[:：]?)? ?(?:万亿|百万|千万|[千万亿])? ?(?:${UNITS})? ?$`);
const NOTHING = /^(?:|[-—/\\、.…~]+|暂?无|没有|n\/a|none)$/i;
const FREE =
  /^(?:完全|全部)?(?:免费|无偿|零元|零|free)(?:转让|许可|使用|开放|提供|实施|公开|共享|推广|服务|试用)?$/i;

function readClauses(text: string, unit: string | undefined): Reading {
  if (NOTHING.test(text)) return { ends: {}, unread: '' };
  const notes: string[] = [];
  let own: string | undefined;
  let outside = text.replace(NOTE, (note) => {
    const inner = note.slice(1, -1);
    if (UNIT_NOTE.test(inner) && inner.trim() !== '') own = inner;
    else notes.push(inner.trim());
    return ' ';
  });
  // 面议（参考价100万）: the note has the sum.
  if (!/\d/.test(outside)) {
    outside = text.replace(/[()[\]【】]/g, ',');
    notes.length = 0;
  }
  const none = { ends: {}, unread: told([text]) };
  if (/^ ?[-−] ?\d/.test(outside)) return none;
  const clauses: Clause[] = [];
  const unread: string[] = [];
  for (const [piece, role] of pieces(outside)) {
    const { rest, left } = withoutDates(piece);
    const sums = sumsIn(rest);
    if (sums === undefined) return none;
    unread.push(...left);
    clauses.push({ text: rest, sums, role });
  }
  const chosen = chooseSum(clauses);
  if (chosen === undefined) return none;
  const [clause, sum, second] = chosen;
  for (const other of clauses) {
    if (other === clause) unread.push(...leftOf(other.text, second === undefined ? [sum] : other.sums));
    else if (other.role !== 'whole') unread.push(other.text.trim());
    else
      unread.push(...leftOf(other.text, second === undefined ? [] : other.sums.filter((s) => s === second)));
  }
  if (sum === undefined) {
    if (clauses.some((c) => FREE.test(c.text.trim()))) {
      const rest = clauses.filter((c) => !FREE.test(c.text.trim())).map((c) => c.text);
      return { ends: { min: 0, max: 0 }, unread: told([...rest, ...notes]) };
    }
    const isOpen = NEGOTIABLE.test(text);
    return { ends: {}, unread: isOpen ? told([...unread, ...notes]) : told([text]) };
  }
  const scale = factor(sum, own, unit, notes);
  const ends = endsOf(
    clause.text,
    sum,
    second,
    clauses.some((c) => c.role === 'extra'),
  );
  if (ends.min === undefined && ends.max === undefined) return none;
  const open = notes.filter((note) => !saysTheSame(note, sum, scale));
  return { sum, ends: scaled(ends, scale), unread: told([...unread, ...open]), own };
}

const SPLIT = /(\+|另外?加|外加|加上|再加|另付|另计|其中|包括|包含|内含|不?含(?!税|票))|[,;，；。]/;

/** The clauses of a wording, and what each of them is to the whole. */
function pieces(text: string): [text: string, role: Clause['role']][] {
  const found: [string, Clause['role']][] = [];
  let role: Clause['role'] = 'whole';
  let mark = '';
  text.split(SPLIT).forEach((part, i) => {
    if (i % 2 === 1) {
      mark = part ?? '';
      // What follows a comma is a clause of its own; 其中 and + change its role.
      role = mark === '' ? 'whole' : /[+加另]/.test(mark) ? 'extra' : 'part';
    } else if (part !== undefined && part.trim() !== '') {
      found.push([mark === '+' ? part : mark + part, role]);
    }
  });
  return found;
}

const DATE =
  /(?<!\d)(?:19|20)\d{2}(?:[-/]\d{1,2}(?:[-/]\d{1,2})?|\.\d{1,2}\.\d{1,2}|年(?:\d{1,2}月(?:\d{1,2}日)?)?)(?:[前底内]|之前|以前|度)?(?!\d)/g;
/** 500/年, 20万元每台: a sum for each of something. */
const EACH =
  /(?:\/|每|per ?)个?(?:年|月|日|天|次|项|台|套|件|吨|人|户|家|平方米|亩|季度?|批|小时|year|month)度?|(?<=元|\d|万)一年/g;

function withoutDates(piece: string): { rest: string; left: string[] } {
  const left: string[] = [];
  const take = (found: string) => {
    left.push(found);
    return ' ';
  };
  return { rest: piece.replace(DATE, take).replace(EACH, take), left };
}

const TOTAL = /总|合计|共计|累计|一共|共(?= ?\d)/;

/** The one sum of all clauses, or the two that are its ends; `undefined` for several of which none is the whole. */
function chooseSum(clauses: readonly Clause[]): readonly [Clause, Sum?, Sum?] | undefined {
  const all = clauses.flatMap((clause) =>
    clause.role === 'part' ? [] : clause.sums.map((sum) => ({ clause, sum })),
  );
  const marked = all.filter(({ sum }) => sum.isMarked);
  let found = marked.length > 0 ? marked : all;
  if (found.length === 0) return [clauses[0] ?? { text: '', sums: [], role: 'whole' }];
  const totals = found.filter(({ clause }) => TOTAL.test(clause.text) && clause.sums.length === 1);
  if (totals.length === 1) found = totals;
  const [first, second] = found;
  if (found.some(({ clause }) => clause.role === 'extra')) return undefined;
  const isSame = found.every(({ sum }) => sum.min === first!.sum.min && sum.max === first!.sum.max);
  if (found.length === 1 || (isSame && marked.length > 0)) return [first!.clause, first!.sum];
  const wording = found.map(({ clause }) => clause.text).join(' ');
  const isPair = found.length === 2 && LOWER.test(wording) && UPPER.test(wording);
  if (!isPair || first!.sum.min > second!.sum.max) return undefined;
  return [first!.clause, first!.sum, second!.sum];
}

/** What of a clause beside its sums was not understood. */
function leftOf(text: string, sums: readonly (Sum | undefined)[]): string[] {
  let rest = text;
  for (const sum of sums.filter((s) => s !== undefined).sort((a, b) => b.at - a.at))
    rest = `${rest.slice(0, sum.at)}${SUM_MARK}${rest.slice(sum.end)}`;
  return [rest.trim()];
}

function told(parts: readonly string[]): string {
  return parts
    .map(notUnderstood)
    .filter((part) => part !== '')
    .join('；');
}

/** A number as small as this beside a sign of currency, ¥50 in a column of 万元, is in the scale of the column. */
const SIGNED_IN_SCALE = 1000;

function factor(
  sum: Sum,
  own: string | undefined,
  unit: string | undefined,
  notes: readonly string[],
): number {
  if (sum.isMarked && !sum.isSigned) return 1;
  if (own !== undefined) return scaleOf(own);
  // 1200000（大写：壹佰贰拾万元整）
  if (notes.some((note) => sumsIn(note)?.some((other) => other.isMarked && other.max === sum.max))) return 1;
  return sum.isSigned && sum.max >= SIGNED_IN_SCALE ? 1 : scaleOf(unit);
}

/** Whether a note repeats the sum in another form. */
function saysTheSame(note: string, sum: Sum, scale: number): boolean {
  const found = sumsIn(note);
  const [only] = found ?? [];
  if (found?.length !== 1 || only === undefined || !only.isMarked) return false;
  if (only.max !== sum.max * scale || only.min !== sum.min * scale) return false;
  return notUnderstood(leftOf(note, [only])[0]!) === '';
}

function endsOf(text: string, sum: Sum, second: Sum | undefined, hasExtra: boolean): Ends {
  if (second !== undefined) return { min: sum.min, max: second.max };
  if (sum.min !== sum.max) return { min: sum.min, max: sum.max };
  const isUpper = UPPER.test(text);
  const isLower = LOWER.test(text) || sum.isOver || hasExtra;
  if (isUpper && isLower) return {};
  if (isUpper) return { max: sum.max };
  if (isLower) return { min: sum.min };
  if (UNDER.test(text)) return { max: sum.max };
  if (OVER.test(text)) return { min: sum.min };
  return { min: sum.min, max: sum.max };
}

function scaled({ min, max }: Ends, by: number): Ends {
  const times = (value: number) => Math.round(value * by * 100) / 100;
  return {
    ...(min === undefined ? {} : { min: times(min) }),
    ...(max === undefined ? {} : { max: times(max) }),
  };
}
