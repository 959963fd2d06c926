import { type CuoheError, describeValue } from '../base/errors.ts';
import { PANEL } from './multiply.ts';
import type { Block, Shape, Window } from './shape.ts';

/** Bounds of a shape: what is larger is no small network, and weights.ts shows that nothing overflows within them. */
const MOST_WIDTH = 1024;
const MOST_WINDOWS = 8;
const MOST_WINDOW = 16;
const MOST_BLOCKS = 2;
const MOST_GROUPS = 256;
const MOST_PIECES = 2 ** 24;

/** The head of a file of weights. */
export interface Head {
  readonly shape: Shape;
  readonly epsilon: number;
  /** Groups of rows. */
  readonly groups: number;
  readonly unknown: number;
  readonly begin: number;
  readonly end: number;
  /** The scale of a matrix by its name. */
  scaleOf(matrix: string): number;
}

/** Makes the error of a bad file. */
export type Fail = (expected: string, received: string) => CuoheError;

type Json = Readonly<Record<string, unknown>>;

/** Reads a head that may be anything. @throws what `fail` makes, for the first value that is out of its bounds. */
export function readHead(given: unknown, fail: Fail): Head {
  const { shape, scales, ...others } = asObject(given);
  const whole = (object: Json, name: string, least: number, most: number, step = 1): number => {
    const value = object[name];
    if (Number.isInteger(value) && (value as number) % step === 0) {
      if ((value as number) >= least && (value as number) <= most) return value as number;
    }
    const multiple = step === 1 ? '' : `, a multiple of ${step}`;
    throw fail(`${name} from ${least} to ${most}${multiple}`, describeValue(value));
  };
  const positive = (object: Json, name: string): number => {
    const value = object[name];
    if (typeof value === 'number' && value > 0 && value <= 1) return value;
    throw fail(`${name} above 0 and at most 1`, describeValue(value));
  };
  const width = (object: Json, name: string) => whole(object, name, PANEL, MOST_WIDTH, PANEL);
  const list = <T>(object: Json, name: string, most: number, read: (item: Json) => T): T[] => {
    const items = object[name];
    if (Array.isArray(items) && items.length >= 1 && items.length <= most)
      return items.map((item) => read(asObject(item)));
    throw fail(`1 to ${most} ${name}`, describeValue(items));
  };
  const readWindow = (item: Json): Window => {
    const size = whole(item, 'size', 1, MOST_WINDOW);
    return { size, before: whole(item, 'before', 0, size - 1) };
  };
  const readBlock = (item: Json): Block => ({ inner: width(item, 'inner'), outer: width(item, 'outer') });
  const sizes = asObject(shape);
  const allScales = asObject(scales);
  return {
    shape: {
      width: width(sizes, 'width'),
      channels: width(sizes, 'channels'),
      windows: list(sizes, 'windows', MOST_WINDOWS, readWindow),
      pooled: width(sizes, 'pooled'),
      blocks: list(sizes, 'blocks', MOST_BLOCKS, readBlock),
    },
    epsilon: positive(others, 'epsilon'),
    groups: whole(others, 'groups', 1, MOST_GROUPS),
    unknown: whole(others, 'unknown', 0, MOST_PIECES),
    begin: whole(others, 'begin', 0, MOST_PIECES),
    end: whole(others, 'end', 0, MOST_PIECES),
    scaleOf: (matrix) => positive(allScales, matrix),
  };
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
