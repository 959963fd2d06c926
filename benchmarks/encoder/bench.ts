import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, withChildren } from '../harness/child.ts';
import { ROOT } from '../harness/root.ts';
import { inTurn, type Times, timesOf } from '../harness/rounds.ts';
import { pythonEnvironment, pythonVariables, runOrFail } from '../python/environment.ts';
import { encoderTexts } from './texts.ts';

const HERE = join(ROOT, 'benchmarks/encoder');
/** How far a number of a vector, and a cosine, may be from those of the reference. */
const TOLERANCE = 1e-3;

/** What `bench:encoder` tells. */
export interface EncoderReport {
  readonly texts: number;
  /** Largest difference of a number of a vector. */
  readonly element: number;
  /** Largest of 1 − cosine. */
  readonly cosine: number;
  readonly agree: boolean;
  readonly fileMb: number;
  readonly openMs: number;
  readonly peakMb: { readonly ours: number; readonly reference: number };
  /** Milliseconds a text by case, in turn. */
  readonly ms: Readonly<Record<string, { readonly ours: Times; readonly reference: Times }>>;
}

/**
 * Converts the published encoder, compares all vectors with its own, then measures both in turn.
 * @param say is told what comes next.
 */
export async function benchEncoder(rounds: number, say: (text: string) => void): Promise<EncoderReport> {
  const python = pythonEnvironment(say, { command: 'bench:encoder', home: 'benchmarks/encoder' });
  const folder = mkdtempSync(join(tmpdir(), 'cuohe-encoder-'));
  try {
    const weights = join(folder, 'encoder.weights');
    say('converting');
    const packages = runOrFail(
      python,
      ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'],
      'bench:encoder cannot find the packages',
    );
    const converter = join(ROOT, 'examples/encoder/convert.py');
    runOrFail(python, [converter, packages.trim(), weights], 'bench:encoder cannot convert');
    const texts = encoderTexts();
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify(texts));
    const children = [
      Child.script('ours', join(HERE, 'ours.ts'), [file, weights]),
      Child.start('reference', python, [join(HERE, 'reference.py'), file], pythonVariables()),
    ];
    return await withChildren(children, async ([ours, reference]) => {
      say('comparing');
      const compared = await compare(ours!, reference!, texts);
      const cases = ['titles', 'titles+together', 'long'].flatMap((name) =>
        [ours!, reference!].map((child, i) => ({
          name: `${name} ${i}`,
          run: async () => {
            const { length } = texts[name.split('+')[0] as 'titles' | 'long'];
            return (await child.ask(name, length)).ms / length;
          },
        })),
      );
      say('measuring');
      const told = await inTurn(cases, rounds, 1);
      const times = (name: string) => timesOf(told.get(name)!);
      const peak = async (child: Child) => (await child.ask('titles', 0)).figures!['peak MB']!;
      return {
        ...compared,
        fileMb: Number(ours!.ready['file MB']),
        openMs: Number(ours!.ready['open ms']),
        peakMb: { ours: await peak(ours!), reference: await peak(reference!) },
        ms: Object.fromEntries(
          ['titles', 'titles+together', 'long'].map((name) => [
            name,
            { ours: times(`${name} 0`), reference: times(`${name} 1`) },
          ]),
        ),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(ours: Child, reference: Child, texts: Readonly<Record<string, readonly string[]>>) {
  let [element, cosine, count] = [0, 0, 0];
  for (const [name, { length }] of Object.entries(texts)) {
    const [mine, theirs] = [await ours.ask(name, length, true), await reference.ask(name, length, true)];
    for (let i = 0; i < length; i++, count++) {
      const [a, b] = [mine.answers![i]!.scores, theirs.answers![i]!.scores];
      const dot = b.reduce((sum, value, k) => sum + value * a[k]!, 0);
      element = Math.max(element, ...b.map((value, k) => Math.abs(value - a[k]!)));
      cosine = Math.max(cosine, 1 - dot / Math.hypot(...a) / Math.hypot(...b));
    }
  }
  return { texts: count, element, cosine, agree: element <= TOLERANCE && cosine <= TOLERANCE };
}
