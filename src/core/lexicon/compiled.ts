import {
  BLOCK,
  type CompiledHead,
  type CompiledRest,
  FIRST_UNIT,
  numberAt,
  type Section,
  toDistance,
} from './compiled-form.ts';
import { placesOf, readHead, sectionsOf, startsOf } from './compiled-layout.ts';
import type { LexiconEntry, Sense } from './entry.ts';
import type { Lexicon, LexiconSource } from './lexicon.ts';
import type { NameList } from './names.ts';
import { PoolMap } from './pool-map.ts';
import { WordFinder } from './word-finder.ts';
import { WordPool } from './word-pool.ts';

/**
 * A lexicon in its compiled form, opened: what is asked for is made when it is asked for, once.
 */
export class CompiledLexicon {
  readonly lexicon: Lexicon;
  readonly rest: CompiledRest;
  private readonly head: CompiledHead;
  private readonly text: string;
  /** Where each section begins. */
  private readonly sections: Readonly<Record<Section | 'end', number>>;
  /** Words as they stand in the text, and normalised. */
  private readonly stored: WordPool;
  private readonly folded: WordPool;
  private readonly made: LexiconEntry[];
  /** Where each part of the words begins. */
  private readonly places: Readonly<Record<keyof CompiledHead['parts'] | 'end', number>>;
  /** Of each compound head the first name and how many it has. */
  private readonly headNames = new Map<number, readonly [first: number, count: number]>();
  /** The entry of each name of a head. */
  private readonly headOfName: number[] = [];
  private readonly termLists: (readonly string[])[] = [];

  /** @throws CuoheError `INVALID_LEXICON` for a text that no lexicon was compiled to, or by another version. */
  constructor(text: string) {
    this.head = readHead(text);
    this.text = text;
    this.sections = sectionsOf(text, this.head);
    this.places = placesOf(this.head);
    this.made = new Array<LexiconEntry>(this.size);
    const { words, spoken, lengths, rest, end } = this.sections;
    this.rest = JSON.parse(text.slice(rest, end));
    let headName = this.places.heads;
    for (const [entry, count] of this.rest.heads) {
      this.headNames.set(entry, [headName, count]);
      for (const end = headName + count; headName < end; headName++) this.headOfName.push(entry);
    }
    const starts = startsOf(text, lengths, this.places.end);
    const heads = words + starts[this.places.everyday]!;
    const stored = text.slice(words, heads) + this.spokenText(starts) + text.slice(heads, spoken);
    this.stored = new WordPool(stored, starts);
    this.folded = new WordPool(stored.toLowerCase(), starts);
    this.lexicon = this.makeLexicon();
  }

  /** The list that the lexicon was made of. */
  source(): LexiconSource {
    const { head, rest, places } = this;
    const { source, boilerplate, terms, functions } = rest;
    const entries = this.all().slice(0, source.entries);
    for (const [i, chains] of Object.entries(source.chains)) {
      entries[Number(i)] = { ...entries[Number(i)]!, chains };
    }
    for (const [i, ambiguous] of Object.entries(source.ambiguous)) {
      entries[Number(i)] = { ...entries[Number(i)]!, ambiguous };
    }
    return {
      name: head.name,
      entries,
      generic: new Map(this.written('generic').map((word, i) => [word, this.factorOf(places.generic + i)])),
      boilerplate,
      everyday: new Map(this.written('everyday').map((word, i) => [word, terms[this.number('lists', i)]!])),
      functions: new Map(functions),
    };
  }

  /** The names of all entries, those of heads last, as chain profiles read them; nothing where they are written otherwise. */
  names(): NameList | undefined {
    if (!this.rest.asWritten) return undefined;
    const { names, heads, end } = this.places;
    return {
      pool: this.folded,
      ranges: [
        [names, this.places.generic],
        [heads, end],
      ],
      kinds: this.rest.kinds.map(([chains]) => chains),
      kindOf: (word) => this.kindOf(word),
      totals: this.rest.totals,
    };
  }

  private makeLexicon(): Lexicon {
    const { head, rest, folded, places } = this;
    const finder = new WordFinder(folded, places.everyday, places.heads);
    const part = <V>(from: number, to: number, meaning: (word: number) => V) => {
      const apart = new Map<string, number>();
      for (const word of rest.apart) if (word >= from && word < to) apart.set(folded.at(word), word);
      const find = (word: string) => apart.get(word) ?? finder.find(word);
      return new PoolMap<V>({ pool: folded, from, to, find, valueOf: meaning });
    };
    const entryOf = (word: number) => this.entry(this.entryAt(word));
    const byName = part(places.names, places.generic, entryOf);
    const generic = part(places.generic, places.senses, (word) => this.factorOf(word));
    const senses = part(
      places.senses,
      places.everyday,
      once((word) => this.sensesOf(word)),
    );
    const everyday = part(places.everyday, places.heads, (word) => this.termsOf(word));
    let headPlaces: ReadonlyMap<string, number> | undefined;
    const findHead = (word: string) => {
      headPlaces ??= new Map(range(places.heads, places.end).map((at) => [folded.at(at), at]));
      return headPlaces.get(word) ?? -1;
    };
    const heads = new PoolMap({
      pool: folded,
      from: places.heads,
      to: places.end,
      find: findHead,
      valueOf: entryOf,
    });
    let functions: Lexicon['functions'] | undefined;
    let functionFinder: WordFinder | undefined;
    const all = () => this.all();
    const classes = () => {
      functions ??= this.functions();
      return functions;
    };
    return {
      name: head.name,
      fingerprint: head.fingerprint,
      get entries() {
        return all();
      },
      generic,
      boilerplate: rest.boilerplate,
      byName,
      senses,
      heads,
      everyday,
      get functions() {
        return classes();
      },
      get functionFinder() {
        functionFinder ??= new WordFinder(classes().keys());
        return functionFinder;
      },
      finder,
    };
  }

  /** Everyday words, one behind the other. */
  private spokenText(starts: Int32Array): string {
    const { text, sections, places } = this;
    const words: string[] = [];
    let word = '';
    let at = sections.spoken;
    for (let i = places.everyday, shared = sections.shared; i < places.heads; i++, shared++) {
      const kept = text.charCodeAt(shared) - FIRST_UNIT;
      const end = at + starts[i + 1]! - starts[i]! - kept;
      word = word.slice(0, kept) + text.slice(at, end);
      words.push(word);
      at = end;
    }
    return words.join('');
  }

  /** Entries. */
  private get size(): number {
    return this.sections.broader - this.sections.counts;
  }

  private number(section: Section, at: number): number {
    return numberAt(this.text, this.sections[section] + at);
  }

  private all(): LexiconEntry[] {
    for (let i = 0; i < this.size; i++) this.entry(i);
    return this.made;
  }

  private entry(i: number): LexiconEntry {
    const known = this.made[i];
    if (known !== undefined) return known;
    const first = this.firstName(i);
    const names: string[] = [];
    const count = this.namesOf(i);
    for (let word = first; word < first + count; word++) names.push(this.writtenAt(word));
    const { kinds, ambiguous } = this.rest;
    const [chains, head] = kinds[this.kindOf(first)]!;
    const broader = this.broaderOf(i);
    const entry: LexiconEntry = {
      names,
      ...(ambiguous[i] === undefined ? {} : { ambiguous: ambiguous[i] }),
      chains,
      ...(broader === undefined ? {} : { broader }),
      ...(head === 1 ? { head: true } : {}),
    };
    this.made[i] = entry;
    return entry;
  }

  private broaderOf(i: number): string | undefined {
    const told = this.number('broader', i);
    if (told === 0) return undefined;
    return this.rest.broader[i] ?? this.writtenAt(this.firstName(i + toDistance(told)));
  }

  /** The kind of a name's entry. */
  private kindOf(word: number): number {
    const { generic, heads } = this.places;
    return this.number('kinds', word < generic ? word : word - heads + generic);
  }

  private firstName(entry: number): number {
    const head = this.headNames.get(entry);
    if (head !== undefined) return head[0];
    const block = Math.floor(entry / BLOCK);
    let first = this.rest.blocks[block]!;
    for (let before = block * BLOCK; before < entry; before++) first += this.number('counts', before);
    return first;
  }

  private namesOf(entry: number): number {
    return this.number('counts', entry) || this.headNames.get(entry)![1];
  }

  /** The entry of a name. */
  private entryAt(word: number): number {
    if (word >= this.places.heads) return this.headOfName[word - this.places.heads]!;
    const { blocks } = this.rest;
    let block = 0;
    for (let to = blocks.length; to - block > 1; ) {
      const middle = (block + to) >> 1;
      if (blocks[middle]! <= word) block = middle;
      else to = middle;
    }
    let entry = block * BLOCK;
    for (let end = blocks[block]! + this.number('counts', entry); end <= word; ) {
      end += this.number('counts', ++entry);
    }
    return entry;
  }

  private factorOf(word: number): number {
    return this.rest.factors[this.number('factors', word - this.places.generic)]!;
  }

  private termsOf(word: number): readonly string[] {
    const list = this.number('lists', word - this.places.everyday);
    this.termLists[list] ??= this.rest.terms[list]!.map(this.fold);
    return this.termLists[list]!;
  }

  private sensesOf(word: number): readonly Sense[] {
    const meanings = this.rest.senses[word - this.places.senses]!;
    return meanings.map(([entry, words]) => ({ entry: this.entry(entry), words: words.map(this.fold) }));
  }

  private functions(): Map<string, readonly string[]> {
    const functions = new Map<string, readonly string[]>();
    for (const [name, words] of this.rest.functions) {
      for (const given of words) {
        const word = this.fold(given);
        const known = functions.get(word);
        functions.set(word, known === undefined ? [name] : [...known, name]);
      }
    }
    return functions;
  }

  /** The normalised form of a text of the rest. */
  private readonly fold = (text: string): string => this.rest.folded[text] ?? text.toLowerCase();

  private writtenAt(word: number): string {
    return this.rest.given[word] ?? this.stored.at(word);
  }

  private written(part: 'generic' | 'everyday'): string[] {
    const from = this.places[part];
    return range(from, from + this.head.parts[part]).map((word) => this.writtenAt(word));
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function once<V>(make: (key: number) => V): (key: number) => V {
  const made = new Map<number, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
