import { FACETS, type Facet, type Question } from './api.ts';
import { Refused } from './refused.ts';

/** Longest text that is searched for, in UTF-16 units: a demand of ten pages. */
export const LONGEST_TEXT = 20_000;
const LONGEST_KEY = 200;
/** Most values of one filter. */
const MOST_VALUES = 50;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads what a page asks. Nothing is guessed: a request that is wrong is told everything that is wrong with it.
 * @throws Refused 400
 */
export function readQuestion(given: unknown): Question {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Refused(400, '请求应是一个 JSON 对象。', 'The request must be a JSON object.');
  }
  const json = given as Json;
  const wrong: string[] = [];
  const { side = 'supply', text = '', level = 0 } = json;
  if (side !== 'supply' && side !== 'demand') wrong.push('side: supply | demand');
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) wrong.push(`text: ≤ ${LONGEST_TEXT}`);
  if (!Number.isInteger(level) || (level as number) < 0 || (level as number) > 3) wrong.push('level: 0–3');
  const isKey = (value: unknown) => typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY;
  for (const name of ['of', 'like'] as const) {
    if (json[name] !== undefined && !isKey(json[name])) wrong.push(`${name}: id`);
  }
  if (json.of !== undefined && json.like !== undefined) wrong.push('of | like');
  for (const facet of FACETS) if (!isValues(json[facet])) wrong.push(`${facet}: ["…"], ≤ ${MOST_VALUES}`);
  if (wrong.length > 0) {
    const list = wrong.join('; ');
    throw new Refused(400, `请求有误：${list}`, `The request is wrong: ${list}`);
  }
  const values = Object.fromEntries(FACETS.map((facet) => [facet, json[facet] ?? []]));
  return {
    side: side as Question['side'],
    text: (text as string).trim(),
    level: level as number,
    ...(json.of === undefined ? {} : { of: json.of as string }),
    ...(json.like === undefined ? {} : { like: json.like as string }),
    ...(values as Record<Facet, string[]>),
  };
}

/** A filter: absent, or texts. The empty text stands for records that state nothing. */
function isValues(given: unknown): boolean {
  if (given === undefined) return true;
  const isValue = (value: unknown) => typeof value === 'string' && value.length <= LONGEST_KEY;
  return Array.isArray(given) && given.length <= MOST_VALUES && given.every(isValue);
}

/** @throws Refused 400 */
export function readPage(given: unknown): number {
  const { page = 1 } = given as { page?: unknown };
  if (Number.isSafeInteger(page) && (page as number) >= 1 && (page as number) <= 1e6) return page as number;
  throw new Refused(400, 'page 应是从 1 起的整数。', 'page must be a whole number from 1.');
}
