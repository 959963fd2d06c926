import { describe, expect, it } from 'vitest';
import { checkReasons } from '../../benchmarks/reasons/check.ts';
import { readSides } from '../../benchmarks/reasons/folder.ts';
import { liesOf, type Side } from '../../benchmarks/reasons/rules.ts';
import { run } from '../../benchmarks/reasons/run.ts';
import { defaultLexicon } from '../../src/index.ts';

const lexicon = defaultLexicon();
const side = (text: string, more: Partial<Side> = {}): Side => ({
  text,
  isDemand: false,
  chains: [],
  regionCode: undefined,
  hasStage: false,
  modes: [],
  ...more,
});
const whys = (zh: string, query: string, record: string) => {
  const en = `Both: ${[...zh.matchAll(/“[^”]*”/g)].join(', ')}.`;
  return liesOf({ zh, en }, side(query, { isDemand: true }), side(record), lexicon).map(({ why }) => why);
};

describe('the check of reasons', () => {
  it.each([
    ['双方都提到“轴承”。', '轴承损坏', '齿轮磨损'],
    ['双方都提到“轴”。', '轴承损坏', '轴承磨损'],
    ['对应需求②：“轴承磨损”。', '1.齿轮损坏；2.轴承损坏', '轴承磨损'],
    ['双方都提到“锂离”。', '锂离子电芯', '锂离子电池'],
    ['双方都提到“关键技术”。', '轴承关键技术', '齿轮关键技术'],
    ['双方都提到“辽宁”。', '辽宁轴承', '辽宁齿轮'],
    ['双方都提到“稀土”。', '不用稀土的永磁电机', '稀土永磁电机'],
    ['双方都写明“0.5ppm”。', '不超过0.5ppm', '达到5.2ppm'],
    ['需求排除“稀土”，成果也不用。', '稀土永磁电机', '铁氧体电机'],
    ['需求排除“稀土”，成果却用到。', '不用稀土的电机', '铁氧体电机'],
    ['需求排除“稀土”，成果也不用。', '不停机更换，采用稀土永磁', '无稀土电机'],
    ['需求排除“稀土”，成果也不用。', '不用稀土的电机', '无需冷却的稀土永磁电机'],
    ['需求排除“稀土”，成果却用到。', '不用稀土的电机', '不用稀土的铁氧体电机'],
    ['要求“≤0.5mg/l”，成果达到（“5mg/l”）。', '出水≤0.5mg/l', '出水5mg/l'],
    ['双方都提到“叶片”；成果用于检测（“检测”），需求没有提出检测。', '叶片检测', '叶片裂纹检测'],
    ['需求提到“防爆”，成果写明“不具备防爆”。', '巡逻机器人', '不具备防爆条件'],
    ['“轴承钢”与“钢”说的是同一类技术。', '轴承钢', '钢'],
    ['“齿轮”与“轴承”说的是同一类技术。', '齿轮', '轴承'],
    ['“患者”与“病人”说的是同一类技术。', '患者搬运', '病人翻身'],
    ['“齿轮”是“轴承”的一种。', '齿轮', '轴承'],
    ['“稀土”是其中一方写明不用的。', '稀土永磁电机', '稀土永磁电机'],
    ['同属航空装备产业链。', '齿轮', '轴承'],
    ['同在沈阳市。', '齿轮', '轴承'],
    ['成熟度相近。', '齿轮', '轴承'],
    ['合作方式相合。', '齿轮', '轴承'],
  ])('finds the lie in %s of %s and %s', (zh, query, record) => {
    expect(whys(zh, query, record)).not.toEqual([]);
  });

  it.each([
    ['双方都提到“轴承”。', '轴承损坏', '轴承磨损'],
    ['“隔热涂层”与“热障涂层”说的是同一类技术。', '隔热涂层', '热障涂层'],
    ['双方只有零散的字词相同。', '齿轮', '轴承'],
    ['“稀土”是其中一方写明不用的。', '不用稀土的永磁电机', '稀土永磁电机'],
    ['需求排除“稀土”，成果也不用。', '不想用进口钕铁硼、稀土', '无稀土电机'],
    ['需求排除“稀土”，成果却用到。', '稀土一律不考虑', '稀土永磁电机'],
    ['双方都提到“铜箔”、“Rz”。', '铜箔毛面Rz 1.5μm', '铜箔，Rz 0.9μm'],
  ])('finds none in %s of %s and %s', (zh, query, record) => {
    expect(whys(zh, query, record)).toEqual([]);
  });

  it('finds no lie in the reasons of the sample', () => {
    const { demands, achievements } = readSides('examples/data');
    const { reasons, lies } = checkReasons(demands, achievements, 3, 1);
    expect(reasons).toBeGreaterThan(500);
    expect(lies).toEqual([]);
  });

  it('says what it takes, and refuses what it does not know', () => {
    expect(run(['--help']).text).toContain('check:reasons');
    expect(() => run(['--limit', '0'])).toThrow('--limit');
    expect(() => run(['--data', 'no-such-folder'])).toThrow();
  });
});
