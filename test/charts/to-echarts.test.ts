import { type ChartOptions, scoreParts, supplyAndDemand, toECharts } from 'cuohe/charts';
import { describe, expect, it } from 'vitest';
import { digestOf, drawn } from './drawn.ts';
import { FIGURES, MATCH, PICTURES, PLAN, VENUES } from './figures.ts';
import { achievements, demands, forDemands, supply } from './sample.ts';

const LANGUAGES = ['zh', 'en'] as const;

describe.each(PICTURES)('the picture $picture', ({ figure, ...options }) => {
  it('is a plain object: it goes through JSON and is the same', () => {
    for (const language of LANGUAGES) {
      const option = toECharts(figure, { ...options, language });
      expect(JSON.parse(JSON.stringify(option))).toEqual(option);
    }
  });

  it('is described for who does not see it, in its language', () => {
    for (const [language, letter] of [
      ['zh', /[\u4e00-\u9fff]/],
      ['en', /[a-z] [a-z]/],
    ] as const) {
      const { aria, title } = toECharts(figure, { ...options, language });
      expect(aria.enabled).toBe(true);
      expect(aria.label.description).toMatch(letter);
      if (language === 'en') expect(aria.label.description).not.toMatch(/[。，、]/);
      expect(title.text).toMatch(language === 'zh' ? letter : /^[\x20-\x7e]+$/);
    }
  });

  it('leaves the colours of texts and of the ground to the theme', () => {
    const text = JSON.stringify(toECharts(figure, options));
    expect(text).not.toMatch(/backgroundColor|textStyle|#000|#fff/i);
  });
});

it('the pictures look as they did: texts and coloured shapes of each, as ECharts draws them', async () => {
  const digests = PICTURES.flatMap(({ figure, ...options }) =>
    LANGUAGES.map((language) => {
      const { texts, fills } = digestOf(drawn(toECharts(figure, { ...options, language })));
      const shapes = Object.entries(fills).map(([fill, count]) => `${count} × ${fill}`);
      return [`${options.picture}, ${language}`, ...texts, ...shapes].join('\n  ');
    }),
  );
  await expect(`${digests.join('\n\n')}\n`).toMatchFileSnapshot('golden/pictures.txt');
});

describe('what pictures show is what was counted', () => {
  it('a cell for each pair of chains with an answer, a bar for each number above 0', async () => {
    const results = await forDemands();
    const figures = supplyAndDemand({ results, records: { achievements, demands }, chains: supply });
    const answering = figures.pairs.filter((pair) => pair.answering > 0);
    const [cells] = toECharts(figures).series as unknown as [{ data: { value: number[] }[] }];
    const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
    expect(cells.data).toHaveLength(answering.length);
    expect(sum(cells.data.map(({ value }) => value[2]!))).toBe(figures.total.answering);
    const [flow] = toECharts(figures, { picture: 'sankey' }).series as unknown as [
      { links: { source: string; target: string; value: number }[]; data: { name: string }[] },
    ];
    expect(sum(flow.links.map(({ value }) => value))).toBe(figures.total.answering);
    const names = new Set(flow.data.map(({ name }) => name));
    expect(names.size).toBe(flow.data.length);
    expect(flow.links.every(({ source, target }) => names.has(source) && names.has(target))).toBe(true);
    const bars = toECharts(figures, { picture: 'gaps' }).series as { data: (string | { value: number })[] }[];
    const [gap, answered] = bars.map(({ data }) =>
      sum(data.map((bar) => (typeof bar === 'string' ? 0 : bar.value))),
    );
    expect([gap, answered]).toEqual([figures.total.gap, figures.total.answered]);
  });

  it('a waterfall ends at the score, and each bar begins where the one before ends', () => {
    const { series } = toECharts(MATCH);
    const [base, adds, takes, total] = series as { data: ('-' | { value: number })[] }[];
    const parts = scoreParts(MATCH);
    for (const [i, { from, to }] of parts.entries()) {
      const bar = [adds!, takes!].map(({ data }) => data[i]!).find((one) => one !== '-') as { value: number };
      expect((base!.data[i] as { value: number }).value).toBeCloseTo(Math.min(from, to), 3);
      expect(bar.value).toBeCloseTo(Math.abs(to - from), 3);
    }
    expect(total!.data.at(-1)).toMatchObject({ value: MATCH.score });
  });

  it('chains without an answer have a row and a column, chains without records none', () => {
    const { yAxis } = toECharts(FIGURES) as { yAxis: { data: string[] } };
    expect(yAxis.data).toEqual(['航空装备', expect.stringContaining('数字医疗'), '新材料', '未归入产业链']);
  });

  it('of hundreds of chains 40 are shown, and the others are one: nothing is lost', () => {
    const chains = Array.from({ length: 300 }, (_, i) => ({
      ...FIGURES.chains[0]!,
      code: `c${i}`,
      nameZh: i < 2 ? '同名' : `链${i}`,
      demands: i + 1,
      answered: 1,
      gap: i,
    }));
    const pairs = chains.map(({ code }) => ({
      demandChain: code,
      supplyChain: 'c299',
      matches: 1,
      answering: 1,
    }));
    const figures = { ...FIGURES, chains, pairs };
    for (const picture of ['matrix', 'sankey'] as const) {
      const option = toECharts(figures, { picture });
      const [series] = option.series as unknown as [
        { data: { value: number[] }[]; links?: { value: number }[] },
      ];
      const values = series.links?.map(({ value }) => value) ?? series.data.map(({ value }) => value[2]!);
      expect(values.reduce((sum, value) => sum + value, 0)).toBe(300);
      expect(values).toHaveLength(40);
      expect(JSON.stringify(option)).toContain('其余261条产业链');
    }
    const { yAxis, series } = toECharts(figures, { picture: 'gaps' }) as unknown as {
      yAxis: { data: string[] };
      series: { data: { value: number }[] }[];
    };
    expect(yAxis.data).toHaveLength(40);
    expect(yAxis.data[0]).toBe('链299');
    expect(series[0]!.data.reduce((sum, { value }) => sum + value, 0)).toBe((299 * 300) / 2);
    const few = toECharts({ ...figures, chains: chains.slice(0, 3), pairs: [] });
    expect((few.yAxis as { data: string[] }).data).toEqual(['同名 c0', '同名 c1', '链2']);
  });

  it('what is largest is told where it is one, and not where many share it', () => {
    const said = (gap: number) =>
      toECharts(
        { ...FIGURES, chains: FIGURES.chains.map((chain, i) => ({ ...chain, gap: i === 0 ? gap : 1 })) },
        { picture: 'gaps' },
      ).title.subtext;
    expect(said(2)).toContain('缺口最大的是航空装备。');
    expect(said(1)).not.toContain('最大');
  });

  it('a day of the calendar has the meetings of all its sessions', () => {
    const { series, calendar } = toECharts(PLAN, { picture: 'calendar', venues: VENUES });
    expect(calendar!.range).toEqual(['2026-09-01', '2026-10-31']);
    expect(series[0]!.data).toMatchObject([{ value: ['2026-09-30', 3] }, { value: ['2026-10-09', 2] }]);
  });

  it('without anything to show there is a picture all the same', () => {
    const none = { ...FIGURES, chains: [], pairs: [] };
    for (const picture of ['matrix', 'sankey', 'gaps'] as const)
      expect(drawn(toECharts(none, { picture }))).toContain('</svg>');
    for (const picture of ['timetable', 'calendar'] as const)
      expect(drawn(toECharts({ sessions: [] }, { picture, venues: [] }))).toContain('</svg>');
  });
});

describe('what cannot be drawn is refused', () => {
  const refused = (figure: unknown, options?: unknown) =>
    expect(() => toECharts(figure as never, options as ChartOptions));

  it('figures that are none, pictures of other figures, mistyped options, plans without venues', () => {
    refused(undefined).toThrow(/figure: expected supply and demand/);
    refused({ matches: [] }).toThrow(/figure/);
    refused(FIGURES, { picture: 'waterfall' }).toThrow(/picture: expected one of matrix, sankey, gaps/);
    refused(FIGURES, { picture: 'pie' }).toThrow(/picture/);
    refused(FIGURES, { lang: 'en' }).toThrow(/did you mean language/);
    refused(FIGURES, { language: 'fr' }).toThrow(/language/);
    refused(PLAN).toThrow(/venues: expected the venues that the plan was made with/);
    refused(PLAN, { venues: VENUES.slice(1) }).toThrow(/one with the id S/);
    refused(PLAN, { venues: [{}] }).toThrow(/venues/);
    refused({ score: 1, signals: undefined }).toThrow(/signals/);
  });
});
