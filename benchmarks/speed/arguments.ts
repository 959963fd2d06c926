import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countOf } from '../harness/arguments.ts';
import type { TextSource } from './data/texts.ts';

/** What a benchmark is run with. */
export interface Arguments extends TextSource {
  /** Records of the vectors, one collection each: generated ones, or those of the first texts. */
  readonly sizes: readonly number[];
  /** Queries of the generated vectors. */
  readonly vectorQueries: number;
  /** Records of the growth curve: as far as the sizes go. */
  readonly growth: readonly number[];
  readonly rounds: number;
  /** Where each process of Node leaves a profile. */
  readonly profiles: string | undefined;
  readonly json: boolean;
}

export const USAGE = `npm run --silent bench -- [options]          beside npm packages
npm run --silent bench:python -- [options]   beside Python packages

  --sizes N,N          collections of generated vectors, default 2000,20000,200000; with --texts of the first N of
                       them, default 3000,20000,28000
  --large              one of 1,000,000 as well; the growth curve goes as far as the largest
  --vector-queries N   queries of the vectors, default 1000
  --records N          records of the text cases, default 10000 (with --texts: at most so many)
  --demands N          demands of the text cases, default 300
  --texts FILE         your own texts in place of generated ones, {"id", "title", "text"} a line; their single
                       ideographs and pairs are the vectors
  --queries FILE       your own queries, in the same form; default: evenly spaced texts
  --rounds N           counted rounds, default 5; one more warms up
  --profiles FOLDER    each process of Node leaves a CPU profile there; times are longer with it
  --smallest           the smallest sizes at which everything still runs
  --json               one JSON object in place of tables
`;

const SIZES = [2_000, 20_000, 200_000];
/** Of texts: most portals, and large ones. */
const TEXT_SIZES = [3_000, 20_000, 28_000];
const LARGE = 1_000_000;
const GROWTH = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, LARGE];
const DEFAULTS = { records: '10000', demands: '300', 'vector-queries': '1000', rounds: '5' };
const SMALLEST = { records: '120', demands: '10', 'vector-queries': '20', rounds: '1' };
const SMALLEST_SIZES = [300];

/**
 * Reads the command line.
 * @throws Error naming the option that is wrong.
 */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      large: { type: 'boolean', default: false },
      'vector-queries': { type: 'string' },
      records: { type: 'string' },
      demands: { type: 'string' },
      texts: { type: 'string' },
      queries: { type: 'string' },
      rounds: { type: 'string' },
      profiles: { type: 'string' },
      smallest: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { smallest, large, texts, queries, profiles } = values;
  if (queries !== undefined && texts === undefined) throw new Error('--queries: expected --texts with it');
  const number = (name: keyof typeof DEFAULTS) =>
    countOf(name, values[name] ?? (smallest ? SMALLEST : DEFAULTS)[name]);
  const given = values.sizes?.split(',').map((size) => countOf('sizes', size));
  const usual = texts === undefined ? SIZES : TEXT_SIZES;
  const sizes = [...(given ?? (smallest ? SMALLEST_SIZES : usual)), ...(large ? [LARGE] : [])];
  const largest = Math.max(...sizes);
  const growth = GROWTH.filter((size) => size <= largest);
  return {
    sizes,
    growth: growth.length > 0 ? growth : [largest],
    vectorQueries: number('vector-queries'),
    records: number('records'),
    demands: number('demands'),
    texts: texts && resolve(texts),
    queries: queries && resolve(queries),
    rounds: number('rounds'),
    profiles: profiles && resolve(profiles),
    json: values.json,
  };
}
