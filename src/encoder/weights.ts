import type { CuoheError } from '../base/errors.ts';
import {
  type ContainerKind,
  readSections,
  type SavedBytes,
  type SectionArray,
  type TypeName,
  unreadable,
} from '../core/collection/sections.ts';
import { type Head, readHead } from './head.ts';
import type { Rules } from './normalize.ts';
import { PieceRows } from './piece-rows.ts';
import type { Pieces } from './segment.ts';
import { listsOf, matricesOf, type Shape } from './shape.ts';
import { SortedTexts } from './sorted-texts.ts';
import { Texts } from './texts.ts';

/** Raised whenever a file of before would be read wrong. */
export const WEIGHTS_VERSION = 2;
/** The container of weights. */
export const WEIGHTS: ContainerKind = { magic: 'CUOHEENC', name: 'weights file', code: 'UNREADABLE_INPUT' };
/**
 * Largest number of a list. Nothing overflows then, nor is anything ever NaN: with the bounds of head.ts, and normalised
 * where they would be too large, the sums of all layers stay below 10³⁵.
 */
const MOST = 100;

/** A matrix of whole numbers; a weight is `scale × step`. */
export interface Matrix {
  readonly steps: Int8Array;
  readonly scale: number;
}

/** What a file of weights holds. */
export interface Weights {
  readonly shape: Shape;
  /** Added to a variance, and the least squared length of a vector. */
  readonly epsilon: number;
  readonly rules: Rules;
  readonly pieces: Pieces;
  readonly rows: PieceRows;
  /** By the names of `matricesOf`. */
  readonly matrices: ReadonlyMap<string, Matrix>;
  /** By the names of `listsOf`. */
  readonly lists: ReadonlyMap<string, Float32Array>;
}

/**
 * Reads a file of weights. The arrays are views into the bytes.
 * @throws CuoheError `UNREADABLE_INPUT` for any other bytes, and where the parts do not fit together.
 */
export function readWeights(bytes: SavedBytes): Weights {
  const { head: anyHead, section } = readSections(bytes, WEIGHTS_VERSION, WEIGHTS.name, WEIGHTS);
  const head = readHead(anyHead, fail);
  const { shape } = head;
  const sized = <A extends SectionArray>(name: string, type: TypeName, length: number): A => {
    const array = section<A>(name, type);
    if (array.length !== length) throw fail(`${length} numbers of ${name}`, String(array.length));
    return array;
  };
  const numbers = (name: string, length: number, least = -MOST): Float32Array => {
    const array = sized<Float32Array>(name, 'Float32Array', length);
    // Written so that NaN fails.
    if (!array.every((value) => value >= least && value <= MOST)) {
      throw fail(`numbers of ${name} from ${least} to ${MOST}`, 'others');
    }
    return array;
  };
  const matrices = new Map<string, Matrix>();
  for (const [name, rows, columns] of matricesOf(shape)) {
    const { buffer, byteOffset, length } = sized<Uint8Array>(name, 'Uint8Array', rows * columns);
    matrices.set(name, { steps: new Int8Array(buffer, byteOffset, length), scale: head.scaleOf(name) });
  }
  const lists = new Map(listsOf(shape).map(([name, length]) => [name, numbers(name, length)]));
  try {
    const rules = readRules(section);
    const texts = textsOf(section, 'piece');
    const pieces = { texts, scores: numbers('scores', texts.size), ...specialPieces(head, texts.size) };
    const { groups } = head;
    const rows = new PieceRows(
      {
        bytes: section('rows', 'Uint8Array'),
        lengths: sized('rowLengths', 'Uint16Array', texts.size),
        groups: sized('rowGroups', 'Uint8Array', texts.size),
        codeLengths: sized('codeLengths', 'Uint8Array', groups * 64),
        scales: numbers('rowScales', groups),
        lows: numbers('rowLows', groups),
      },
      shape.width,
    );
    return { shape, epsilon: head.epsilon, rules, pieces, rows, matrices, lists };
  } catch (error) {
    if (error instanceof RangeError) throw fail(error.message, 'others', error);
    throw error;
  }
}

type Section = <A extends SectionArray>(name: string, type: TypeName) => A;

function readRules(section: Section): Rules {
  const from = textsOf(section, 'ruleFrom');
  const to = new Texts(section('ruleToUnits', 'Uint16Array'), section('ruleToLengths', 'Uint8Array'));
  if (to.size !== from.size) throw fail(`${from.size} replacements`, String(to.size));
  return { from, to };
}

function textsOf(section: Section, name: string): SortedTexts {
  return new SortedTexts(section(`${name}Units`, 'Uint16Array'), section(`${name}Lengths`, 'Uint8Array'));
}

function specialPieces({ unknown, begin, end }: Head, count: number): Omit<Pieces, 'texts' | 'scores'> {
  if (Math.max(unknown, begin, end) >= count) throw fail('special pieces that are there', 'others');
  return { unknown, begin, end };
}

function fail(expected: string, received: string, cause?: unknown): CuoheError {
  return unreadable(expected, received, cause, 'open', WEIGHTS);
}
