import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both, type Row, weigherOf } from '../../opensearch/cluster.ts';
import type { Cluster } from '../harness/cluster.ts';
import { achievements, asOf, collectionOf, type Place, placeOf } from '../world.ts';

const HARD = '钛合金薄壁件的加工变形';

/** Texts whose terms are odd names of features. */
const TEXTS: Readonly<Record<string, string>> = {
  dots: '1.5 mm 3.25kW v2.0.1 a.b.c .5 5. … ．．',
  percents: '99.9% %2E %25 100%% %u0000 %#',
  emoji: '🔬🧪 焊接👩‍🔬机器人 🇨🇳 𠮷野家 𝒳',
  spaces: '  两  个\u00a0空\u2003格\t\t和\n\n行  ',
  controls: '\u0000\u0001\u0007\u001b[31m\u007f\u0085\u2028\u2029',
  marks: '\u202e倒\u202c \u200b零\u200d宽\ufeff',
  halves: '半个 \ud83d 与 \udd2c 字',
  prototypes: '__proto__ constructor toString hasOwnProperty prototype',
  quotes: `"'\\/<script>*?:{}[]()^~!&|`,
  names: 'row row.a _id _source needs.row needs',
  // Between the longest name that is kept as it is and the longest that an engine takes.
  book: `${'x'.repeat(600)} ${'液压'.repeat(300)}`,
  // Longer than any engine takes.
  shelf: `${'y'.repeat(40_000)} ${'z'.repeat(32_767)}`,
};

/** Ids that must be put into paths, lines and sorts as they are. */
const IDS = [
  '__proto__',
  'a/b?c=d#e',
  '..',
  '%2E%2F',
  '_odd',
  ' ',
  '🔬',
  'ü'.repeat(256),
  '"}\n{"delete"',
  '成果 1',
];

const rows: Row[] = [
  ...Object.entries(TEXTS).map(([id, text]) => ({ id: `text ${id}`, title: HARD, abstract: text })),
  ...IDS.map((id, i) => ({ id, title: `${HARD}${i}` })),
  // Fields of the host that no engine may look into.
  JSON.parse(`{"id": "fields", "title": "${HARD}", "": 1, "a.b": {"a": 1}, "a": 5, ".": "",
    "deep": ${'['.repeat(100)}${']'.repeat(100)}, "number": 123456789012345678901234567890, "mixed": [1, "a", {}]}`),
];

/** Whatever stands in a record, it is found. */
export function hostile(cluster: () => Cluster): void {
  describe('records with odd texts, ids and fields', () => {
    let place: Place;
    beforeAll(async () => {
      const all = [...rows, ...achievements.slice(0, 20)];
      place = await placeOf(cluster(), 'hostile', collectionOf(weigherOf(all, []), all), { replicas: 0 });
    });
    afterAll(() => cluster().ask('DELETE', '/hostile'));

    const options = { filter: { asOf }, limit: rows.length + 20 };

    it.each(Object.entries(TEXTS))(
      'are found by the same text, as on one machine: %s',
      async (name, text) => {
        const { found, cluster, alone } = await both(place, { id: 'D', title: '', problem: text }, options);
        expect(cluster).toEqual(alone);
        const known = place.weigher.row({ id: 'A', title: '', abstract: text } as Row);
        // A text without a term finds nothing, here as there.
        if (known.terms.length > 0) expect(found.matches.map(({ id }) => id)).toContain(`text ${name}`);
      },
    );

    it('are all found by what they share, in the order of their ids, with the fields as they were', async () => {
      const { found, cluster, alone } = await both(place, { id: 'D', title: HARD }, options);
      expect(cluster).toEqual(alone);
      const ids = found.matches.map(({ id }) => id);
      for (const { id } of rows) expect(ids).toContain(id);
    });
  });
}
