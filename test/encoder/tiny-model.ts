import { Random } from '../../benchmarks/random.ts';
import { writeSections } from '../../src/core/collection/sections.ts';
import { listsOf, matricesOf, type Shape } from '../../src/encoder/shape.ts';
import { WEIGHTS, WEIGHTS_VERSION } from '../../src/encoder/weights.ts';

/** A piece of a model: its text, how probable it is, and its vector as steps of its group. */
export interface ModelPiece {
  readonly text: string;
  readonly score: number;
  readonly group: number;
  readonly steps: readonly number[];
}

/** An encoder as plain lists and numbers, with weights out of thin air. */
export interface Model {
  readonly shape: Shape;
  readonly epsilon: number;
  readonly rules: readonly (readonly [from: string, to: string])[];
  /** In the order of their UTF-16 units. */
  readonly pieces: readonly ModelPiece[];
  readonly unknown: number;
  readonly begin: number;
  readonly end: number;
  readonly groups: readonly { readonly scale: number; readonly low: number }[];
  readonly matrices: Readonly<Record<string, { readonly scale: number; readonly steps: Int8Array }>>;
  readonly lists: Readonly<Record<string, readonly number[]>>;
}

const SHAPE: Shape = {
  width: 16,
  channels: 8,
  windows: [
    { size: 2, before: 0 },
    { size: 3, before: 1 },
    { size: 5, before: 2 },
  ],
  pooled: 16,
  blocks: [
    { inner: 8, outer: 16 },
    { inner: 16, outer: 24 },
  ],
};
const STEPS = 64;
/** Replaced in texts: of several letters, to several, to none, to spaces. */
const RULES: Model['rules'] = [
  ['\t', ' '],
  ['\u200b', ''],
  ['\u3000', ' '],
  ['\u00b4', ' \u0301'],
  ['Ａ', 'A'],
  ['e\u0301', 'é'],
  ['e\u0301\u0302', '\u1ebf'],
  ['㎏', 'kg'],
  ['𠀋', '丈'],
];
const TEXTS = [
  '<b>',
  '<e>',
  '<u>',
  '▁',
  '▁涂',
  '涂',
  '层',
  '涂层',
  '耐磨',
  '耐磨涂',
  '磨',
  '叶片',
  '片',
  'A',
  'Ak',
  'kg',
  'g',
  'é',
  '🚀',
  '🚀▁',
  '，',
];

/** A model of this shape. @param texts of its pieces, the first three for beginning, end and unknown. */
export function randomModel(seed: number, texts: readonly string[] = TEXTS, shape: Shape = SHAPE): Model {
  const random = new Random(seed);
  const uniform = (least: number, most: number) => Math.fround(least + random.next() * (most - least));
  const groups = [0, 1, 2].map(() => ({ scale: uniform(0.1, 0.3), low: uniform(-5, -3) }));
  const pieces = texts
    .map((text, i) => ({
      text,
      score: i < 3 ? 0 : uniform(-12, -4),
      group: random.between(0, groups.length - 1),
      // Few steps are frequent, as in what is trained.
      steps: Array.from({ length: shape.width }, () => random.between(0, random.between(1, STEPS - 1))),
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  const matrices = Object.fromEntries(
    matricesOf(shape).map(([name, rows, columns]) => {
      const steps = Int8Array.from({ length: rows * columns }, () => random.between(-128, 127));
      return [name, { steps, scale: uniform(0.5, 1) / (64 * Math.sqrt(rows)) }] as const;
    }),
  );
  const lists = Object.fromEntries(
    listsOf(shape).map(([name, length]) => [name, Array.from({ length }, () => uniform(-1, 1))] as const),
  );
  const [begin, end, unknown] = texts
    .slice(0, 3)
    .map((text) => pieces.findIndex((piece) => piece.text === text)) as [number, number, number];
  return { shape, epsilon: 1e-6, rules: RULES, pieces, begin, end, unknown, groups, matrices, lists };
}

/** What {@link fileOf} may have otherwise than its model says. */
export interface Changes {
  readonly head?: Readonly<Record<string, unknown>>;
  readonly sections?: Readonly<Record<string, Uint8Array | Uint16Array | Float32Array>>;
}

/** The file of a model: the layout that `openEncoder` reads. */
export function fileOf(model: Model, changes: Changes = {}): Uint8Array {
  const { shape, epsilon, pieces, unknown, begin, end, groups, matrices, lists } = model;
  const codes = groups.map((_, group) => codesOf(pieces.filter((piece) => piece.group === group)));
  const rows = pieces.map(({ group, steps }) =>
    packed(steps.map((step) => codes[group]!.codes[step]!).join('')),
  );
  const rules = [...model.rules].sort(([a], [b]) => (a < b ? -1 : 1));
  const scales = Object.fromEntries(Object.entries(matrices).map(([name, { scale }]) => [name, scale]));
  return writeSections(
    WEIGHTS_VERSION,
    { shape, scales, epsilon, groups: groups.length, unknown, begin, end, ...changes.head },
    {
      ...Object.fromEntries(
        Object.entries(matrices).map(([name, { steps }]) => [name, new Uint8Array(steps.buffer)]),
      ),
      ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, Float32Array.from(list)])),
      ...textSections(
        'ruleFrom',
        rules.map(([from]) => from),
      ),
      ...textSections(
        'ruleTo',
        rules.map(([, to]) => to),
      ),
      ...textSections(
        'piece',
        pieces.map(({ text }) => text),
      ),
      scores: Float32Array.from(pieces, ({ score }) => score),
      rows: Uint8Array.from(rows.flat()),
      rowLengths: Uint16Array.from(rows, ({ length }) => length),
      rowGroups: Uint8Array.from(pieces, ({ group }) => group),
      codeLengths: Uint8Array.from(codes.flatMap(({ lengths }) => lengths)),
      rowScales: Float32Array.from(groups, ({ scale }) => scale),
      rowLows: Float32Array.from(groups, ({ low }) => low),
      ...changes.sections,
    },
    undefined,
    WEIGHTS,
  );
}

/** Units and lengths of texts. */
export function textSections(
  name: string,
  texts: readonly string[],
): Record<string, Uint8Array | Uint16Array> {
  const units = texts.flatMap((text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
  return {
    [`${name}Units`]: Uint16Array.from(units),
    [`${name}Lengths`]: Uint8Array.from(texts, ({ length }) => length),
  };
}

/**
 * A complete prefix code of all steps, of at most 12 bits: the most frequent have 1, 2, … 6 bits, the others share what is left.
 */
function codesOf(pieces: readonly ModelPiece[]): { lengths: number[]; codes: string[] } {
  const counts = Array.from({ length: STEPS }, (_, step) =>
    pieces.reduce((sum, { steps }) => sum + steps.filter((other) => other === step).length, 0),
  );
  const order = counts.map((_, step) => step).sort((a, b) => counts[b]! - counts[a]!);
  const lengths = counts.map(() => 0);
  // 6 short codes leave 2⁻⁶; 6 of 11 and 52 of 12 bits are it: 6 × 2 + 52 = 64 = 2¹² / 2⁶.
  order.forEach((step, i) => {
    lengths[step] = i < 6 ? i + 1 : i < 12 ? 11 : 12;
  });
  const codes: string[] = [];
  let next = 0;
  for (let bits = 1; bits <= 12; bits++) {
    next *= 2;
    lengths.forEach((length, step) => {
      if (length === bits) codes[step] = (next++).toString(2).padStart(bits, '0');
    });
  }
  return { lengths, codes };
}

function packed(bits: string): number[] {
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}
