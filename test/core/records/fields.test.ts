import { describe, expect, it } from 'vitest';
import { FIELD_WEIGHTS, textFields } from '../../../src/core/records/fields.ts';
import { parseRecords } from '../../../src/core/records/parse.ts';

const recordOf = (fields: object) => parseRecords([{ id: 'a', title: '题', ...fields }], 'achievement')[0]!;

describe('texts of a record', () => {
  it('come in the order of the weights, each with its path', () => {
    const record = recordOf({
      abstract: '摘要',
      keywords: ['甲', '', '乙'],
      indicators: [{ raw: '≥5' }, '≤3'],
      unknown: '不',
    });
    expect(textFields(record, FIELD_WEIGHTS)).toEqual([
      { path: 'title', field: 'title', text: '题', weight: 3 },
      { path: 'keywords[0]', field: 'keywords', text: '甲', weight: 2 },
      { path: 'keywords[2]', field: 'keywords', text: '乙', weight: 2 },
      { path: 'abstract', field: 'abstract', text: '摘要', weight: 1 },
      { path: 'indicators[0]', field: 'indicators', text: '≥5', weight: 0.5 },
      { path: 'indicators[1]', field: 'indicators', text: '≤3', weight: 0.5 },
    ]);
  });

  it('weights of 0, below 0 or NaN leave a field out', () => {
    const record = recordOf({ abstract: '摘要', text: '文' });
    expect(textFields(record, { title: 0, abstract: -1, text: Number.NaN })).toEqual([]);
  });

  it('hold no members of Object and nothing that is no text', () => {
    const record = recordOf({ odd: 7, deep: { raw: 7 }, list: [null, 1, { raw: '文' }] });
    const weights = { constructor: 1, toString: 1, odd: 1, deep: 1, list: 1 };
    expect(textFields(record, weights).map(({ path }) => path)).toEqual(['list[2]']);
  });
});
