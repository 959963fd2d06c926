import { withoutEnds } from '../../base/ends.ts';
import { indicatorsOf, TARGET_FIELDS } from '../../core/indicators/record-indicators.ts';
import { FIELD_ROLES, type Role } from '../../core/reading/roles.ts';
import { readStatements } from '../../core/reading/statements.ts';
import type { Demand } from '../../core/records/types.ts';
import { normalize } from '../../core/terms/normalize.ts';
import { redactPersonalData } from '../people/redact.ts';

/** What the demands of a cluster say, sentence by sentence: each of theirs, none twice, none of ours. */

/** Fields of the joint demand that hold sentences of its members. */
export const CLUSTER_TEXTS = ['problem', 'keyTechnology', 'expectedOutcome', 'text'] as const;
type TextField = (typeof CLUSTER_TEXTS)[number];

/** A piece of the joint demand, and the demands that say it. */
export interface ClusterPart {
  /** Field of the joint demand: `title`, `problem`, `indicators`, … */
  readonly field: 'title' | 'indicators' | TextField;
  /** As the first of the demands writes it, without personal data. */
  readonly text: string;
  readonly demandIds: readonly string[];
}

/** Who the firm is, whom to ask and how it praises itself is no part of a joint need. */
const LEFT_OUT: ReadonlySet<Role> = new Set(['company', 'praise', 'background', 'cooperation', 'contact']);
/** Fields whose figures are targets. */
const TARGETED: ReadonlySet<string> = new Set(TARGET_FIELDS);
const FROM = [...CLUSTER_TEXTS, 'indicators'] as const;
/** 主要问题： says nothing without what follows. */
const HEADING = /[:：]$/;
/** Whom to ask, where the reader of texts took it for something else. */
const CONTACT =
  /联系人|联系方式|联系电话|来电|致电|微信号|邮箱|(?:手机|电话)号?[:：码零〇一二三四五六七八九\d]/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The sentences of demands, by field, then in the order of demands; one that several demands have once. A sentence with
 * a target of one demand alone stands in the text, not among what is asked for.
 * O(texts), statements × targets within a field.
 * @param isShared whether a target of a demand, by field and place, is told as a shared one; its sentence is left out.
 */
export function sentencesOf(
  demands: readonly Demand[],
  isShared: (demandId: string, field: string, start: number) => boolean,
): ClusterPart[] {
  const found = new Map<string, { field: TextField; text: string; ids: Set<string> }>();
  for (const from of FROM) {
    for (const demand of demands) {
      for (const { text, isTarget } of statementsOf(demand, from, isShared)) {
        // What is said as a problem and again in the text is said once.
        const key = normalize(text).text.replace(/[^\p{L}\p{N}]/gu, '');
        const field = isTarget || from === 'indicators' ? 'text' : from;
        const known = found.get(key) ?? { field, text, ids: new Set() };
        found.set(key, known);
        known.ids.add(demand.id);
      }
    }
  }
  const rank = ({ field }: { readonly field: TextField }) => CLUSTER_TEXTS.indexOf(field);
  // Sorting is stable: within a field in the order of demands.
  return [...found.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ ids, ...part }) => ({ ...part, demandIds: [...ids] }));
}

/** The statements of one field, and whether each holds a target of this demand alone. */
function statementsOf(
  demand: Demand,
  from: (typeof FROM)[number],
  isShared: (demandId: string, field: string, start: number) => boolean,
): { text: string; isTarget: boolean }[] {
  const targets = TARGETED.has(from) ? indicatorsOf(demand, [from]) : [];
  return textsOf(demand, from).flatMap(([path, given]) => {
    const own = targets.filter(({ field }) => field === path);
    const within = (start: number, end: number) =>
      own.filter((target) => target.start >= start && target.start < end);
    const holdsShared = (start: number, end: number) =>
      within(start, end).some((target) => isShared(demand.id, path, target.start));
    return told(given, FIELD_ROLES[from], holdsShared).map(({ start, end, text }) => ({
      text,
      isTarget: within(start, end).some(({ name }) => name !== undefined),
    }));
  });
}

/** The texts of a field with their places, as indicators have them. */
function textsOf(demand: Demand, field: (typeof FROM)[number]): (readonly [path: string, text: string])[] {
  const value = demand[field];
  if (typeof value === 'string') return [[field, value]];
  return (value ?? []).map((item, i) => [`${field}[${i}]`, typeof item === 'string' ? item : item.raw]);
}

/**
 * The statements of a text that tell of the matter, with their places in it; of one with a shared target the clauses
 * beside that.
 */
function told(
  given: string,
  own: Role | undefined,
  isShared: (start: number, end: number) => boolean,
): { start: number; end: number; text: string }[] {
  const { text, starts, ends } = normalize(given);
  return readStatements(text, own)
    .filter(({ role }) => !LEFT_OUT.has(role))
    .flatMap((statement) => {
      const [start, end] = [starts[statement.start]!, ends[statement.end - 1]!];
      if (!isShared(start, end)) return [{ start, end }];
      return clausesIn(given, start, end).filter((clause) => !isShared(clause.start, clause.end));
    })
    .map(({ start, end }) => ({ start, end, written: given.slice(start, end).trim() }))
    .filter(({ written }) => !HEADING.test(written) && !CONTACT.test(written))
    .map(({ start, end, written }) => {
      return { start, end, text: withoutEnds(redactPersonalData(written).trim(), isOpenEnd) };
    })
    .filter((one) => LETTER.test(one.text));
}

/** The pieces of a text between commas, with their signs. */
function clausesIn(text: string, from: number, to: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = from; start < to; ) {
    let end = start;
    while (end < to && !COMMAS.includes(text[end]!)) end++;
    found.push({ start, end: Math.min(end + 1, to) });
    start = end + 1;
  }
  return found;
}

const COMMAS = ',，;；。';
/** Signs that part what is one sentence. */
const isOpenEnd = (char: string) => ',，、:：'.includes(char);

/** Sentences as one text, each with its end. */
export function joined(parts: readonly ClusterPart[]): string {
  return parts.map(({ text }) => (/[。；;！!？?.]$/.test(text) ? text : `${text}。`)).join('');
}
