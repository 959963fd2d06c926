import {
  BLOCK,
  COMPILED_FORMAT,
  type CompiledHead,
  type CompiledRest,
  FAR,
  fromDistance,
  SECTIONS,
  type Section,
  unitOf,
} from './compiled-form.ts';
import type { LexiconEntry } from './entry.ts';
import type { Lexicon, LexiconSource } from './lexicon.ts';

/** What a lexicon is compiled of. */
export interface CompileParts {
  /** Made of `source`, and perhaps of a taxonomy. */
  readonly lexicon: Lexicon;
  readonly source: LexiconSource;
  /** The text normalisation that it was made with. */
  readonly fold: (text: string) => string;
  /** The runs of a name that chain profiles read, joined. */
  readonly ideographs: (name: string) => string;
  readonly totals: CompiledRest['totals'];
}

/** Writes a lexicon in its compiled form. */
export function writeCompiled({ lexicon, source, fold, ideographs, totals }: CompileParts): string {
  const given: Record<string, string> = {};
  const folded: Record<string, string> = {};
  const words: string[] = [];
  let asWritten = true;
  const addWord = (written: string) => {
    const normal = fold(written);
    if (normal !== normal.toLowerCase()) throw new Error(`"${written}" has no normalised form in lower case`);
    const stored = asciiLower(written) === normal ? written : normal;
    if (stored !== written) {
      given[words.length] = written;
      asWritten &&= ideographs(written) === ideographs(stored);
    }
    words.push(stored);
  };
  const noteFolded = (text: string) => {
    const normal = fold(text);
    if (normal !== text.toLowerCase()) folded[text] = normal;
  };

  const { entries } = lexicon;
  const position = new Map(entries.map((entry, i) => [entry, i]));
  const table = tabulate<CompiledRest['kinds'][number]>();
  const named = entries.filter(({ head }) => head !== true);
  const heads = entries.filter(({ head }) => head === true);
  const kindsMet = [...named, ...heads].flatMap(({ chains, head, names }) => {
    const kind = table.numberOf([chains, head === true ? 1 : 0]);
    return names.map(() => kind);
  });
  const { numbers: kinds, all: allKinds } = byFrequency(kindsMet, table.all);
  const counts = entries.map(({ names, head }) => (head === true ? 0 : names.length));
  const broaderTexts: Record<string, string> = {};
  const broader = entries.map((entry, i) => {
    if (entry.broader === undefined) return 0;
    const wider = lexicon.byName.get(fold(entry.broader))!;
    const distance = position.get(wider)! - i;
    const far = fromDistance(distance) >= FAR;
    if (far || wider.names[0] !== entry.broader) broaderTexts[i] = entry.broader;
    return fromDistance(far ? 0 : distance);
  });
  const ambiguous: Record<string, NonNullable<LexiconEntry['ambiguous']>> = {};
  entries.forEach((entry, i) => {
    if (entry.ambiguous !== undefined) ambiguous[i] = entry.ambiguous;
  });

  const parts: Record<string, number> = {};
  const addPart = (name: string, list: Iterable<string>) => {
    const before = words.length;
    for (const word of list) addWord(word);
    parts[name] = words.length - before;
  };
  addPart(
    'names',
    named.flatMap(({ names }) => names),
  );
  addPart('generic', source.generic?.keys() ?? []);
  addPart('senses', lexicon.senses.keys());
  addPart('everyday', source.everyday?.keys() ?? []);
  addPart(
    'heads',
    heads.flatMap(({ names }) => names),
  );

  const found = new Map(
    words.slice(0, words.length - parts.heads!).map((word, i) => [word.toLowerCase(), i]),
  );
  const apart = [...words.keys()].filter((i) => {
    const last = found.get(words[i]!.toLowerCase());
    return i < words.length - parts.heads! && (last !== i || words[i]!.length === 1);
  });

  const factors = tabulate<number>();
  const factorNumbers = [...(source.generic?.values() ?? [])].map(factors.numberOf);
  const terms = tabulate<readonly string[]>();
  const lists = [...(source.everyday?.values() ?? [])].map(terms.numberOf);
  for (const term of terms.all.flat()) noteFolded(term);
  const functions = [...(source.functions ?? [])];
  for (const word of functions.flatMap(([, list]) => list)) noteFolded(word);
  const senses = [...lexicon.senses].map(([name, meanings]) =>
    meanings.map(({ entry, words: telling }) => {
      const [, written] = Object.entries(entry.ambiguous!).find(
        ([one, list]) => fold(one) === name && String(list.map(fold)) === String(telling),
      )!;
      for (const word of written) noteFolded(word);
      return [position.get(entry)!, written] as const;
    }),
  );

  const rest: CompiledRest = {
    kinds: allKinds,
    heads: entries.flatMap(({ head, names }, i) => (head === true ? [[i, names.length] as const] : [])),
    blocks: blocksOf(counts),
    factors: factors.all,
    terms: terms.all,
    boilerplate: lexicon.boilerplate,
    functions,
    apart,
    given,
    folded,
    broader: broaderTexts,
    ambiguous,
    senses,
    asWritten,
    totals,
    source: sourceOf(source, entries),
  };
  const numbers = (list: readonly number[]) => list.map(unitOf).join('');
  const spokenFrom = parts.names! + parts.generic! + parts.senses!;
  const headsFrom = spokenFrom + parts.everyday!;
  const spoken = words.slice(spokenFrom, headsFrom);
  const shared = spoken.map((word, i) => sharedUnits(spoken[i - 1] ?? '', word));
  const sections: Record<Section, string> = {
    words: [...words.slice(0, spokenFrom), ...words.slice(headsFrom)].join(''),
    spoken: spoken.map((word, i) => word.slice(shared[i])).join(''),
    shared: numbers(shared),
    lengths: numbers(words.map((word) => word.length)),
    counts: numbers(counts),
    kinds: numbers(kinds),
    broader: numbers(broader),
    factors: numbers(factorNumbers),
    lists: numbers(lists),
    rest: JSON.stringify(rest),
  };
  const head: CompiledHead = {
    cuohe: 'lexicon',
    format: COMPILED_FORMAT,
    name: lexicon.name,
    fingerprint: lexicon.fingerprint,
    sections: SECTIONS.map((section) => sections[section].length),
    parts: parts as CompiledHead['parts'],
  };
  return `${JSON.stringify(head)}\n${SECTIONS.map((section) => sections[section]).join('')}`;
}

function sharedUnits(before: string, word: string): number {
  let units = 0;
  while (units < before.length && units < word.length && before[units] === word[units]) units++;
  return units;
}

/** The same values under new numbers, small ones for those that are frequent: they take fewer bytes. */
function byFrequency<T>(numbers: readonly number[], all: readonly T[]): { numbers: number[]; all: T[] } {
  const counts = new Int32Array(all.length);
  for (const number of numbers) counts[number]!++;
  const order = [...all.keys()].sort((a, b) => counts[b]! - counts[a]!);
  const place = new Int32Array(all.length);
  order.forEach((number, i) => {
    place[number] = i;
  });
  return { numbers: numbers.map((number) => place[number]!), all: order.map((number) => all[number]!) };
}

function blocksOf(counts: readonly number[]): number[] {
  const blocks: number[] = [];
  let at = 0;
  counts.forEach((count, entry) => {
    if (entry % BLOCK === 0) blocks.push(at);
    at += count;
  });
  return blocks;
}

/** What the entries of a list were before the taxonomy was added. */
function sourceOf(source: LexiconSource, entries: readonly LexiconEntry[]): CompiledRest['source'] {
  const chains: Record<string, LexiconEntry['chains']> = {};
  const ambiguous: Record<string, NonNullable<LexiconEntry['ambiguous']>> = {};
  source.entries.forEach((entry, i) => {
    const now = entries[i]!;
    if (JSON.stringify(now.chains) !== JSON.stringify(entry.chains)) chains[i] = entry.chains;
    if (JSON.stringify(now.ambiguous) !== JSON.stringify(entry.ambiguous)) ambiguous[i] = entry.ambiguous!;
  });
  return { entries: source.entries.length, chains, ambiguous };
}

/** Different values in the order of their first use, each under its number. */
function tabulate<T>(): { readonly all: T[]; readonly numberOf: (value: T) => number } {
  const numbers = new Map<string, number>();
  const all: T[] = [];
  const numberOf = (value: T): number => {
    const key = JSON.stringify(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push(value) - 1;
  };
  return { all, numberOf };
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
