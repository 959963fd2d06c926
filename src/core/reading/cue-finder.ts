import { NO_EDGE, ROOT, Trie } from '../lexicon/trie.ts';
import CUES from './cues.ts';
import { ROLES, type Role } from './roles.ts';

/** A word that tells a role. */
export interface Cue {
  /** Position in {@link ROLES}; -1 for a word that tells none and hides the shorter ones in it. */
  readonly role: number;
  /** 3 decides against others, 2 alone, 1 only beside others. */
  readonly strength: number;
  /** Counts only where a clause begins. */
  readonly first: boolean;
  /** May begin a statement where no sign parts it from the one before. */
  readonly opens: boolean;
}

/** A cue at a place of a text, end exclusive. */
export interface FoundCue extends Cue {
  readonly start: number;
  readonly end: number;
}

/** One bit for the first two units of a word: 8 kB, which stay in the cache while texts are read. */
const BEGINNING_BITS = 2 ** 16;

function beginningOf(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e37) + text.charCodeAt(at + 1)) & (BEGINNING_BITS - 1);
}

/** Finds the words of a list in a text, the longest at each place, not overlapping. */
export class CueFinder {
  private readonly trie = new Trie();
  /** What a word tells, by its number in the trie. */
  private readonly told: Cue[][] = [[]];
  /** Shared by words of two units or more: most places of a text begin none. */
  private readonly beginnings = new Uint32Array(BEGINNING_BITS / 32);
  /** Units that are a word by themselves. */
  private readonly single = new Uint8Array(0x10000);

  /** @param lines `role strength: words`, as in `cues.ts`; `_` stands for a space. */
  constructor(lines: string) {
    const byWord = new Map<string, Cue[]>();
    for (const line of lines.split('\n')) {
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      const [name, strength] = line.slice(0, colon).split(' ') as [string, string];
      const role = ROLES.indexOf(name as Role);
      for (const mark of line
        .slice(colon + 1)
        .trim()
        .split(' ')) {
        const word = mark.replace(/^[>^]/, '').replaceAll('_', ' ');
        const cues = byWord.get(word) ?? [];
        byWord.set(word, cues);
        cues.push({ role, strength: Number(strength), first: mark[0] === '^', opens: mark[0] === '>' });
      }
    }
    for (const [word, cues] of byWord) {
      this.trie.add(word, this.told.length);
      this.told.push(cues);
      if (word.length === 1) this.single[word.charCodeAt(0)] = 1;
      else {
        const bit = beginningOf(word, 0);
        this.beginnings[bit >>> 5]! |= 1 << (bit & 31);
      }
    }
  }

  /**
   * Shows the cues of a piece of a text in their order. A word that hides others is shown to nobody. Time grows with the
   * length of the piece: no word is longer than the longest of the list.
   * @param clause where the clause begins that the piece is a part of.
   */
  eachCue(
    text: string,
    from: number,
    to: number,
    clause: number,
    show: (cue: Cue, start: number, end: number) => void,
  ): void {
    const { trie, told } = this;
    for (let at = from; at < to; ) {
      if (!this.mayBegin(text, at)) {
        at++;
        continue;
      }
      let value = 0;
      let stop = at + 1;
      for (let end = at, node = ROOT; end < to; ) {
        const edge = trie.edge(node, text.charCodeAt(end++));
        if (edge === NO_EDGE) break;
        node = trie.node(edge);
        const found = trie.value(edge);
        if (found === 0 || !counts(told[found]!, at, clause) || tornLatin(text, at, end)) continue;
        value = found;
        stop = end;
      }
      if (value > 0) {
        for (const cue of told[value]!) {
          if (cue.role >= 0 && (!cue.first || at === clause)) show(cue, at, stop);
        }
      }
      at = stop;
    }
  }

  private mayBegin(text: string, at: number): boolean {
    if (this.single[text.charCodeAt(at)] === 1) return true;
    const bit = beginningOf(text, at);
    return ((this.beginnings[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }
}

function counts(cues: readonly Cue[], at: number, clause: number): boolean {
  for (const { first } of cues) if (!first || at === clause) return true;
  return false;
}

/** A Latin word that goes on at either end is another word. */
function tornLatin(text: string, start: number, end: number): boolean {
  return (
    (isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) ||
    (isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)))
  );
}

function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

let cues: CueFinder | undefined;

/** The finder of the words of `cues.ts`, made when it is first asked for. */
export function cueFinder(): CueFinder {
  cues ??= new CueFinder(CUES);
  return cues;
}
