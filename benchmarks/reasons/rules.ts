import type { Lexicon } from '../../src/core/lexicon/lexicon.ts';
import { type Clause, clausesOf, quotesOf } from './clauses.ts';
import { whyConditionFalse } from './conditions.ts';
import { boundariesOf, isEmptyWord, plain } from './oracle.ts';

/** One side of a pair, as the rules read it. */
export interface Side {
  /** All that the record says, in one text. */
  readonly text: string;
  readonly isDemand: boolean;
  /** Names of its chains. */
  readonly chains: readonly string[];
  readonly regionCode: string | undefined;
  readonly hasStage: boolean;
  readonly modes: readonly string[];
}

/** A clause that is not true, and why. */
export interface Lie {
  readonly clause: string;
  readonly why: string;
}

const PERSONS = /(?:病人|病患|患者|老人|工人|人员|儿童|农户|用户|医生|护士)$/;
const WITHOUT = '不用|不采用|不使用|不含|不添加|不依赖|无需|无须|避免使用|替代|取代|代替|禁用|弃用|摆脱|淘汰';

/** The clauses of a reason that are false of two records. */
export function liesOf(
  reason: { readonly zh: string; readonly en: string },
  query: Side,
  record: Side,
  lexicon: Lexicon,
): Lie[] {
  const lies: Lie[] = [];
  const clauses = clausesOf(reason.zh);
  for (const clause of clauses) {
    for (const why of whyFalse(clause, query, record, lexicon)) lies.push({ clause: clause.text, why });
  }
  const says = (kind: Clause['kind']) => clauses.some((clause) => clause.kind === kind);
  if (says('scattered') && (says('mention') || says('same'))) {
    lies.push({ clause: reason.zh, why: 'scattered words, and something shared' });
  }
  if (!/^[A-Z“].*\.$/s.test(reason.en)) lies.push({ clause: reason.en, why: 'no sentence' });
  const sorted = (text: string) => quotesOf(text).sort().join('|');
  if (sorted(reason.zh) !== sorted(reason.en)) {
    lies.push({ clause: reason.en, why: 'quotes other words than the Chinese sentence' });
  }
  return lies;
}

function whyFalse({ kind, text, quotes }: Clause, query: Side, record: Side, lexicon: Lexicon): string[] {
  const why: string[] = [];
  const must = (ok: boolean, otherwise: string) => {
    if (!ok) why.push(otherwise);
  };
  const sides = [plain(query.text), plain(record.text)] as const;
  const [a = '', b = ''] = quotes.map(plain);
  const condition = whyConditionFalse({ kind, text, quotes }, query, record);
  if (condition !== undefined) return condition;
  for (const quote of quotes) must([...plain(quote)].length > 1, `one character: ${quote}`);
  if (kind === 'need') {
    const demands = [query, record].filter(({ isDemand }) => isDemand).map(({ text: told }) => plain(told));
    const piece = plain(quotes[0]!.replace(/…$/, ''));
    must(
      demands.some((told) => told.includes(piece)),
      'the demand does not tell that need',
    );
  } else if (kind === 'mention') {
    for (const piece of quotes.map(plain)) {
      must(
        sides.every((side) => side.includes(piece.replace(/(?<=[a-z])s$/, ''))),
        `${piece} does not stand in both`,
      );
      for (const side of sides) must(!isTorn(piece, side, lexicon), `${piece} is torn`);
      must(!isGeneric(piece, lexicon), `${piece} is said of anything`);
      must(isRuledOut(sides[0], piece) === isRuledOut(sides[1], piece), `${piece} is ruled out on one side`);
    }
  } else if (kind === 'state') {
    for (const piece of quotes.map(plain)) {
      must(/\d/.test(piece), `${piece} is no figure`);
      for (const side of sides) must(holdsFigures(side, piece), `${piece} is not stated by both`);
    }
  } else if (kind === 'same' || kind === 'kind' || kind === 'everyday') {
    const isSaid =
      (sides[0].includes(a) && sides[1].includes(b)) || (sides[0].includes(b) && sides[1].includes(a));
    must(isSaid, 'the words stand in neither order in the two records');
    must(a !== b, 'one word in two writings');
    for (const word of [a, b]) {
      const where = sides.filter((side) => side.includes(word));
      must(
        where.some((side) => !isTorn(word, side, lexicon)),
        `${word} is torn`,
      );
    }
    const entry = (word: string) => lexicon.byName.get(word) ?? lexicon.byName.get(plain(word));
    const [one, two] = quotes.map((quote) => entry(quote.normalize('NFKC').toLowerCase()));
    if (kind === 'same') {
      // A name of several meanings is told by its text; any of them may be meant.
      const meanings = (word: string | undefined) => {
        const name = (word ?? '').normalize('NFKC').toLowerCase();
        return [entry(name), ...(lexicon.senses.get(name) ?? []).map((sense) => sense.entry)];
      };
      const others = meanings(quotes[1]);
      const isOne = meanings(quotes[0]).some((known) => known !== undefined && others.includes(known));
      must(isOne, 'names of two things');
      must(!a.includes(b) && !b.includes(a), 'a word and its piece');
      for (const word of [a, b]) {
        must(!lexicon.everyday.has(word), `${word} is everyday speech`);
        must(!PERSONS.test(word), `${word} is a person`);
        must(!isGeneric(word, lexicon), `${word} is said of anything`);
      }
    } else if (kind === 'kind') {
      const wider =
        one?.broader === undefined ? undefined : entry(one.broader.normalize('NFKC').toLowerCase());
      must(wider !== undefined && wider === two, 'is not a kind of it in the lexicon');
    } else {
      const terms = lexicon.everyday.get(a) ?? lexicon.everyday.get(b) ?? [];
      const technical = lexicon.everyday.has(a) ? two : one;
      must(
        technical !== undefined && terms.some((term) => entry(term) === technical),
        'no term of that word',
      );
    }
    must(isRuledOut(sides[0], a) === isRuledOut(sides[1], b) || kind === 'everyday', 'ruled out on one side');
  } else if (kind === 'ruledOut') {
    must(
      sides.some((side) => isRuledOut(side, a)),
      'neither side rules it out',
    );
  } else if (kind === 'chains') {
    for (const name of text.slice(2, -3).split('、')) {
      must(query.chains.includes(name) && record.chains.includes(name), `not both of ${name}`);
    }
  } else if (kind === 'region') {
    const [one, two] = [query.regionCode, record.regionCode];
    // A place may be written in words alone.
    const name = text.slice(2).replace(/[省市县区]$/, '');
    const isIn = (code: string | undefined, side: string) =>
      (code !== undefined && code.slice(0, 2) === (one ?? two)?.slice(0, 2)) || side.includes(name);
    must(isIn(one, sides[0]) && isIn(two, sides[1]), 'in two places');
  } else if (kind === 'stage') {
    must(query.hasStage && record.hasStage, 'one of them states no stage');
  } else if (kind === 'modes') {
    must(
      query.modes.some((mode) => record.modes.includes(mode)),
      'they share no way of cooperation',
    );
  } else if (kind === 'other') {
    for (const piece of quotes.map(plain)) {
      must(
        sides.some((side) => side.includes(piece)),
        `${piece} stands in neither`,
      );
    }
  }
  return why;
}

/** Whether each place of a piece in a text begins or ends inside of a word of every segmenter. */
function isTorn(piece: string, text: string, lexicon: Lexicon): boolean {
  if (lexicon.byName.has(piece) || lexicon.everyday.has(piece)) return false;
  let isFound = false;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    isFound = true;
    const from = Math.max(0, at - 12);
    const window = text.slice(from, at + piece.length + 12);
    const ends = new Set(boundariesOf(window));
    for (const { start, end } of lexicon.finder.segment(window)) ends.add(start).add(end);
    const isEnd = (place: number) => ends.has(place) || partsScripts(window, place);
    if (isEnd(at - from) && isEnd(at - from + piece.length)) return false;
  }
  return isFound;
}

/** Whether letters end at a place, or digits, or what is neither: no word goes on there. */
function partsScripts(text: string, at: number): boolean {
  const scriptOf = (char = '') => (/[a-z]/.test(char) ? 'letters' : /\d/.test(char) ? 'digits' : 'other');
  return scriptOf(text[at - 1]) !== scriptOf(text[at]);
}

/** Whether a piece is made of words of any title, or is one word that names nothing. */
function isGeneric(piece: string, lexicon: Lexicon): boolean {
  if (lexicon.byName.has(piece)) return false;
  if (lexicon.generic.has(piece) || isEmptyWord(piece)) return true;
  const words = lexicon.finder.segment(piece);
  return words.length > 0 && words.every(({ word }) => lexicon.generic.has(word)) && isCovered(piece, words);
}

function isCovered(piece: string, words: readonly { readonly word: string }[]): boolean {
  return words.reduce((sum, { word }) => sum + word.length, 0) === piece.length;
}

/** Whether a text says that it does without a word: right behind the verb, or in a list behind it. */
function isRuledOut(text: string, word: string): boolean {
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 14), at);
    if (
      new RegExp(
        `(?<!国产|国产化|进口|可)(?:${WITHOUT})[^,，。;；、的]{0,4}(?:[、和或][^,，。;；、的]{0,4})?$`,
      ).test(before)
    ) {
      // A longer word that only ends in this one is another thing.
      const gap = /[^用含加赖需须免代]*$/.exec(before)![0];
      if (gap === '' || /[、和或]$/.test(gap)) return true;
    }
  }
  return false;
}

/** Whether a text holds the figures of a piece, whatever the power of ten of its unit. */
function holdsFigures(text: string, piece: string): boolean {
  const mantissas = (from: string) =>
    new Set(
      [...from.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure.replace('.', '').replace(/^0+|0+$/g, '')),
    );
  const known = mantissas(text);
  return [...mantissas(piece)].every((figure) => known.has(figure));
}
