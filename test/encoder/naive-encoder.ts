import type { Model } from './tiny-model.ts';

/** What an encoder computes, from the formulas, in 64 bits and with no thought of time or memory. */
export function naiveVector(model: Model, text: string): number[] {
  const { shape, lists, epsilon } = model;
  const pieces = [model.begin, ...naivePieces(model, naiveNormalized(model, text)), model.end];
  const own = pieces.map((number) => {
    const { group, steps } = model.pieces[number]!;
    return steps.map((step) => step * model.groups[group]!.scale + model.groups[group]!.low);
  });
  const projected = own.map((row) =>
    layerNorm(
      add(
        shape.windows.flatMap((_, w) => times(model, row, `project${w}`)),
        lists.projectBias!,
      ),
      lists.projectGain!,
      lists.projectShift!,
      epsilon,
    ),
  );
  const part = <T>(list: readonly T[], w: number) => list.slice(w * shape.channels, (w + 1) * shape.channels);
  const found = shape.windows.map(({ size, before }, w) => {
    const layer = (rows: readonly number[][], names: readonly string[], bias: readonly number[]) =>
      rows.map((row, t) => {
        const around = Array.from({ length: size }, (_, i) => rows[t - before + i] ?? row.map(() => 0));
        // One matrix for the window as a whole, or one for each of its places.
        const sum =
          names.length === 1
            ? times(model, around.flat(), names[0]!)
            : around.map((other, i) => times(model, other, names[i]!)).reduce(add);
        return add(relu(add(sum, part(bias, w))), row);
      });
    const places = Array.from({ length: size }, (_, i) => `first${w}at${i}`);
    const first = layer(
      projected.map((row) => part(row, w)),
      places,
      lists.firstBias!,
    );
    return layer(first, [`second${w}`], lists.secondBias!);
  });
  const sum = own
    .map((row, t) => [...row, ...found.flatMap((rows) => rows[t]!)])
    .map((row) => layerNorm(row, lists.gain!, lists.shift!, epsilon))
    .reduce(add);
  const pooled = add(
    times(model, sum, 'pool'),
    lists.poolBias!.map((bias) => bias * pieces.length),
  );
  const last = shape.blocks.reduce(
    (row, _, i) => {
      const inner = relu(times(model, row, `inner${i}`));
      const out = add(times(model, inner, `outer${i}`), times(model, row, `around${i}`));
      return i < shape.blocks.length - 1 ? relu(out) : out.map(Math.tanh);
    },
    pooled.map((value) => value / Math.sqrt(pieces.length)),
  );
  const length = Math.sqrt(
    Math.max(
      last.reduce((squares, value) => squares + value * value, 0),
      epsilon,
    ),
  );
  return last.map((value) => value / length);
}

/** The text with the longest rule of each place applied, spaces as ▁, one in front, none doubled or at the end. */
export function naiveNormalized(model: Model, text: string): string {
  let rest = text.replace(/\p{Surrogate}/gu, '\ufffd');
  let out = ' ';
  while (rest !== '') {
    const rule = model.rules
      .filter(([from]) => rest.startsWith(from))
      .sort(([a], [b]) => b.length - a.length)[0];
    const [from, to] = rule ?? [String.fromCodePoint(rest.codePointAt(0)!), undefined];
    out += to ?? from;
    rest = rest.slice(from.length);
  }
  return out.replace(/ +/g, '▁').replace(/▁+$/, '');
}

/** The best of all ways to cut a text into pieces, found from its end. */
function naivePieces(model: Model, text: string): number[] {
  if (text === '') return [model.unknown];
  const least = Math.min(...model.pieces.map(({ score }) => score)) - 10;
  const best = new Map<number, { score: number; pieces: number[] }>([
    [text.length, { score: 0, pieces: [] }],
  ]);
  for (let at = text.length - 1; at >= 0; at--) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const ways = model.pieces
      .map(({ text, score }, number) => ({ text, score, number }))
      .filter((piece) => text.startsWith(piece.text, at));
    if (!ways.some((way) => way.text === character)) {
      ways.push({ text: character, score: least, number: model.unknown });
    }
    for (const { text: piece, score, number } of ways) {
      const rest = best.get(at + piece.length);
      if (rest === undefined || rest.score + score <= (best.get(at)?.score ?? Number.NEGATIVE_INFINITY))
        continue;
      best.set(at, { score: rest.score + score, pieces: [number, ...rest.pieces] });
    }
  }
  return best.get(0)!.pieces;
}

function times(model: Model, row: readonly number[], name: string): number[] {
  const { steps, scale } = model.matrices[name]!;
  const columns = steps.length / row.length;
  return Array.from({ length: columns }, (_, c) =>
    row.reduce((sum, value, r) => sum + value * scale * steps[r * columns + c]!, 0),
  );
}

function layerNorm(
  row: readonly number[],
  gain: readonly number[],
  shift: readonly number[],
  epsilon: number,
): number[] {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
  return row.map((value, i) => ((value - mean) / Math.sqrt(variance + epsilon)) * gain[i]! + shift[i]!);
}

function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + b[i]!);
}

function relu(row: readonly number[]): number[] {
  return row.map((value) => Math.max(0, value));
}
