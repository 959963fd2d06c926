import { describe, expect, it } from 'vitest';
import { everydayForms } from '../../../src/core/lexicon/everyday-forms.ts';
import { parseEveryday } from '../../../src/core/lexicon/text-form.ts';

describe('patterns of everyday words', () => {
  it('stand for every choice of their parts', () => {
    expect(everydayForms('皮带')).toEqual(['皮带']);
    expect(everydayForms('(皮带|胶带)跑偏')).toEqual(['皮带跑偏', '胶带跑偏']);
    expect(everydayForms('(皮带|胶带)(跑偏|打滑)')).toEqual(['皮带跑偏', '皮带打滑', '胶带跑偏', '胶带打滑']);
    expect(everydayForms('布(一洗)?(缩水|掉色)')).toEqual(['布一洗缩水', '布一洗掉色', '布缩水', '布掉色']);
  });

  it('have no part that is empty, no sign left over and no more than 500 forms', () => {
    for (const bad of ['(', ')', 'a)b', '(a', 'a|b', '(a|)', '()', '(a)?', '((a|b)c)']) {
      expect([bad, everydayForms(bad)]).toEqual([bad, undefined]);
    }
    const ten = `(${'一二三四五六七八九十'.split('').join('|')})`;
    expect(everydayForms(`${ten}${ten}(a|b|c|d|e)`)?.length).toBe(500);
    expect(everydayForms(`${ten}${ten}(a|b|c|d|e|f)`)).toBeUndefined();
  });

  it('yield to what is written out, and to the patterns before them', () => {
    const everyday = parseEveryday('(皮带|胶带)跑偏 = x\n(胶带|链条)跑偏 = y\n皮带跑偏 = z');
    expect([...everyday]).toEqual([
      ['皮带跑偏', ['z']],
      ['胶带跑偏', ['x']],
      ['链条跑偏', ['y']],
    ]);
  });

  it('leave out a form that is its own technical term', () => {
    expect([...parseEveryday('(钢|坯)裂 = 坯裂').keys()]).toEqual(['钢裂']);
  });

  it('are named when they are bad', () => {
    const expected = 'parts like (A|B) or (A|B)?, none empty, of 500 forms at most';
    expect(() => parseEveryday('费电 = 节电\n(皮带跑偏 = x')).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ index: 1, expected })] }),
    );
  });
});
