import {
  type AchievementInput,
  collectStatistics,
  createMatcher,
  type DemandInput,
  parseRecords,
  SIGNAL_WEIGHTS,
  type SignalName,
} from 'cuohe/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCollection } from '../src/core/collection/saved.ts';
import { FIELD_WEIGHTS } from '../src/core/records/fields.ts';
import { TEXT_SIGNALS, termFrequencies } from '../src/core/terms/term-frequencies.ts';
import { featuresOf, isTextSignal, SIGNALS } from '../src/core/vectors/signals.ts';
import { createReading } from '../src/core/weigher/reading.ts';
import { achievements, bytesOf, demand, EVERYTHING, PARTS, titled } from './fixtures.ts';
import { naiveParts, naiveTexts, sortThenSlice } from './reference.ts';

const NEAR = 1e-6;
const reading = createReading(PARTS, FIELD_WEIGHTS);
const signalsOf = (input: AchievementInput | DemandInput, side: 'achievement' | 'demand') => {
  const [record] = parseRecords([input], side);
  const fields = reading.analyzer.analyze(record!);
  return featuresOf(record!, termFrequencies(fields), reading.tagger.tag(record!, fields));
};
/** The same, the texts counted by the reference. */
const naiveSignalsOf = (input: AchievementInput | DemandInput, side: 'achievement' | 'demand') => {
  const [record] = parseRecords([input], side);
  return { ...signalsOf(input, side), ...naiveTexts(reading.analyzer.analyze(record!)) };
};
const limit = fc.oneof(fc.constantFrom(0, 1, Number.POSITIVE_INFINITY, 100), fc.nat({ max: 12 }));
const minScore = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const holds = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = 100) =>
  fc.assert(property, { numRuns });

describe('exact', () => {
  it('gives every record the score of the definition, signal by signal', () => {
    let shared = 0;
    const seen = new Set<string>();
    holds(
      fc.property(achievements(), demand, (records, query) => {
        const expected = naiveParts(
          records.map((record) => naiveSignalsOf(record, 'achievement')),
          naiveSignalsOf(query, 'demand'),
          SIGNAL_WEIGHTS,
        );
        const { matches, needs } = createMatcher(records, PARTS).match(query, EVERYTHING);
        const found = new Map(matches.map((match) => [match.index, match]));
        expected.forEach((parts, index) => {
          const match = found.get(index);
          const score = Object.values(parts).reduce((sum, part) => sum + part, 0);
          expect(match?.score ?? 0).toBeGreaterThan(score - NEAR);
          // Of a demand with several needs that is the least: the best of its rows counts, see test/core/needs.
          if (needs !== undefined) return;
          expect(match?.score ?? 0).toBeLessThan(score + NEAR);
          for (const signal of SIGNALS) {
            expect(Math.abs((match?.signals[signal] ?? 0) - parts[signal]!)).toBeLessThan(NEAR);
            if (parts[signal]! > NEAR) seen.add(signal);
          }
        });
        shared += matches.length;
      }),
    );
    expect(shared).toBeGreaterThan(100);
    expect(seen).toEqual(new Set(SIGNALS));
  });

  it('returns the true top k, in order, for any limit, least score and filter', () => {
    holds(
      fc.property(
        achievements(),
        demand,
        limit,
        minScore,
        fc.nat({ max: 7 }),
        (records, query, k, least, odd) => {
          const matcher = createMatcher(records, PARTS);
          const where = ({ id }: AchievementInput) => (Number(String(id).slice(1)) & odd) === 0;
          const filter = { ...EVERYTHING.filter, where };
          const { matches } = matcher.match(query, { limit: k, minScore: least, filter });
          const scores = records.map((record) =>
            where(record) ? matcher.explain(query, record.id).score : 0,
          );
          expect(matches.map(({ index }) => index)).toEqual(sortThenSlice(scores, k, least));
          expect(matches.map(({ score }) => score)).toEqual(matches.map(({ index }) => scores[index]));
          expect(matches.map(({ rank }) => rank)).toEqual(matches.map((_, i) => i + 1));
        },
      ),
    );
  });

  it('is exact over several tiles', () => {
    const words = ['热障涂层', '制药', 'tc4', '钢', '算法', '燃机', '新药', '软件'];
    const size = 9000;
    const records = titled(
      ...Array.from({ length: size }, (_, i) => `${words[i % 8]} n${i % 101} ${words[(i * 7) % 5]}`),
    );
    const matcher = createMatcher(records, { ...PARTS, maxDocumentShare: 1 });
    const { collection } = openCollection(matcher.save());
    const { lists } = collection.postings;
    expect(lists.terms.length).toBeGreaterThan(0);
    const tiles = new Set(
      Array.from({ length: (lists.directory.length - 1) / lists.terms.length }, (_, k) => k),
    );
    expect(tiles).toEqual(new Set([0, 1, 2]));
    const query = { id: 'q', title: 'n7 tc4 热障涂层' };
    const { matches } = matcher.match(query, { limit: 500, explain: false });
    const row = collection.vectorizer.row(signalsOf(query, 'demand'));
    const weights = new Map(Array.from(row.ids, (id, i) => [id, row.weights[i]!]));
    const scores = records.map((_, index) => {
      const { ids, weights: stored } = collection.rows.row(index);
      let sum = 0;
      for (let i = 0; i < ids.length; i++) sum += (weights.get(ids[i]!) ?? 0) * stored[i]!;
      return sum;
    });
    expect(matches.map(({ index }) => index)).toEqual(sortThenSlice(scores, 500));
    expect(matches.map(({ score }) => score)).toEqual(matches.map(({ index }) => scores[index]));
    expect(new Set(matches.map(({ index }) => Math.floor(index / 4096)))).toEqual(tiles);
  });
});

describe('deterministic', () => {
  it('builds the same bytes from the same input', () => {
    holds(
      fc.property(achievements(), (records) => {
        expect(bytesOf(createMatcher(records, PARTS))).toEqual(bytesOf(createMatcher(records, PARTS)));
      }),
      40,
    );
  });

  it('builds the same bytes under the same statistics, in whatever order they were counted', () => {
    holds(
      fc.property(achievements(), (records) => {
        const statistics = collectStatistics({ achievements: records }, PARTS);
        const turned = collectStatistics({ achievements: [...records].reverse() }, PARTS);
        expect(turned.version).toBe(statistics.version);
        expect(bytesOf(createMatcher(records, { ...PARTS, statistics: turned }))).toEqual(
          bytesOf(createMatcher(records, { ...PARTS, statistics })),
        );
      }),
      40,
    );
  });

  it('orders equal scores by record, so that permuting records permutes matches up to ties', () => {
    holds(
      fc.property(achievements(), demand, (records, query) => {
        const turned = [...records].reverse();
        const there = createMatcher(records, PARTS).match(query, EVERYTHING).matches;
        const back = createMatcher(turned, PARTS).match(query, EVERYTHING).matches;
        const byScore = [...back].sort((a, b) => b.score - a.score || b.index - a.index);
        expect(byScore.map(({ id, score }) => [id, score])).toEqual(
          there.map(({ id, score }) => [id, score]),
        );
      }),
    );
  });

  it('keeps identical records in their order', () => {
    const { matches } = createMatcher(titled('涂层', '涂层', '涂层 钢', '涂层'), PARTS).match({
      id: 'q',
      title: '涂层',
    });
    expect(matches.map(({ index }) => index)).toEqual([0, 1, 3, 2]);
  });
});

describe('scores', () => {
  const weight = fc.constantFrom(0, 5e-324, 1e-300, 1e-40, 1e-9, 1, 1e9, 1e39, 1e300);

  const signalWeights = fc
    .tuple(...SIGNALS.map((signal) => weight.map((value) => [signal, value] as const)))
    .map((entries) => Object.fromEntries(entries));
  it('lie in [0, 1] and are never NaN, whatever the weights', () => {
    holds(
      fc.property(achievements(8), demand, weight, signalWeights, (records, query, title, signals) => {
        const matcher = createMatcher(records, {
          ...PARTS,
          fields: { title, keywords: 1 },
          signals: { ...signals, stage: 1e-9 },
        });
        for (const { score, signals } of matcher.match(query, EVERYTHING).matches) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(Object.values(signals).every((value) => value >= 0 && value <= 1)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [
      '热障涂层',
      ['characters', 'functions', 'pairs', 'title', 'words'],
      'a word, its characters, what it does',
    ],
    ['tc4', ['latin', 'title'], 'a single term'],
    ['钢', ['characters', 'title'], 'a single ideograph'],
    ['钢铁热涂', ['characters', 'pairs', 'title'], 'several ideographs'],
    ['tc4热障涂层', TEXT_SIGNALS, 'all kinds of terms'],
  ] as const)('are close to 1 and not above for the same text %s, over %j: %s', (title, told, _why) => {
    const share = (signal: SignalName) =>
      (told as readonly string[]).includes(signal) ? SIGNAL_WEIGHTS[signal] : 0;
    const signals = Object.fromEntries(SIGNALS.map((signal) => [signal, share(signal)]));
    const [match] = createMatcher(titled(title), { ...PARTS, signals }).match({ id: 'q', title }).matches;
    expect(match!.score).toBeGreaterThan(1 - 1e-6);
    expect(match!.score).toBeLessThanOrEqual(1);
    const sum = SIGNALS.reduce((total, signal) => total + share(signal), 0);
    for (const signal of SIGNALS) expect(match!.signals[signal]).toBeCloseTo(share(signal) / sum, 6);
  });

  it('are 0 for texts that are empty or unknown: nothing matches', () => {
    const matcher = createMatcher(titled('热障涂层', '制药', ''), PARTS);
    for (const title of ['', ' ', '，。', '\u0000', '鱼', 'zzz', '合作方式面议']) {
      expect(matcher.match({ id: 'q', title }, EVERYTHING).matches).toEqual([]);
    }
  });

  it('of an empty collection are none', () => {
    expect(createMatcher([], PARTS).match({ id: 'q', title: '涂层' })).toMatchObject({
      matches: [],
      candidates: 0,
    });
  });
});

describe('explanations', () => {
  const inSource = (record: Record<string, unknown>, field: string): string => {
    const [, name, position] = /^(\w+)(?:\[(\d+)\])?$/.exec(field)!;
    const value = record[name!];
    return (position === undefined ? value : (value as string[])[Number(position)]) as string;
  };

  it('sum to the score: leaves to signals, signals to the score', () => {
    holds(
      fc.property(achievements(), demand, (records, query) => {
        const matcher = createMatcher(records, PARTS);
        for (const match of matcher.match(query, EVERYTHING).matches) {
          const tree = matcher.explain(query, match.id);
          expect(tree.score).toBe(match.score);
          expect(
            Math.abs(tree.signals.reduce((sum, { value }) => sum + value, 0) - match.score),
          ).toBeLessThan(1e-9);
          for (const { signal, value, weight, cosine, terms } of tree.signals) {
            expect(match.signals[signal]).toBe(value);
            expect(Math.abs(terms.reduce((sum, leaf) => sum + leaf.value, 0) - value)).toBeLessThan(1e-9);
            expect(Math.abs(weight * cosine - value)).toBeLessThan(1e-6);
            for (const leaf of terms) expect(leaf.value).toBe(leaf.queryWeight * leaf.recordWeight);
          }
        }
      }),
    );
  });

  it('point into the texts as given, and count no term twice in phrases', () => {
    let spans = 0;
    holds(
      fc.property(achievements(), demand, (records, query) => {
        const matcher = createMatcher(records, PARTS);
        const [parsed] = parseRecords([query], 'demand');
        for (const match of matcher.match(query, EVERYTHING).matches) {
          const tree = matcher.explain(query, match.id);
          const leaves = tree.signals.flatMap(({ terms }) => terms);
          for (const part of [...leaves, ...match.phrases, ...tree.phrases]) {
            for (const span of part.querySpans) {
              expect(inSource(parsed!, span.field).slice(span.start, span.end)).toBe(span.text);
            }
            for (const span of part.recordSpans) {
              expect(inSource(matcher.parsed(match.index), span.field).slice(span.start, span.end)).toBe(
                span.text,
              );
              expect(span.text).not.toBe('');
            }
            spans += part.querySpans.length + part.recordSpans.length;
          }
          const texts = TEXT_SIGNALS.reduce((total, signal) => total + match.signals[signal], 0);
          for (const phrases of [match.phrases, tree.phrases]) {
            const sum = phrases.reduce((total, { value }) => total + value, 0);
            expect(sum).toBeLessThanOrEqual(texts + 1e-9);
          }
        }
      }),
    );
    expect(spans).toBeGreaterThan(1000);
  });

  it('find every shared text term on both sides', () => {
    const seen = new Set<string>();
    holds(
      fc.property(achievements(), demand, (records, query) => {
        const matcher = createMatcher(records, PARTS);
        for (const { id } of matcher.match(query, EVERYTHING).matches) {
          for (const { signal, terms } of matcher.explain(query, id).signals) {
            if (!isTextSignal(signal)) continue;
            for (const leaf of terms) {
              seen.add(signal);
              expect(leaf.querySpans.length).toBeGreaterThan(0);
              expect(leaf.recordSpans.length).toBeGreaterThan(0);
              expect(leaf.documentFrequency).toBeGreaterThan(0);
            }
          }
        }
      }),
    );
    expect(seen).toEqual(new Set(TEXT_SIGNALS));
  });
});

describe('symmetric', () => {
  it('gives a pair the same number from either side, with the same statistics', () => {
    let pairs = 0;
    holds(
      fc.property(achievements(6), fc.array(demand, { maxLength: 6 }), (records, queries) => {
        const demands = queries.map((query, i) => ({ ...query, id: `q${i}` }));
        const statistics = collectStatistics({ achievements: records, demands }, PARTS);
        const supply = createMatcher(records, { ...PARTS, statistics });
        const wanted = createMatcher(demands, { ...PARTS, statistics, side: 'demand' });
        for (const query of demands) {
          for (const match of supply.match(query, EVERYTHING).matches) {
            expect(wanted.explain(records[match.index]!, query.id).score).toBe(match.score);
            pairs++;
          }
        }
      }),
    );
    expect(pairs).toBeGreaterThan(100);
  });
});
