import { type AchievementInput, defaultLexicon } from 'cuohe';
import { type Duplicates, findDuplicates } from 'cuohe/programmes';
import { DEDUPLICATION_LABELS } from 'cuohe/programmes/deduplication';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const lexicon = defaultLexicon();
const record = (title: string, organization: string, abstract = '', more: object = {}) => ({
  title,
  organization,
  abstract,
  ...more,
});
type Given = ReturnType<typeof record>;
const find = (a: Given, b: Given, options = {}) =>
  findDuplicates(
    [a, b].map((one, i) => ({ id: `r${i}`, ...one })),
    { lexicon, ...options },
  );
const kindsOf = ({ likely }: Duplicates) => likely.map(({ kind }) => kind);

describe('likely duplicates: one thing in other words', () => {
  it.each([
    [
      record('涡轮叶片热障涂层制备技术', '甲研究所', '用于1200℃燃气轮机叶片，循环寿命2000次，厚度0.35mm。'),
      record('燃气轮机叶片用隔热涂层的喷涂方法', '甲研究所', '1200℃下循环2000次，涂层厚0.35mm。'),
    ],
    [
      record('水稻秸秆厌氧产气', '乙大学', '产气率1.8m3/d，甲烷含量62%。'),
      record('用于秸秆沼气工程的厌氧工艺', '乙大学', '甲烷62%，产气率1.8m3/d。'),
    ],
    [
      record('草莓无土栽培基质', '丙农科院', '基质孔隙度78%，产量提高22%。'),
      record('一种草莓栽培用基质', '丙农科院', '孔隙度78%，草莓增产22%。'),
    ],
    // By words alone: another order.
    [record('基于视觉的焊缝跟踪方法', '丁大学'), record('焊缝视觉跟踪系统', '丁大学')],
  ])('%o and %o', async (a, b) => {
    const found = await find(a, b);
    expect(found.groups).toEqual([]);
    expect(kindsOf(found)).toEqual(['reworded']);
    // Without words nobody knows what is a synonym and what another noun.
    expect(kindsOf(await find(a, b, { lexicon: undefined }))).toEqual([]);
  });

  it.each([
    [
      'another noun',
      record('草莓栽培基质', '丙院', '孔隙度78%，增产22%'),
      record('蓝莓栽培基质', '丙院', '孔隙度78%，增产22%'),
    ],
    [
      'another noun among words of any title',
      record('桥梁健康监测', '丙院', '1000Hz，15年'),
      record('隧道健康监测系统', '丙院', '1000Hz，15年'),
    ],
    [
      'another step of a process',
      record('钢轨焊缝探伤', '丙院', '99%，12km/h'),
      record('钢轨焊缝打磨', '丙院', '99%，12km/h'),
    ],
    [
      'a negation',
      record('非制冷红外探测仪器研究', '丙院', '640×512，17μm，成像清晰稳定'),
      record('制冷红外探测装置', '丙院', '640×512，17μm，低温工作'),
    ],
    [
      'another unit',
      record('草莓无土栽培基质', '丙院', '孔隙度78%，产量提高22%'),
      record('一种草莓栽培用基质', '丁院', '孔隙度78%，增产22%'),
    ],
    [
      'other figures',
      record('草莓无土栽培基质', '丙院', '孔隙度78%，产量提高22%'),
      record('一种草莓栽培用基质', '丙院', '孔隙度65%，增产31%，成本35元'),
    ],
    [
      'another generation',
      record('第一代草莓基质', '丙院', '孔隙度78%，增产22%'),
      record('第二代草莓栽培基质', '丙院', '孔隙度78%，增产22%'),
    ],
    [
      'a trial and its industry',
      record('草莓基质中试', '丙院', '孔隙度78%，增产22%'),
      record('栽培草莓用基质产业化', '丙院', '孔隙度78%，增产22%'),
    ],
    ['hardware of software', record('数控系统软件平台', '丙院'), record('数控系统硬件平台', '丙院')],
    [
      'small numbers alone',
      record('草莓基质', '丙院', '1、2、3、4、5'),
      record('草莓采摘机', '丙院', '5、4、3、2、1'),
    ],
  ])('not: %s', async (_, a, b) => {
    const found = await find(a, b);
    expect([found.likely, found.groups]).toEqual([[], []]);
  });
});

describe('likely duplicates: one thing in another language', () => {
  it.each([
    [
      'formulas and figures',
      record('气敏材料', '甲大学', 'SnO2纳米线，检测限50ppb，250℃下响应3.2s'),
      record('SnO2 nanowire gas sensor', 'A University', 'Detects 50 ppb within 3.2 s at 250 ℃'),
    ],
    [
      'a name',
      record('农田墒情监测（Soil-Link）', '甲院', '通信距离15km'),
      record('Soil-Link soil moisture monitoring', 'A Academy', 'Range 15 km'),
    ],
    [
      'figures',
      record('红外探测', '甲所', '640×512，NETD 40mK'),
      record('Infrared detector', 'A Institute', '640 × 512, NETD 40 mK'),
    ],
    [
      'a patent',
      record('主轴热误差补偿', '甲大学', '', { ip: ['ZL202010555666.1'] }),
      record('Spindle thermal error', 'A University', '', {
        ip: [{ type: '发明', number: 'CN 202010555666.1' }],
      }),
    ],
    [
      'the title in English',
      record('黄芪甲苷提取', '甲大学', '', { titleEn: 'Extraction of astragaloside IV' }),
      record('Extraction of Astragaloside IV', 'A University'),
    ],
    [
      'a document',
      record('秸秆生物炭', '甲大学', '', { 论文: '10.1000/xyz123' }),
      record('Straw biochar', 'A University', 'See 10.1000/xyz123'),
    ],
    [
      'a few figures of one code',
      record('多孔植入体', '', '孔隙率65%，TC4', {
        organization: { name: '甲大学', uscc: '12100000463000000X' },
      }),
      record('Porous TC4 implant', '', 'Porosity 65%', {
        organization: { name: 'A University', uscc: '12100000463000000X' },
      }),
    ],
  ])('by %s', async (_, a, b) => {
    const found = await find(a as Given, b as Given, { lexicon: undefined });
    expect([kindsOf(found), found.groups]).toEqual([['translated'], []]);
  });

  it.each([
    [record('永磁电机', '甲大学', '效率96%'), record('Induction motor', 'A University', 'Efficiency 96%')],
    [record('GaN功率器件', '甲大学', '1200V'), record('SiC power device', 'A University', '1200 V')],
    [
      record('植入体', '甲大学', 'TC4，孔隙率65%，3GPa'),
      record('TC4 blade forging', 'A University', '3 GPa, 65%'),
    ],
    [
      record('超声探伤仪', '甲厂', 'ISO9001，IP67，GB/T 19001-2016，5MHz'),
      record('Ultrasonic cleaner', 'A Co.', 'ISO9001, IP67, GB/T 19001-2016'),
    ],
    [
      record('某技术', '甲厂', '', { phone: '02400000000' }),
      record('Some technology', 'A', '', { phone: '024-00000000' }),
    ],
  ])('not %o and %o', async (a, b) => {
    expect((await find(a, b)).likely).toEqual([]);
  });
});

describe('likely duplicates, for any records', () => {
  const words = ['草莓', '蓝莓', '栽培', '基质', '的', '一种', '系统', '78%', '3.25', 'TC4'];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((pieces) => pieces.join('，'));
  const records = fc
    .array(
      fc.record({
        title: fc.oneof(text, fc.constantFrom('TC4 substrate 3.25', 'Strawberry 78% 3.25 TC4')),
        abstract: text,
        organization: fc.constantFrom('甲院', '乙院', ''),
      }),
      { maxLength: 8 },
    )
    .map((list) => list.map((one, i): AchievementInput => ({ id: `r${i}`, ...one })));

  it('change no group, are in none, and do not depend on the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        records.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        async ([list, shuffled]) => {
          const { likely, ...rest } = await findDuplicates(list, { lexicon });
          const { likely: _, ...plain } = await findDuplicates(list);
          expect(rest).toEqual(plain);
          const groupOf = (id: string) => rest.groups.findIndex(({ recordIds }) => recordIds.includes(id));
          for (const { firstId, secondId } of likely) {
            expect(firstId).not.toBe(secondId);
            expect(groupOf(firstId) === -1 || groupOf(firstId) !== groupOf(secondId)).toBe(true);
          }
          const pairs = (found: Duplicates['likely']) =>
            found.map(({ firstId, secondId }) => [firstId, secondId].sort().join()).sort();
          expect(new Set(pairs(likely)).size).toBe(likely.length);
          const again = await findDuplicates(shuffled, { lexicon });
          expect(pairs(again.likely)).toEqual(pairs(likely));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the same in either order, and need that each tells of what the other’s title names', async () => {
    const [a, b] = [record('', '甲院', '78%，3.25，草莓'), record('草莓', '甲院', '3.25，78%')];
    const [c, d] = [
      record('草莓栽培', '甲院', '78%，3.25'),
      record('一种基质', '甲院', '草莓栽培基质，3.25，78%'),
    ];
    const pairs = await Promise.all([find(a, b), find(b, a)]);
    expect(pairs.map(({ likely }) => likely.length)).toEqual([0, 0]);
    const one = await Promise.all([find(c, d), find(d, c)]);
    expect(new Set(one.map(({ likely }) => likely.length)).size).toBe(1);
  });

  it('quote nothing of what is not public', async () => {
    const [a, b] = [
      record('草莓无土栽培基质', '丙院', '孔隙度78%，产量提高22%'),
      record('一种草莓栽培用基质', '丙院', '孔隙度78%，增产22%', { secrecyLevel: '秘密' }),
    ];
    const { likely } = await find(a, b);
    expect(likely).toEqual([
      { firstId: 'r0', secondId: 'r1', kind: 'reworded', figures: [], latin: [], isMarked: false },
    ]);
  });

  it('have a label each', () => {
    expect(Object.keys(DEDUPLICATION_LABELS.likely)).toEqual(['reworded', 'translated']);
  });
});
