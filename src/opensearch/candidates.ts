import { CuoheError } from '../base/errors.ts';
import { quote } from '../base/printable.ts';
import { productBelow } from './bound.ts';
import { type Candidate, candidateOf, type Hit } from './candidate.ts';
import { type Json, jsonOf } from './failures.ts';
import type { PlainFilter } from './filters.ts';
import { type Line, linesOf } from './lines.ts';
import type { Dialect } from './mapping.ts';
import { openPoint, type PointInTime } from './points.ts';
import { FIRST_SIZE, LARGEST_SIZE, rowQuery, type SearchBody, searchBody } from './query.ts';
import type { Question } from './question.ts';
import type { EngineSession } from './session.ts';

/** Candidates of one search: when the first do not suffice the next number is asked for, and then a point in time by pages. */
const DEPTHS = [FIRST_SIZE, 200, 1000];

/** What the engine found for one line so far. */
interface Found {
  readonly line: Line;
  candidates: Candidate[];
  /** More than the product of whatever it did not give with the features of the line; 0 once it gave all. */
  below: number;
  /** Where the next page begins. */
  after: unknown;
}

/** What is asked for, and of whom. */
export interface Lookout {
  readonly session: EngineSession;
  readonly question: Question;
  readonly version: string;
  readonly filter: PlainFilter;
  readonly dialect: Dialect;
  /** Most clauses of a search. */
  readonly clauses: number;
}

/** Looks for candidates, deeper and deeper; knows what lies behind those that it found. */
export class Candidates {
  private readonly lookout: Lookout;
  private readonly found: Found[];
  private readonly rows: readonly number[][];
  private depth: number;
  private page = DEPTHS[DEPTHS.length - 1]!;
  private point: PointInTime | undefined;

  /** @param wanted number of the best that are wanted. */
  constructor(lookout: Lookout, wanted: number) {
    this.lookout = lookout;
    const { question, clauses } = lookout;
    const lines = linesOf(question, clauses);
    this.found = lines.map((line) => ({ line, candidates: [], below: 1, after: undefined }));
    this.rows = question.rows.map((_, row) => [...lines.keys()].filter((i) => lines[i]!.row === row));
    const enough = DEPTHS.findIndex((depth) => depth > wanted);
    this.depth = enough < 0 ? DEPTHS.length : enough;
  }

  /**
   * All that were found, of different ids.
   * @throws CuoheError `ENGINE_FAILED` where two indices hold documents of one id.
   */
  get all(): Candidate[] {
    const newest = new Map<string, Candidate>();
    for (const { candidates } of this.found) {
      for (const candidate of candidates) {
        const other = newest.get(candidate.id);
        if (other !== undefined && other.index !== candidate.index) {
          const both = [other.index, candidate.index].map(quote).join(' and ');
          throw new CuoheError('ENGINE_FAILED', `${both} both hold a document ${quote(candidate.id)}`);
        }
        // Between two searches a record may have changed.
        if (other === undefined || other.revision < candidate.revision) newest.set(candidate.id, candidate);
      }
    }
    return [...newest.values()];
  }

  /** More than the product with any of some rows of whatever was not found; 0 where nothing is left. */
  behind(rows: readonly number[]): number {
    let most = 0;
    for (const row of rows) {
      const sum = this.rows[row]!.reduce((total, i) => total + this.found[i]!.below, 0);
      if (sum > most) most = sum;
    }
    return most;
  }

  /** Most candidates that one search has given. */
  get deepest(): number {
    return this.found.reduce((most, { candidates }) => Math.max(most, candidates.length), 0);
  }

  /** Asks for more by some rows. */
  async deepen(rows: Iterable<number>): Promise<void> {
    const asked = [...new Set(rows)].flatMap((row) => this.rows[row]!);
    const open = asked.map((i) => this.found[i]!).filter(({ below }) => below > 0);
    const size = DEPTHS[this.depth++];
    if (size !== undefined) {
      await Promise.all(open.map((found) => this.search(found, size)));
      return;
    }
    if (this.point === undefined) {
      const { session } = this.lookout;
      this.point = await openPoint(session.transport, session.index, (request) => session.ask(request));
      // What was found before was of another moment.
      for (const found of this.found) Object.assign(found, { candidates: [], below: 1, after: undefined });
      await Promise.all(this.found.map((found) => this.nextPage(found)));
    } else {
      await Promise.all(open.map((found) => this.nextPage(found)));
    }
    this.page = Math.min(LARGEST_SIZE, 2 * this.page);
  }

  async close(): Promise<void> {
    await this.point?.close();
  }

  private async search(found: Found, size: number): Promise<void> {
    const hits = await this.hits(this.body(found.line, size));
    found.candidates = this.read(hits);
    found.below = this.belowOf(hits, size, found.line);
  }

  private async nextPage(found: Found): Promise<void> {
    const size = this.page;
    const hits = await this.hits({
      ...this.body(found.line, size),
      pit: this.point!.body,
      sort: [{ _score: 'desc' }, { id: 'asc' }],
      track_scores: true,
      ...(found.after === undefined ? {} : { search_after: found.after }),
    });
    const known = new Set(found.candidates.map(({ id }) => id));
    const read = this.read(hits);
    if (read.some(({ id }) => known.has(id)))
      throw new CuoheError('ENGINE_FAILED', 'The engine gave the documents of one page again on the next');
    found.candidates = [...found.candidates, ...read];
    found.below = this.belowOf(hits, size, found.line);
    found.after = hits[hits.length - 1]?.sort;
  }

  private body({ features }: Line, size: number): SearchBody {
    const { question, version, filter, dialect } = this.lookout;
    return searchBody(version, filter, rowQuery(features, question.hasNeeds, dialect), size);
  }

  private async hits(body: SearchBody): Promise<readonly Hit[]> {
    const { hits } = jsonOf((await this.lookout.session.search(body)) as Json);
    const list = jsonOf(hits).hits;
    if (!Array.isArray(list)) throw new CuoheError('ENGINE_FAILED', 'The engine gave an answer without hits');
    return list.map((hit: unknown) => jsonOf(hit));
  }

  private read(hits: readonly Hit[]): Candidate[] {
    return hits.map((hit) => candidateOf(hit, this.lookout.question));
  }

  private belowOf(hits: readonly Hit[], size: number, { features }: Line): number {
    let last = Number.POSITIVE_INFINITY;
    for (const { _score } of hits) {
      // The proof stands on their order.
      if (typeof _score !== 'number' || !(_score >= 0) || _score > last)
        throw new CuoheError(
          'ENGINE_FAILED',
          'The engine gave documents that are not in the order of their scores',
        );
      last = _score;
    }
    return hits.length < size ? 0 : productBelow(last, features.length);
  }
}
