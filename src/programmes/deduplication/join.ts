import { DisjointSets } from '../planning/disjoint-sets.ts';
import { PrefixIndex, SLACK } from './candidates.ts';
import type { Portraits } from './portraits.ts';
import { areApart, compare, type DuplicateSimilarity, leastTitle, SAME_TEXT } from './similarity.ts';

/** Two records that were found to be the same. */
export interface DuplicateLink extends DuplicateSimilarity {
  readonly firstId: string;
  readonly secondId: string;
}

/** Records that are the same by these links. */
export interface DuplicateGroup {
  /** Two or more, in record order. */
  readonly recordIds: readonly string[];
  /** The comparisons that brought the group together: one less than it has records. */
  readonly links: readonly DuplicateLink[];
}

/** What became of all records. */
export interface Joined {
  readonly groups: readonly DuplicateGroup[];
  readonly unique: readonly string[];
  readonly compared: number;
  readonly cut: number;
}

interface Link extends DuplicateSimilarity {
  readonly first: number;
  readonly second: number;
}

/** Groups of more pairs of different records than these are not put together: nobody would look through them. */
const MOST_PAIRS = 4096;

/**
 * Records so far, and which of them belong together. Of one subject they do by any link. Groups of other subjects are joined
 * afterwards, the most alike first, unless one holds a record that is never the same as one of the other: the middle of a
 * chain (探测器) belongs to one of its ends (制冷型探测器, 非制冷型探测器), and does not join them.
 */
export class Join {
  private readonly portraits: Portraits;
  private readonly threshold: number;
  private readonly most: number;
  private readonly indexes: readonly PrefixIndex[];
  private readonly sets: DisjointSets;
  private readonly links: Link[] = [];
  /** Of each record what it says it is: records that say the same are never apart. */
  private readonly subjects: readonly string[];
  /** Two sets of other subjects → the best link between them. */
  private between = new Map<string, Link>();
  /** 1 + the position of the last record for which a candidate came up. */
  private readonly seenBy: Uint32Array;
  private compared = 0;
  private cut = 0;

  constructor(portraits: Portraits, threshold: number, most: number) {
    const { titles, told, subjects, steps, patents } = portraits;
    this.portraits = portraits;
    this.threshold = threshold;
    this.most = most;
    this.indexes = [new PrefixIndex(titles, leastTitle(threshold)), new PrefixIndex(told, SAME_TEXT)];
    this.sets = new DisjointSets(titles.length);
    this.subjects = subjects.map((units, i) => JSON.stringify([units, steps[i], patents[i]]));
    this.seenBy = new Uint32Array(titles.length);
  }

  add(position: number): void {
    this.compareWithEarlier(position);
    for (const index of this.indexes) index.add(position);
  }

  private compareWithEarlier(position: number): void {
    let seen = 0;
    for (const index of this.indexes) {
      for (const earlier of index.like(position)) {
        if (this.seenBy[earlier] === position + 1) continue;
        if (seen++ === this.most) {
          this.cut++;
          return;
        }
        this.seenBy[earlier] = position + 1;
        if (this.sets.root(earlier) !== this.sets.root(position)) this.tryLink(earlier, position);
      }
    }
  }

  private tryLink(first: number, second: number): void {
    this.compared++;
    const { portraits, subjects, sets } = this;
    const alike = compare(portraits, first, second);
    if (alike === undefined || alike.similarity < this.threshold - SLACK) return;
    const link = { first, second, ...alike };
    if (subjects[first] === subjects[second]) {
      sets.join(first, second);
      this.links.push(link);
    } else if (!areApart(portraits, first, second)) this.keepBest(this.between, link);
  }

  private keepBest(links: Map<string, Link>, link: Link): void {
    const [a, b] = [this.sets.root(link.first), this.sets.root(link.second)];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = links.get(key);
    if (known === undefined || this.inOrder(link, known) < 0) links.set(key, link);
  }

  /** The most alike first, then by what the records say: their order in the list changes nothing. */
  private inOrder(a: Link, b: Link): number {
    if (a.similarity !== b.similarity) return b.similarity - a.similarity;
    const [x, y] = [this.wordsOf(a), this.wordsOf(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }

  private wordsOf({ first, second }: Link): string {
    return [first, second]
      .map((at) => this.saidBy(at))
      .sort()
      .join('\n');
  }

  private saidBy(position: number): string {
    const { wholes, organizations } = this.portraits;
    return `${wholes[position]}\n${organizations[position]}\n${this.subjects[position]}`;
  }

  /** Joins the sets of other subjects. */
  private joinSets(): void {
    const best = new Map<string, Link>();
    for (const link of this.between.values()) this.keepBest(best, link);
    this.between = best;
    const { sets } = this;
    const members = new Map<number, number[]>();
    const roots = new Set(
      [...best.values()].flatMap(({ first, second }) => [sets.root(first), sets.root(second)]),
    );
    const said = new Map<number, Set<string>>();
    for (let position = 0; position < this.subjects.length; position++) {
      const root = sets.root(position);
      if (!roots.has(root)) continue;
      const known = said.get(root) ?? new Set();
      said.set(root, known);
      const words = this.saidBy(position);
      if (known.has(words)) continue;
      known.add(words);
      const list = members.get(root);
      if (list === undefined) members.set(root, [position]);
      else list.push(position);
    }
    for (const link of [...best.values()].sort((a, b) => this.inOrder(a, b))) {
      const [a, b] = [sets.root(link.first), sets.root(link.second)];
      if (a === b) continue;
      const [here, there] = [members.get(a)!, members.get(b)!];
      if (!this.mayJoin(here, there)) continue;
      sets.join(a, b);
      members.set(sets.root(a), [...here, ...there]);
      this.links.push(link);
    }
  }

  private mayJoin(here: readonly number[], there: readonly number[]): boolean {
    if (here.length * there.length > MOST_PAIRS) {
      this.cut++;
      return false;
    }
    return here.every((a) => there.every((b) => !areApart(this.portraits, a, b)));
  }

  isTogether(first: number, second: number): boolean {
    return this.sets.root(first) === this.sets.root(second);
  }

  finish(ids: readonly string[]): Joined {
    this.joinSets();
    const groups = new Map<number, { recordIds: string[]; links: DuplicateLink[] }>();
    for (const { first, second, ...alike } of this.links) {
      const root = this.sets.root(first);
      const group = groups.get(root) ?? { recordIds: [], links: [] };
      groups.set(root, group);
      group.links.push({ firstId: ids[first]!, secondId: ids[second]!, ...alike });
    }
    const unique: string[] = [];
    for (const [position, id] of ids.entries()) {
      const group = groups.get(this.sets.root(position));
      (group?.recordIds ?? unique).push(id);
    }
    const inOrder: DuplicateGroup[] = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
    return { groups: inOrder, unique, compared: this.compared, cut: this.cut };
  }
}
