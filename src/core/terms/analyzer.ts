/**
 * Room `core/terms`: texts become terms: normalised, freed of stop phrases, cut by a tokenizer, weighed by what each
 * statement is there for.
 * Begin: this file puts it together; `tokenizer.ts` is the contract.
 * Order: knows records, lexicon, quantities, indicators and reading.
 */

import { once } from '../../base/once.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { textEmphasis, titleEmphasis } from '../reading/emphasis.ts';
import { type Exclusion, exclusionsOf } from '../reading/exclusions.ts';
import { readerFingerprint } from '../reading/fingerprint.ts';
import { type NamedThing, readName } from '../reading/names.ts';
import { FIELD_ROLES, type Role, statementWeight } from '../reading/roles.ts';
import { readStatements, type Statements } from '../reading/statements.ts';
import { readTitle } from '../reading/titles.ts';
import { type FieldWeights, type TextField, textFields } from '../records/fields.ts';
import type { MatchRecord } from '../records/types.ts';
import { withoutContacts } from './contacts.ts';
import { foldWord, type NormalizedText, normalize, type Simplifier } from './normalize.ts';
import { readingText } from './reading-text.ts';
import { StopPhrases } from './stop-phrases.ts';
import { isHeadTerm, titleHeads } from './title-heads.ts';
import { type Cut, cutOf, TokenList } from './token-list.ts';
import type { Token, Tokenizer } from './tokenizer.ts';
import { usableTokens } from './usable-tokens.ts';

/** One field of a record, normalised and read; what is read is read when it is first asked for. */
export interface ReadField {
  readonly field: TextField;
  /** Contacts are blanks in it. */
  readonly normalized: NormalizedText;
  /** What it says, statement by statement. */
  readonly statements: Statements;
  /** The whole words among the tokens: those of the kinds `words` and `latin`. */
  readonly words: readonly Token[];
  /** What the text rules out. */
  readonly exclusions: readonly Exclusion[];
}

/** One field of a record, normalised and cut into terms. */
export interface AnalyzedField extends ReadField {
  /**
   * Tokens outside of stop phrases and of what the text rules out, and the heads of a title; what each counts is
   * multiplied by the weight of its statement and the emphasis of its place.
   */
  readonly tokens: readonly Token[];
  /** The same as columns, for what only counts them. */
  readonly counted: TokenList;
}

/** Texts of a record → terms. The only place where texts are normalised and cut. */
export interface Analyzer {
  readonly fingerprint: string;
  readonly lexicon: Lexicon;
  analyze(record: MatchRecord): AnalyzedField[];
  /** The same fields without their tokens, read no further than they are asked for. */
  skim(record: MatchRecord): readonly ReadField[];
}

/** What an analyzer is made of. */
export interface AnalyzerParts {
  readonly tokenizer: Tokenizer;
  readonly lexicon: Lexicon;
  readonly fieldWeights: FieldWeights;
  readonly simplifier?: Simplifier | undefined;
}

/** Puts normalisation, stop phrases and a tokenizer together. */
export function createAnalyzer(parts: AnalyzerParts): Analyzer {
  const { tokenizer, lexicon, fieldWeights, simplifier } = parts;
  const phrases = phrasesOf(lexicon);
  /** All fields normalised, and each one's statements before the title is held against them. */
  const opened = (record: MatchRecord) => {
    const given = textFields(record, fieldWeights);
    const normalized = perText(given.length, (_, text: string) =>
      withoutContacts(normalize(text, simplifier)),
    );
    const fields = given.map((field, i) => ({ field, normalized: normalized(i, field.text) }));
    const read = once(() =>
      fields.map(({ field, normalized }) => statementsOf(normalized.text, field.field)),
    );
    const told = once(() => needsTold(fields, read()));
    const statementsAt = (i: number) => {
      const { field, normalized } = fields[i]!;
      return field.field === 'title' ? readTitle(normalized.text, told()) : read()[i]!;
    };
    return { fields, statementsAt, told };
  };
  /** Leaves out tokens of stop phrases and of what the text rules out. */
  const leaveOut = (tokens: TokenList, text: string, exclusions: readonly Exclusion[]) => {
    tokens.leaveOut(phrases.find(text));
    tokens.leaveOut(exclusions.filter(({ replaced }) => !replaced));
  };
  const wordsIn = (text: string, reading: string, exclusions: readonly Exclusion[]) => {
    const found = tokenizer.words?.(text, reading) ?? tokenizer.tokenize(text, reading).filter(isWord);
    const tokens = TokenList.of(usableTokens(found, text.length));
    leaveOut(tokens, text, exclusions);
    return tokens.tokens();
  };
  const cut: Cut =
    cutOf(tokenizer) ??
    ((text, reading, out) => {
      for (const token of usableTokens(tokenizer.tokenize(text, reading), text.length)) out.push(token);
    });
  /** Used again for each text. */
  const working = new TokenList();
  const skimmed = ({ fields, statementsAt }: ReturnType<typeof opened>): ReadField[] => {
    const read = perText(fields.length, (i) => {
      const { field, normalized } = fields[i]!;
      const { text } = normalized;
      const exclusions = once(() => exclusionsOf(text, lexicon));
      return {
        statements: once(() => statementsAt(i)),
        exclusions,
        words: once(() => wordsIn(text, readingText(normalized, field.text), exclusions())),
      };
    });
    return fields.map(({ field, normalized }, i) => {
      const { statements, exclusions, words } = read(i, keyOf(field));
      return {
        field,
        normalized,
        get statements() {
          return statements();
        },
        get words() {
          return words();
        },
        get exclusions() {
          return exclusions();
        },
      };
    });
  };
  const analyzed = ({ fields, statementsAt, told }: ReturnType<typeof opened>): AnalyzedField[] => {
    const hasText = fields.some(
      ({ field, normalized }) => field.field !== 'title' && normalized.text.length >= SHORTEST_TEXT,
    );
    const read = perText(fields.length, (i) => {
      const { field, normalized } = fields[i]!;
      const { text } = normalized;
      const isTitle = field.field === 'title';
      const statements = statementsAt(i);
      const named = isTitle ? nameIn(text, statements, lexicon) : undefined;
      const exclusions = exclusionsOf(text, lexicon);
      working.clear();
      cut(text, readingText(normalized, field.text), working);
      for (const head of named === undefined ? [] : titleHeads(text, named, lexicon)) working.push(head);
      leaveOut(working, text, exclusions);
      const emphasis = isTitle ? titleEmphasis(text, named, told(), hasText) : textEmphasis(text);
      weigh(working, statements, field.field, emphasis);
      const counted = working.copy();
      const tokens = once(() => counted.tokens());
      const words = once(() => tokens().filter((token) => isWord(token) && !isHeadTerm(token.term)));
      return { statements, counted, exclusions, tokens, words };
    });
    return fields.map(({ field, normalized }, i) => {
      const { tokens, words, ...rest } = read(i, keyOf(field));
      return {
        field,
        normalized,
        ...rest,
        get tokens() {
          return tokens();
        },
        get words() {
          return words();
        },
      };
    });
  };
  return {
    fingerprint: `${tokenizer.fingerprint}|${lexicon.fingerprint}|${simplifier?.fingerprint ?? 'as-is'}|${readerFingerprint()}`,
    lexicon,
    analyze: (record) => analyzed(opened(record)),
    skim: (record) => skimmed(opened(record)),
  };
}

/** Fields of a record, up to which it is not looked whether two hold the same text: mostly none do. */
const FEW_FIELDS = 24;

/** What is made of the text of each field, once for each text: lists of keywords may repeat one a thousand times. */
function perText<V>(size: number, make: (i: number, text: string) => V): (i: number, text: string) => V {
  if (size <= FEW_FIELDS) return make;
  const made = new Map<string, V>();
  return (i, text) => {
    let value = made.get(text);
    if (value === undefined) {
      value = make(i, text);
      made.set(text, value);
    }
    return value;
  };
}

/** A text means the same in fields of one name. */
function keyOf({ field, text }: TextField): string {
  return `${field}\n${text}`;
}

/** Shared by all analyzers of a lexicon, as they are large and know more with every text. */
const PHRASES = new WeakMap<Lexicon, StopPhrases>();

function phrasesOf(lexicon: Lexicon): StopPhrases {
  const phrases = PHRASES.get(lexicon) ?? new StopPhrases(lexicon.boilerplate, foldWord);
  PHRASES.set(lexicon, phrases);
  return phrases;
}

/** Whether a token is a whole word where it stands. */
export function isWord(token: Token): boolean {
  const { kind = 'words' } = token;
  return kind === 'words' || kind === 'latin';
}

/** A text that is shorter says nothing beside a title. In UTF-16 units. */
const SHORTEST_TEXT = 20;
/** A longer title is a text. In UTF-16 units. */
const LONGEST_NAME = 60;

/** The parts of a title that names a thing; nothing for one that says who asks, or tells a story. */
function nameIn(title: string, statements: Statements, lexicon: Lexicon): NamedThing | undefined {
  if (title === '' || title.length > LONGEST_NAME) return undefined;
  if (statements.some(({ role }) => role === 'company')) return undefined;
  return readName(title, 0, title.length, lexicon, lexicon.finder.segmentField(title));
}

/** Texts that a title is held against are read so far. In UTF-16 units. */
const MOST_TOLD = 4000;

/** The needs and problems that the texts of a record tell. */
function needsTold(
  fields: readonly Pick<AnalyzedField, 'normalized'>[],
  statements: readonly Statements[],
): string {
  let told = '';
  for (const [i, { normalized }] of fields.entries()) {
    for (const { role, start, end } of statements[i]!) {
      if (role !== 'need' && role !== 'problem') continue;
      told += `${normalized.text.slice(start, end)}\n`;
      if (told.length > MOST_TOLD) return told;
    }
  }
  return told;
}

/** Fields that name a thing: they are read whole. */
const NAMES: readonly string[] = ['title', 'keywords', 'techField', 'researchFields', 'expertise'];

function statementsOf(text: string, field: string): Statements {
  if (NAMES.includes(field)) return text === '' ? [] : [{ start: 0, end: text.length, role: 'other' }];
  return readStatements(text, Object.hasOwn(FIELD_ROLES, field) ? FIELD_ROLES[field] : undefined);
}

/** A text that is longer than this, in UTF-16 units, and states its need in less than this share of itself. */
const LONG_TEXT = 200;
const SMALL_SHARE = 0.5;
/** What other statements count, of what they count else, in a long text that states its need in a small part of itself. */
const BESIDE_THE_NEED: Partial<Readonly<Record<Role, number>>> = {
  other: 0.25,
  offer: 0.25,
  present: 0.35,
  background: 0.3,
  indicator: 0.6,
  condition: 0.6,
  company: 0.3,
  praise: 0.3,
};

function asksInPassing(statements: Statements): boolean {
  const length = statements.at(-1)?.end ?? 0;
  if (length < LONG_TEXT) return false;
  let asked = 0;
  for (const { role, start, end } of statements)
    if (role === 'need' || role === 'problem') asked += end - start;
  return asked > 0 && asked < SMALL_SHARE * length;
}

/**
 * Multiplies what tokens count by what their statements count and the emphasis of their place; a token counts what the statement
 * counts in which it begins.
 */
function weigh(
  tokens: TokenList,
  statements: Statements,
  field: string,
  emphasis: Float64Array | undefined,
): void {
  const told = asksInPassing(statements) ? BESIDE_THE_NEED : undefined;
  const weightOf = (role: Role) => statementWeight(role, field) * (told?.[role] ?? 1);
  const isPlain = statements.every(({ role }) => weightOf(role) === 1);
  if (isPlain && emphasis === undefined) return;
  const factors = emphasis ?? plainFactors(statements.at(-1)!.end);
  for (const { start, end, role } of isPlain ? [] : statements) {
    const weight = weightOf(role);
    for (let at = start; at < end; at++) factors[at]! *= weight;
  }
  tokens.scale(factors);
}

/** Used again for each text: to make it takes longer than to fill it. */
let working = new Float64Array(0);

function plainFactors(length: number): Float64Array {
  if (working.length < length) working = new Float64Array(2 * length);
  return working.fill(1, 0, length);
}
