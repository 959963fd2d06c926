import { describe, expect, it } from 'vitest';
import { parseStage, STAGE_RULES, type StageRule } from '../../../src/core/records/stages.ts';

describe('a stage', () => {
  it.each([
    ['laboratory samples', '小试', 'lab-scale', [4, 5]],
    ['pilot scale', '已完成中试', 'pilot-scale', [6, 7]],
    ['mass production', '量产', 'industrialised', [9, 9]],
    ['the longest wording decides: 小批量生产 holds 批量生产', '小批量生产', 'small-batch', [8, 8]],
    ['the longest wording decides: 原理样机 holds 样机', '原理样机', 'proof-of-concept', [3, 3]],
    ['可产业化 is not yet 产业化', '可产业化', 'mature', [8, 9]],
    ['of wordings as long as each other the most mature decides', '研发、量产', 'industrialised', [9, 9]],
    ['成熟度 names the scale and is no stage', '技术成熟度：小试', 'lab-scale', [4, 5]],
    ['case does not matter', 'Pilot-Scale', 'pilot-scale', [6, 7]],
    ['a code is taken as it is', 'early', 'early', [1, 4]],
    ['a level is a range of one', 'TRL6', 'trl', [6, 6]],
    ['two levels are a range', 'TRL 4-5', 'trl', [4, 5]],
    ['two levels may be given twice in full', 'TRL4~TRL6级', 'trl', [4, 6]],
    ['a dash makes a range', 'TRL 4–5', 'trl', [4, 5]],
    ['levels are put in order', 'TRL 9-7', 'trl', [7, 9]],
    ['a level goes before wording', '小试（TRL 7）', 'trl', [7, 7]],
  ])('%s', (_reason, raw, code, trl) => {
    expect(parseStage(raw)).toMatchObject({ raw, code, trl });
  });

  it.each([
    ['wording that is not known', '其他'],
    ['a level that the scale lacks', 'TRL10'],
    ['a level between two', 'TRL 4.5'],
    ['trl inside a word', 'ctrl 5'],
    ['尚未 says that it does not hold', '尚未产业化'],
    ['不 says that it does not hold', '技术不成熟'],
    ['no wording', ''],
  ])('%s gives no stage', (_reason, raw) => {
    expect(parseStage(raw)).toEqual({ raw });
  });

  it.each([
    '未开展中试',
    '尚未中试',
    '未中试或量产',
    '未开展中试、量产',
    '尚未进行大规模量产',
    '没有样机',
    '中试未完成',
    '拟中试',
    '拟小试、量产',
    '计划小试和中试',
    '计划开展中试',
    '准备产业化',
    '需要中试',
    '未来可实现产业化',
    '产业化前景好',
    '中试前',
    '未达到TRL6',
    '目标TRL6',
    'not mature',
  ])('that is taken back or only planned is none: %s', (raw) => {
    expect(parseStage(raw)).toEqual({ raw });
  });

  it.each([
    ['小试，拟中试', 'lab-scale'],
    ['已完成小试，尚未开展中试', 'lab-scale'],
    ['完成中试，待产业化', 'pilot-scale'],
    ['未完成验收，已中试', 'pilot-scale'],
    ['不仅完成中试', 'pilot-scale'],
    ['正在中试', 'pilot-scale'],
    ['尚处于小试阶段', 'lab-scale'],
    ['未进入中试，处于小试', 'lab-scale'],
    ['小试阶段，产业化前景广阔', 'lab-scale'],
    ['TRL4，目标TRL6', 'trl'],
  ])('beside what is not reached is read: %s', (raw, code) => {
    expect(parseStage(raw).code).toBe(code);
  });

  it.each(['未', '不接受', '拟', '未开展', '除', '中试', 'trl', ' ', '可'])(
    'is read from its beginning, however often %j stands there',
    (piece) => {
      const raw = piece.repeat(100_000);
      expect(parseStage(raw).raw).toBe(raw);
    },
  );

  it('tells which piece of the wording decided', () => {
    expect(parseStage('目前处于中试阶段').evidence).toBe('中试');
    expect(parseStage('约 TRL 4-5 级').evidence).toBe('trl 4-5');
  });

  it('a custom table replaces the default one, its wording in any case and width', () => {
    const rules: StageRule[] = [
      { code: 'P', trl: [6, 7], words: ['Ｐilot', ''] },
      { code: 'L', trl: [1, 3], words: ['Lab test'] },
    ];
    expect(parseStage('PILOT line', rules)).toMatchObject({ code: 'P', trl: [6, 7] });
    expect(parseStage('lab  test', rules)).toMatchObject({ code: 'L', trl: [1, 3] });
    expect(parseStage('L', rules)).toMatchObject({ code: 'L', evidence: 'L' });
    expect(parseStage('中试', rules)).toEqual({ raw: '中试' });
  });

  it('every wording of the default table gives its own stage', () => {
    for (const rule of STAGE_RULES)
      for (const word of rule.words) expect([word, parseStage(word).code]).toEqual([word, rule.code]);
  });
});
