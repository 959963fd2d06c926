import { CuoheError, describeValue } from '../../base/errors.ts';
import { quote } from '../../base/printable.ts';
import { LiveRows } from '../matches/live-rows.ts';
import type { Ranking } from '../matches/rank.ts';
import type { MatchRecord } from '../records/types.ts';
import { hasBit } from '../scores/bits.ts';
import type { Part } from './part.ts';

/** A part of an index and those of its rows that are records still. */
export interface Piece {
  readonly part: Part;
  readonly live: LiveRows;
}

/** A piece in its index. */
export interface Segment extends Piece {
  /** Position of its first record. */
  readonly first: number;
}

/** Where a record lies. */
export interface Place {
  /** Number of the segment. */
  readonly segment: number;
  /** Row in its part. */
  readonly row: number;
}

/**
 * The records of an index, which lie in one part or in several: the first as it was built, the others as changes brought
 * them. Records have positions from 0, in the order of parts and rows; rows of records that were removed have none.
 * Immutable.
 */
export class Segments {
  readonly all: readonly Segment[];
  /** Number of records. */
  readonly size: number;

  constructor(pieces: readonly Piece[]) {
    let first = 0;
    this.all = pieces.map((piece) => {
      const segment = { ...piece, first };
      first += piece.live.count;
      return segment;
    });
    this.size = first;
  }

  static of(part: Part): Segments {
    return new Segments([{ part, live: LiveRows.all(part.collection.records.size) }]);
  }

  /** Whether positions are the rows of the one part. */
  get isPlain(): boolean {
    return this.all.length === 1 && this.all[0]!.live.bits === undefined;
  }

  /** The first part: its statistics are those of the whole index. */
  get base(): Part {
    return this.all[0]!.part;
  }

  /** @throws CuoheError `UNKNOWN_RECORD` */
  at(position: number): Place {
    if (!Number.isInteger(position) || position < 0 || position >= this.size) {
      throw new CuoheError(
        'UNKNOWN_RECORD',
        `No record at position ${position}: expected 0 to ${this.size - 1}`,
      );
    }
    let segment = this.all.length - 1;
    while (this.all[segment]!.first > position) segment--;
    const { live, first } = this.all[segment]!;
    return { segment, row: live.row(position - first) };
  }

  positionOf({ segment, row }: Place): number {
    const { first, live } = this.all[segment]!;
    return first + live.position(row);
  }

  /** Where the record with an id lies; undefined for an id that no record has. */
  find(id: string): Place | undefined {
    for (const [segment, { part, live }] of this.all.entries()) {
      const row = part.collection.records.indexOf(id);
      if (row >= 0 && live.has(row)) return { segment, row };
    }
    return undefined;
  }

  /**
   * The position of the record with an id.
   * @throws CuoheError `UNKNOWN_RECORD`
   */
  positionOfId(id: string): number {
    const place = this.find(id);
    if (place !== undefined) return this.positionOf(place);
    throw new CuoheError(
      'UNKNOWN_RECORD',
      `No record with the id ${typeof id === 'string' ? quote(id) : describeValue(id)} in the index`,
    );
  }

  record(position: number): MatchRecord {
    const { segment, row } = this.at(position);
    return this.all[segment]!.part.collection.records.at(row);
  }

  /** All records, in the order of positions. */
  *records(): Generator<MatchRecord, void, undefined> {
    for (const { part, live } of this.all) for (const row of live) yield part.collection.records.at(row);
  }

  /** The host's row. */
  row(position: number): unknown {
    const { segment, row } = this.at(position);
    return this.all[segment]!.part.row(row);
  }

  /** The positions of the live rows whose bits are set, ascending. @param bits of each segment; undefined for all. */
  passing(bits: readonly (Uint32Array | undefined)[]): number[] {
    return this.all.flatMap(({ live, first }, segment) => {
      const passed = bits[segment];
      const rows = Array.from(live).filter((row) => passed === undefined || hasBit(passed, row));
      return rows.map((row) => first + live.position(row));
    });
  }

  /** Positions by segment, as rows. */
  rowsBySegment(positions: Uint32Array): Uint32Array[] {
    if (this.isPlain) return [positions];
    const rows: number[][] = this.all.map(() => []);
    for (const position of positions) {
      const { segment, row } = this.at(position);
      rows[segment]!.push(row);
    }
    return rows.map((list) => Uint32Array.from(list));
  }

  /**
   * What the segments found for one query, together: positions, best first; ties in the order of positions.
   * @param found of each segment, by its rows.
   */
  merged(found: readonly Ranking[], most: number): Ranking {
    if (this.isPlain) return found[0]!;
    const positions = found.flatMap(({ rows }, segment) =>
      Array.from(rows, (row) => this.positionOf({ segment, row })),
    );
    const scores = found.flatMap((ranking) => [...ranking.scores]);
    const order = Uint32Array.from(positions.keys())
      .sort((a, b) => scores[b]! - scores[a]! || positions[a]! - positions[b]!)
      .slice(0, Math.min(most, positions.length));
    return {
      rows: order.map((i) => positions[i]!),
      scores: Float64Array.from(order, (i) => scores[i]!),
    };
  }
}
