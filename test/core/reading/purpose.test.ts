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

  it.each([
    ...[
      '检测',
      '检验',
      '监测',
      '监控',
      '测定',
      '测量',
      '测试',
      '化验',
      '探测',
      '识别',
      '辨识',
      '诊断',
      '评定',
    ],
    ...[
      '评价',
      '评估',
      '鉴定',
      '鉴别',
      '巡检',
      '探伤',
      '计量',
      '检出',
      '筛查',
      '预测',
      '预报',
      '标定',
      '分析',
    ],
    ...[
      '表征',
      '成像',
      '可视化',
      '分析仪',
      '测定仪',
      '检测仪',
      '测试仪',
      '监测仪',
      '光谱仪',
      '色谱仪',
      '测厚仪',
    ],
    ...['探伤仪', '显微镜', '传感器', '检测线', '流量计', '浓度计', '试剂盒', '试纸'],
  ])('is to measure in a title that ends with %s alone', (head) => {
    expect(purposeOf(`钢轨${head}`)?.purpose).toBe('measure');
  });

  it.each([
    ...[
      '管理系统',
      '追溯平台',
      '溯源系统',
      '收费软件',
      '计费系统',
      '调度平台',
      '考勤系统',
      '预约平台',
      '档案系统',
    ],
    ...['电子化平台', '信息平台', '信息化体系', '数字化平台', '远程会诊系统', '交易平台', '服务与咨询平台'],
    ...['数据库', '技术规程', '操作规程', '培训课程', '综述'],
  ])('is to manage in a title that ends with %s alone', (head) => {
    expect(purposeOf(`牧草${head}`)?.purpose).toBe('manage');
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
