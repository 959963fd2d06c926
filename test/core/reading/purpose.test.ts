import { describe, expect, it } from 'vitest';
import { asksFor, type Purpose, purposeOf } from '../../../src/core/reading/purpose.ts';

describe('what a title is there for', () => {
  it.each<[string, Purpose | undefined, string]>([
    ['六价铬在线分析仪', 'measure', 'an instrument'],
    ['叶片前缘损伤图像识别方法', 'measure', 'a word of form behind the head'],
    ['焊缝晶间腐蚀的评定方法', 'measure', 'the same'],
    ['仓储管理系统', 'manage', 'a system to manage'],
    ['农产品追溯平台', 'manage', 'a platform'],
    ['视觉检测工位用环形光源', undefined, 'a light: the head decides'],
    ['含铬废水还原沉淀', undefined, 'it solves something'],
    ['', undefined, 'nothing'],
  ])('%s: %s: %s', (title, purpose) => {
    expect(purposeOf(title)?.purpose).toBe(purpose);
  });

  it('is asked for by a demand that speaks of it in any way', () => {
    expect(asksFor('看不清裂纹，想早点发现', 'measure')).toBe(true);
    expect(asksFor('水泵漏水', 'measure')).toBe(false);
    expect(asksFor('库存账总对不上，想换个系统', 'manage')).toBe(true);
    expect(asksFor('水泵漏水', 'manage')).toBe(false);
  });

  it('stands at its place, and is found in a long title in no time', () => {
    const { start, end } = purposeOf('含铬废水六价铬在线分析仪')!;
    expect('含铬废水六价铬在线分析仪'.slice(start, end)).toMatch(/分析仪$/);
    expect(purposeOf(`${'检测'.repeat(100_000)}灯`)).toBeUndefined();
  });
});
