import type { Clues, WordReader } from './clues.ts';
import { type LikelyEvidence, likelihood, TELLING } from './likely.ts';
import type { Portraits } from './portraits.ts';

/** Two records that may be one thing in other words or in another language: for somebody to look at, in no group. */
export interface LikelyDuplicate extends Omit<LikelyEvidence, 'weight'> {
  readonly firstId: string;
  readonly secondId: string;
}

interface LikelyPair extends LikelyEvidence {
  readonly first: number;
  readonly second: number;
}

/** Finds pairs that are likely the same. */
export class LikelyPairs {
  private readonly clues: readonly Clues[];
  private readonly portraits: Portraits;
  private readonly words: WordReader | undefined;
  private readonly most: number;
  /** Clue → positions of the records that have it, ascending. */
  private readonly holders = new Map<string, number[]>();
  private readonly found: LikelyPair[] = [];

  constructor(clues: readonly Clues[], portraits: Portraits, words: WordReader | undefined, most: number) {
    this.clues = clues;
    this.portraits = portraits;
    this.words = words;
    this.most = most;
    for (let position = 0; position < clues.length; position++) {
      for (const key of this.keysOf(position, clues[position]!.isChinese)) {
        const list = this.holders.get(key);
        if (list === undefined) this.holders.set(key, [position]);
        else list.push(position);
      }
    }
  }

  /** Looks at those that share a clue with the record at a position, the rarest clue first, and as many as were asked for. */
  look(position: number): void {
    const { isChinese } = this.clues[position]!;
    const seen = new Set<number>();
    const lists = [
      ...this.keysOf(position, isChinese).map((key) => ({ isWithin: true, list: this.holders.get(key)! })),
      // Of two languages one looks.
      ...(isChinese ? [] : this.keysOf(position, true).filter((key) => !key.startsWith('unit '))).map(
        (key) => ({
          isWithin: false,
          list: this.holders.get(key) ?? [],
        }),
      ),
    ].sort((a, b) => a.list.length - b.list.length);
    for (const { isWithin, list } of lists) {
      for (const other of list) {
        if (isWithin && other >= position) break;
        if (seen.has(other)) continue;
        if (seen.size === this.most) return;
        seen.add(other);
        const [first, second] = other < position ? [other, position] : [position, other];
        const likely = likelihood(this.clues, this.portraits, this.words, first, second);
        if (likely !== undefined) this.found.push({ first, second, ...likely });
      }
    }
  }

  /** What is found, what tells most first, without pairs that are in one group. */
  finish(ids: readonly string[], isTogether: (first: number, second: number) => boolean): LikelyDuplicate[] {
    return this.found
      .filter(({ first, second }) => !isTogether(first, second))
      .sort((a, b) => b.weight - a.weight || a.first - b.first || a.second - b.second)
      .map(({ first, second, weight: _, ...evidence }) => ({
        firstId: ids[first]!,
        secondId: ids[second]!,
        ...evidence,
      }));
  }

  /** What a record can be found by among those of its unit, of one right, and, by language, anywhere. */
  private keysOf(position: number, isChinese: boolean): string[] {
    const { figures, latin, marks, subject } = this.clues[position]!;
    const unit = this.portraits.organizations[position]!;
    const language = isChinese ? 'zh' : 'other';
    const telling = [...figures].filter(([, weight]) => weight >= TELLING).map(([figure]) => figure);
    return [
      ...Array.from(marks, (mark) => `${language} ${mark}`),
      ...[...telling, ...latin.keys()].map((clue) => `${language} clue ${clue}`),
      ...(unit === '' || this.words === undefined
        ? []
        : [[...subject].sort().join(''), ...figures.keys()].map(
            (clue) => `unit ${language} ${unit} ${clue}`,
          )),
    ];
  }
}
