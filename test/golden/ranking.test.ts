import { createMatcher } from 'cuohe';
import { describe, expect, it } from 'vitest';

/** Invented texts. Each case: a demand, achievements in the order in which they must come, and why. */
const CASES: readonly (readonly [demand: string, inOrder: readonly string[], why: string])[] = [
  [
    '燃气轮机叶片隔热涂层',
    ['一种热障涂层及其制备方法', '涡轮叶片涂层结合强度测试', '叶片类蔬菜保鲜技术'],
    'a synonym says the same thing; a coating beside it; 叶片 of a vegetable is a homograph',
  ],
  [
    '苹果采后贮藏保鲜',
    ['苹果冷链贮藏与保鲜工艺', '苹果手机屏幕检测', '蓝牙耳机降噪'],
    'the fruit before the brand, which shares the name only',
  ],
  [
    '工业机器人减速器寿命提升',
    ['机器人用精密减速器疲劳寿命设计', '工业机器人视觉抓取', '聊天机器人对话系统'],
    'the part before the machine, the machine before its namesake in software',
  ],
  [
    '基于机器视觉的钢板表面缺陷检测系统的研究与应用',
    [
      '基于机器视觉的带钢表面缺陷在线检测',
      '基于机器视觉的病虫害识别系统的研究与应用',
      '基于区块链的溯源系统的研究与应用',
    ],
    'object and method, then the method, then what any title says',
  ],
  [
    'TC4钛合金激光增材制造',
    ['TC4 钛合金选区激光熔化成形', '铝合金激光焊接', '激光测距仪'],
    'the alloy, the way and the family together, then the family, then the light alone',
  ],
  [
    '海水淡化反渗透膜',
    ['抗污染反渗透膜材料', '海水养殖循环水', '手机贴膜裁切机'],
    'the membrane before the water, and neither before a film of another kind',
  ],
  [
    '儿童哮喘雾化吸入药物',
    ['小儿哮喘雾化吸入制剂', '儿童安全座椅', '轴承润滑脂'],
    'the illness and the way, then the age alone, then nothing',
  ],
  [
    '面向工业互联网的数控机床主轴热误差补償',
    ['数控机床主轴热误差补偿方法', '工业互联网标识解析平台', '热水器误差报警'],
    'the task before the surroundings that it is set in',
  ],
  [
    'Wear-resistant coatings for pump impellers',
    ['Wear resistant coating of an impeller', 'Dispatching for pumps', 'Meals for schools'],
    'Latin words meet by their stems, and for and of are no words of content',
  ],
];

/** The right answer and two wrong ones: which of the wrong ones comes second is not decided here. */
const FIRST: readonly (readonly [string, readonly string[], string])[] = [
  [
    '高性能永磁同步电机',
    ['稀土永磁电机设计与制造', '同步带传动装置', '高性能混凝土'],
    '高性能 is a word of any field and 同步 of several',
  ],
  [
    '废旧动力电池回收利用',
    ['退役锂离子电池梯次利用与拆解回收', '废旧轮胎热裂解', '动力滑翔伞'],
    'what is recycled before that it is recycled; 动力 alone is nothing',
  ],
  [
    '小分子抗肿瘤新药筛选',
    ['抗肿瘤小分子化合物的筛选方法', '肿瘤影像辅助诊断', '农药残留快速筛选'],
    'word order does not matter; 药 and 筛选 of farming are near-misses',
  ],
];

describe('the ranking', () => {
  it.each(CASES)('for %s has the order %o: %s', (title, inOrder, _why) => {
    // Last first, so that the order of the records never helps.
    const records = inOrder.map((text, i) => ({ id: `r${i}`, title: text })).reverse();
    const { matches } = createMatcher(records).match({ id: 'q', title });
    const ids = matches.map(({ id }) => id);
    expect(ids[0]).toBe('r0');
    expect(ids).toEqual(
      records
        .map(({ id }) => id)
        .sort()
        .slice(0, ids.length),
    );
  });

  it.each(FIRST)('for %s puts the first of %o first: %s', (title, answers, _why) => {
    const records = answers.map((text, i) => ({ id: `r${i}`, title: text })).reverse();
    const [first, second] = createMatcher(records).match({ id: 'q', title }).matches;
    expect(first!.id).toBe('r0');
    expect(second?.score ?? 0).toBeLessThan(first!.score * 0.8);
  });

  it('leaves praise and business terms out of account', () => {
    const records = [
      {
        id: 'praise',
        title: '甲',
        abstract: '国内领先水平，填补国内空白，具有良好的市场前景。合作方式面议。',
      },
      { id: 'object', title: '秸秆制乙醇' },
    ];
    const { matches } = createMatcher(records).match({
      id: 'q',
      title: '秸秆乙醇',
      problem: '要求达到国内领先水平，填补国内空白，具有良好的市场前景。合作方式面议。',
    });
    expect(matches[0]!.id).toBe('object');
    expect(matches[1]?.score ?? 0).toBeLessThan(matches[0]!.score / 3);
  });

  it('counts the title more than the abstract, and both more than nothing', () => {
    const records = [
      { id: 'title', title: '秸秆制乙醇', abstract: '本项目研究发酵。' },
      { id: 'abstract', title: '本项目研究发酵', abstract: '秸秆制乙醇。' },
      { id: 'none', title: '本项目研究轴承' },
    ];
    const { matches } = createMatcher(records).match({ id: 'q', title: '秸秆制乙醇' });
    expect(matches.map(({ id }) => id).slice(0, 2)).toEqual(['title', 'abstract']);
  });

  it('lets region, maturity and mode decide between equals, and never outweigh the object', () => {
    const common = { regionCode: '210100', stage: '中试' };
    const records = [
      { id: 'far', title: '秸秆制乙醇', regionCode: '440300', stage: '概念' },
      { id: 'near', title: '秸秆制乙醇', transferModes: '合作开发', ...common },
      { id: 'other', title: '秸秆打捆机', transferModes: '合作开发', ...common },
    ];
    const { matches } = createMatcher(records).match({
      id: 'q',
      title: '秸秆制乙醇',
      cooperationModes: '合作开发',
      ...common,
    });
    expect(matches.map(({ id }) => id)).toEqual(['near', 'far', 'other']);
  });
});
