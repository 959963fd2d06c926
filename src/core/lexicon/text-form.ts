import { describeValue, InputError, type InputIssue } from '../../base/errors.ts';
import type { LexiconEntry, Strength } from './entry.ts';
import { EVERYDAY_PATTERN, everydayForms } from './everyday-forms.ts';

/**
 * The reviewable form of a lexicon, one entry a line:
 *
 *     热障涂层/TBC/隔热涂层 2 SY02:2 < 高温涂层
 *     ~燃机 3
 *     集成灶 0
 *
 * names joined by `/`, the strength for the file's own chain, strengths for other chains, the broader entry.
 * `~` marks a compound head. `ABS?塑料,注塑` is a name that counts in texts with one of the words behind `?`.
 */
const LINE = /^(~?)([^\s~].*?) ([0-3])((?: [^\s:<]+:[0-3])*)(?: ?< ?(\S.*))?$/su;
const GRAMMAR = 'NAME(/NAME)* STRENGTH( CODE:STRENGTH)*( < BROADER)?';

/**
 * Reads entries from their text form.
 * @param chain code that the bare strength speaks for; without it only 0 is allowed there.
 * @throws InputError `INVALID_LEXICON` naming every bad line.
 */
export function parseLexicon(text: string, chain?: string): LexiconEntry[] {
  return parseLines(text, (line) => {
    const match = LINE.exec(line);
    if (match === null) return GRAMMAR;
    const [, head, written, own, others, broader] = match;
    const { names, ambiguous } = readNames(written!);
    if (names.length === 0 || names.includes('')) return GRAMMAR;
    if (head === '~' && ambiguous !== undefined) return 'a head without words behind ?';
    if (own !== '0' && chain === undefined) return 'strength 0 in a list of no chain';
    const strengths = [...others!.matchAll(/ ([^\s:<]+):([0-3])/g)].map(([, code, strength]) => [
      code!,
      strength!,
    ]);
    if (chain !== undefined) strengths.unshift([chain, own!]);
    if (new Set(strengths.map(([code]) => code)).size < strengths.length) return 'each chain once';
    const chains = strengths
      .filter(([, strength]) => strength !== '0')
      .map(([code, strength]) => [code, Number(strength) as Strength]);
    return [
      {
        names,
        ...(ambiguous === undefined ? {} : { ambiguous }),
        chains: Object.fromEntries(chains) as Record<string, Strength>,
        ...(broader === undefined ? {} : { broader }),
        ...(head === '~' ? { head: true } : {}),
      },
    ];
  });
}

function readNames(written: string): Pick<LexiconEntry, 'names' | 'ambiguous'> {
  const names: string[] = [];
  const ambiguous: [string, readonly string[]][] = [];
  for (const form of written.split('/')) {
    const at = form.indexOf('?');
    if (at === -1) names.push(form.trim());
    else {
      const telling = form.slice(at + 1).split(',');
      ambiguous.push([form.slice(0, at).trim(), telling.map((word) => word.trim())]);
    }
  }
  return ambiguous.length === 0 ? { names } : { names, ambiguous: Object.fromEntries(ambiguous) };
}

/**
 * Reads `word factor` lines: words of any title, and what an occurrence of them counts (0 to 1).
 * @throws InputError `INVALID_LEXICON` naming every line of another form and every repeated word.
 */
export function parseFactors(text: string): Map<string, number> {
  const factors = new Map<string, number>();
  parseLines(text, (line) => {
    const match = /^(\S.*) (0|1|[01]\.0+|0?\.\d+)$/.exec(line);
    if (match === null) return 'WORD FACTOR, a factor from 0 to 1';
    if (factors.has(match[1]!)) return 'a word not used before';
    factors.set(match[1]!, Number(match[2]));
    return [];
  });
  return factors;
}

const EVERYDAY = /^([^=]*[^=\s]) ?= ?(\S[^=]*)$/u;

/**
 * Reads `WORD(/WORD)* = TERM(/TERM)*` lines: words of everyday speech, and the technical terms that titles of
 * achievements use for the remedy or for the same thing, the best first. A word may be a pattern of many, see
 * `everydayForms`; what is written out goes before patterns, of two patterns the first counts, and a form that is
 * one of its own terms is left out.
 * @throws InputError `INVALID_LEXICON` naming every line of another form, every repeated word and every bad pattern.
 */
export function parseEveryday(text: string): Map<string, readonly string[]> {
  const everyday = new Map<string, readonly string[]>();
  const patterned: [forms: readonly string[], terms: readonly string[]][] = [];
  parseLines(text, (line) => {
    const [words, terms] = (EVERYDAY.exec(line)?.slice(1) ?? []).map((side) =>
      side.split('/').map((name) => name.trim()),
    );
    if (words === undefined || terms === undefined || words.includes('') || terms.includes('')) {
      return 'WORD(/WORD)* = TERM(/TERM)*';
    }
    for (const word of words) {
      const forms = everydayForms(word);
      if (forms === undefined) return EVERYDAY_PATTERN;
      if (forms[0] !== word) patterned.push([forms, terms]);
      else if (everyday.has(word)) return 'words not used before';
      else everyday.set(word, terms);
    }
    return [];
  });
  for (const [forms, terms] of patterned) {
    for (const form of forms) if (!everyday.has(form) && !terms.includes(form)) everyday.set(form, terms);
  }
  return everyday;
}

const FUNCTION = /^([^=|/\s]+) = ([^=|]*[^=|\s]) \| (\S[^=|]*)$/u;

/**
 * Reads `CLASS = TROUBLE(/TROUBLE)* | REMEDY(/REMEDY)*` lines: classes of what is wrong and what is done about it, each
 * with the words by which demands tell the trouble and those by which achievements tell the remedy. Both sides count
 * alike; they are apart for those who read the list.
 * @throws InputError `INVALID_LEXICON` naming every line of another form, every repeated class and every class that
 * holds a word twice.
 */
export function parseFunctions(text: string): Map<string, readonly string[]> {
  const functions = new Map<string, readonly string[]>();
  parseLines(text, (line) => {
    const [, name, ...sides] = FUNCTION.exec(line) ?? [];
    const words = sides.flatMap((side) => side.split('/').map((word) => word.trim()));
    if (name === undefined || words.includes('')) return 'CLASS = TROUBLE(/TROUBLE)* | REMEDY(/REMEDY)*';
    if (functions.has(name)) return 'a class not used before';
    if (new Set(words).size < words.length) return 'each word once in a class';
    functions.set(name, words);
    return [];
  });
  return functions;
}

/** Reads every line that is not blank; what the reader expected instead becomes an issue. */
function parseLines<T>(text: string, read: (line: string) => readonly T[] | string): T[] {
  const issues: InputIssue[] = [];
  const parsed: T[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line === '') return;
    const result = read(line);
    if (typeof result !== 'string') parsed.push(...result);
    else {
      const received = describeValue(line);
      issues.push({ index, place: `line ${index + 1}`, path: '', expected: result, received });
    }
  });
  if (issues.length > 0) throw new InputError('INVALID_LEXICON', 'Bad lexicon text', issues);
  return parsed;
}

/** Reads one phrase a line. */
export function parsePhrases(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
