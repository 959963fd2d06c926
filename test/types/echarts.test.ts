import { type ChartOption, toECharts } from 'cuohe/charts';
import type { SessionPlan } from 'cuohe/programmes';
import type { EChartsOption } from 'echarts';
import { expect, it } from 'vitest';
import { FIGURES, MATCH, PLAN, VENUES } from '../charts/figures.ts';

/** That this file compiles is what it tests first. */

it('a picture is what ECharts takes, by its types', () => {
  const pictures: EChartsOption[] = [
    toECharts(FIGURES),
    toECharts(MATCH),
    toECharts(PLAN, { venues: VENUES }),
  ];
  expect(pictures).toHaveLength(3);
  // Each series too, as one alone.
  const option: ChartOption = toECharts(FIGURES);
  const series: Exclude<EChartsOption['series'], readonly unknown[] | undefined>[] = option.series;
  expect(series).toHaveLength(1);
});

it('a plan of sessions can be drawn, by its types', () => {
  const draw = (plan: SessionPlan) => toECharts(plan, { venues: VENUES });
  expect(draw).toBeTypeOf('function');
});
