import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearanceOf,
  SECRECY_LEVELS,
  type SecrecyLevel,
  secrecyRank,
} from '../../../src/core/records/secrecy.ts';

const level = (raw: string | undefined): SecrecyLevel => SECRECY_LEVELS[secrecyRank(raw)]!;

describe('secrecy', () => {
  it.each([
    ['no wording', undefined],
    ['empty wording', ''],
    ['blank wording', ' \u3000'],
    ['the plain word', '公开'],
    ['the plain word, emphasised', '完全公开'],
    ['not classified', '非密'],
    ['not classified, in other words', '不涉密'],
    ['not classified and open', '不涉密，可公开'],
    ['no level', '无密级'],
    ['none', '无'],
    ['with its label', '密级：公开'],
    ['English in any case', 'Public'],
  ])('%s is public', (_reason, raw) => {
    expect(level(raw)).toBe('public');
  });

  it.each([
    ['内部', 'internal'],
    ['内部公开', 'internal'],
    ['不公开', 'internal'],
    ['不 公开', 'internal'],
    ['未公开', 'internal'],
    ['暂不公开', 'internal'],
    ['不予公开', 'internal'],
    ['依申请公开', 'internal'],
    ['restricted', 'internal'],
    ['涉密', 'confidential'],
    ['秘密', 'confidential'],
    ['公开（含商业秘密）', 'confidential'],
    ['SECRET', 'secret'],
    ['机密', 'secret'],
    ['Confidential', 'confidential'],
    ['绝密', 'top-secret'],
    ['Top Secret', 'top-secret'],
    ['秘密、绝密', 'top-secret'],
  ] as const)('%s is %s', (raw, expected) => {
    expect(level(raw)).toBe(expected);
  });

  it.each([
    ['unknown wording', '一般'],
    ['signs', '？？'],
    ['公开 with a condition', '公开（待审核）'],
    ['公开 with an unknown word before it', '不宜公开'],
    ['public with a no before it', 'non-public'],
    ['public with a not before it', 'not public'],
    ['公开 with an invisible character', '公\u200b开'],
    ['a label without a level', '密级：'],
    ['wording of a page', '公开 '.repeat(100)],
  ])('%s fails closed', (_reason, raw) => {
    expect(level(raw)).toBe('top-secret');
  });

  it('no wording around 不公开, 内部 or 涉密 makes a record public', () => {
    const pieces = fc.constantFrom(
      '公开',
      'public',
      '可',
      '无',
      '，',
      ' ',
      '（',
      '）',
      '非密',
      '级',
      '不公开',
      '内部',
    );
    fc.assert(
      fc.property(
        fc.array(pieces),
        fc.constantFrom('不公开', '内部公开', '内部', '秘密', '机密'),
        fc.array(pieces),
        (a, b, c) => {
          expect(secrecyRank([...a, b, ...c].join(''))).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    ['公开', 'public'],
    ['内部', 'internal'],
    ['秘密', 'confidential'],
    ['机密', 'secret'],
    ['绝密', 'top-secret'],
    ...SECRECY_LEVELS.map((code) => [code, code] as const),
  ] as const)('a clearance may be called %s', (name, expected) => {
    expect(clearanceOf(name)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    4,
    '',
    '涉密',
    '绝密级',
    'Secret',
    'topsecret',
    '秘密 ',
    'constructor',
    {},
    ['secret'],
  ])('a clearance called %j is none: a gate is not opened by guessing', (name) => {
    expect(clearanceOf(name)).toBeUndefined();
  });

  it('is a rank from 0 to 4 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(SECRECY_LEVELS[secrecyRank(raw)]).toBeDefined();
      }),
    );
  });
});
