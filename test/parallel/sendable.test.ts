import { expect, it } from 'vitest';
import type { MatchRecord } from '../../src/core/records/types.ts';
import { sendable } from '../../src/parallel/sendable.ts';

const FIELDS = { title: 3, keywords: 2, remark: 1, indicators: 1 };

it('of a query goes what is read of it, as plain data', () => {
  class Chain {
    get code() {
      return 'T1';
    }
    confidence = 0.5;
    tell = () => 1;
  }
  const self: Record<string, unknown> = { raw: '中试', trl: [4, 6] };
  self.self = self;
  const query = {
    id: 'q',
    kind: 'demand',
    title: '钢',
    keywords: ['a', undefined, 3n, { raw: 'b', more: () => 1 }],
    remark: () => 'no text',
    unknown: '不读',
    organization: { name: '厂', regionCode: '2101' },
    stage: self,
    chains: [new Chain()],
    cooperationModes: [{ raw: '转让', code: 'transfer' }],
  } as unknown as MatchRecord;
  const sent = sendable(query, FIELDS);
  expect(structuredClone(sent)).toEqual(sent);
  expect(sent).toEqual({
    id: 'q',
    kind: 'demand',
    title: '钢',
    keywords: ['a', undefined, undefined, { raw: 'b' }],
    remark: undefined,
    organization: { regionCode: '2101' },
    stage: { raw: '中试', trl: [4, 6] },
    chains: [{ code: 'T1', confidence: 0.5 }],
    cooperationModes: [{ raw: '转让', code: 'transfer' }],
  });
});

it('what holds itself ends somewhere', () => {
  const loop: Record<string, unknown> = {};
  loop.raw = loop;
  const sent = sendable(
    { id: 'q', kind: 'demand', title: '', remark: loop } as unknown as MatchRecord,
    FIELDS,
  );
  expect(structuredClone(sent)).toEqual(sent);
});
