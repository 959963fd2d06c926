import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TILE } from '../../../src/core/postings/postings.ts';
import { runsOf } from '../../native/runs.ts';
import { documentFrequencies, rowsOf, type Vectors, type WeightedRows } from './vectors.ts';

/**
 * Vectors in a folder: `head.json`, and one file of raw little-endian numbers for each array, so that programs in any
 * language read the very same ones.
 */
export interface Head {
  readonly terms: number;
  readonly records: number;
  readonly queries: number;
  /** Entries of all records. */
  readonly postings: number;
  /** Entries of all queries. */
  readonly queryTerms: number;
  /** Postings that the terms of all queries have, counted. */
  readonly touched: number;
  /** Rows of a tile of the postings. */
  readonly tile: number;
}

const SIDES = ['records', 'queries'] as const;

/** Writes vectors, and their head. */
export function writeVectors(folder: string, vectors: Vectors): Head {
  const { terms, records, queries } = vectors;
  const frequencies = documentFrequencies(records, terms);
  const head: Head = {
    terms,
    records: rowsOf(records),
    queries: rowsOf(queries),
    postings: records.ids.length,
    queryTerms: queries.ids.length,
    touched: queries.ids.reduce((sum, id) => sum + frequencies[id]!, 0),
    tile: TILE,
  };
  writeFileSync(join(folder, 'head.json'), JSON.stringify(head));
  for (const side of SIDES) {
    const { offsets, ids, counts, weights } = vectors[side];
    write(folder, `${side}.offsets.u32`, offsets);
    write(folder, `${side}.ids.u32`, ids);
    write(folder, `${side}.counts.u16`, counts);
    write(folder, `${side}.weights.f32`, weights);
  }
  return head;
}

/** Writes the tiled postings of vectors, for the program that measures the machine. */
export function writePostings(folder: string, { records, terms }: Vectors): void {
  const runs = runsOf(records, terms, TILE);
  write(folder, 'postings.runOffsets.u32', runs.runOffsets);
  write(folder, 'postings.runStarts.u32', runs.runStarts);
  write(folder, 'postings.runTiles.u16', runs.runTiles);
  write(folder, 'postings.runLengths.u16', runs.runLengths);
  write(folder, 'postings.rows.u16', runs.rows);
  write(folder, 'postings.weights.f32', runs.weights);
}

export function readHead(folder: string): Head {
  return JSON.parse(readFileSync(join(folder, 'head.json'), 'utf8')) as Head;
}

/** Reads what {@link writeVectors} wrote. */
export function readVectors(folder: string): Vectors {
  const side = (name: (typeof SIDES)[number]): WeightedRows => ({
    offsets: read(folder, `${name}.offsets.u32`, Uint32Array),
    ids: read(folder, `${name}.ids.u32`, Uint32Array),
    counts: read(folder, `${name}.counts.u16`, Uint16Array),
    weights: read(folder, `${name}.weights.f32`, Float32Array),
  });
  return { terms: readHead(folder).terms, records: side('records'), queries: side('queries') };
}

type Numbers = Uint16Array | Uint32Array | Float32Array;

function write(folder: string, name: string, array: Numbers): void {
  writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

function read<A extends Numbers>(
  folder: string,
  name: string,
  type: { new (length: number): A; readonly BYTES_PER_ELEMENT: number },
): A {
  const file = openSync(join(folder, name), 'r');
  try {
    const array = new type(fstatSync(file).size / type.BYTES_PER_ELEMENT);
    const bytes = new Uint8Array(array.buffer);
    for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, null);
    return array;
  } finally {
    closeSync(file);
  }
}
