import { renderReport } from 'cuohe/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapSignals } from '../../src/core/vectors/signals.ts';
import { dataOf, skeletonOf } from './parsed.ts';

/** Texts that were made to be more than texts. */

const PIECES = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '<!--<script>',
  '-->',
  ']]>',
  '</title></style></noscript></textarea>',
  '<svg onload=alert(1)>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '&lt;b&gt;&#60;',
  '</bdi></table></section>',
  '{{constructor}}',
  '{count}',
  '$&$1',
  '\u2028\u2029',
  '\u202e反向\u2066',
  '\ud800',
  '\u0000\u0007\ufffe',
  '😀👨‍👩‍👧',
  '\r\n\t',
  'javascript:alert(1)',
  '一'.repeat(300),
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 6 })
  .map((pieces) => pieces.join(''));

/** A report in which every text that comes from elsewhere is this one. */
function reportOf(text: string): string {
  const record = (id: string) => ({
    id: `${id}${text}`,
    title: `题${text}`,
    text: `文${text}`,
    organization: `单${text}`,
    regionCode: `区${text}`,
    stage: `段${text}`,
    chains: [{ code: `链${text}` }],
  });
  const span = { field: 'title', start: 0, end: 1, text: '题' };
  const match = {
    rank: 1,
    id: `A${text}`,
    index: 0,
    score: 0.5,
    level: { level: 0, labelZh: '无', labelEn: 'none' },
    need: 0,
    reason: { zh: `理${text}`, en: `r${text}` },
    signals: mapSignals((signal) => (signal === 'characters' ? 0.5 : 0)),
    conditions: [],
    phrases: [{ phrase: text, value: 0.5, querySpans: [span], recordSpans: [span] }],
    chains: [],
  };
  const notice = {
    level: 'warning',
    code: 'cell-unread',
    header: `表${text}`,
    text: { zh: `说${text}`, en: text },
  };
  return renderReport(
    {
      results: [
        {
          queryId: `D${text}`,
          matches: [match],
          needs: [{ ...span, text: `需${text}`, matches: [] }],
          candidates: 1,
          filtered: {},
        } as never,
      ],
      records: { achievements: [record('A')], demands: [record('D')] },
      imports: {
        [`件${text}`]: { records: 1, leftOut: 0, tables: [], columns: [], notices: [notice] } as never,
      },
      programmes: [
        { name: `表${text}`, table: { columns: [{ header: `头${text}` }], rows: [[`格${text}`]] } },
      ],
    },
    { title: `报告${text}`, contacts: true },
  );
}

describe('a report of hostile texts', () => {
  const plain = skeletonOf(reportOf('文'));

  test('has the elements and attributes of a report of plain ones, and no other', () => {
    expect(plain.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(hostile, (text) => {
        expect(skeletonOf(reportOf(text))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
    for (const piece of PIECES) expect(skeletonOf(reportOf(piece))).toEqual(plain);
  });

  test('hands every text to its script as it is, but for marks that turn the direction', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = reportOf(text);
        const { records, cards } = dataOf(html);
        const shown = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\u200b');
        expect(records.map(({ title }) => title)).toEqual([`题${shown}`, `题${shown}`]);
        expect(cards[0]!.matches[0]!.reason).toBe(`理${shown}`);
        expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 40 },
    );
  });
});
