import type { MatchLevel } from '../core/levels/level.ts';
import { CHART_TEXTS, type Language } from './chart-texts.ts';
import type { BarItem, ChartOption } from './option.ts';
import { type ScoredMatch, scoreParts } from './score-parts.ts';
import {
  BAR_WIDTH,
  BLUE,
  baseOf,
  GREEN,
  gridOf,
  NAME_WIDTHS,
  NOTHING,
  namesDown,
  ORANGE,
  PLAIN,
} from './style.ts';

/** Decimals of a score, as pictures show it. */
const DECIMALS = 3;

/** How a score comes about: part by part, the sum last. */
export function waterfallOf(match: ScoredMatch, language: Language): ChartOption {
  const texts = CHART_TEXTS[language];
  const parts = scoreParts(match);
  const { level } = match as { readonly level?: MatchLevel };
  const subtext =
    level === undefined ? '' : `${texts.level} · ${language === 'zh' ? level.labelZh : level.labelEn}`;
  const names = [...parts.map((part) => part[language]), texts.score];
  const score = shownNumber(match.score);
  const steps = parts.map((part) => `${part[language]} ${signed(part.value)}`);
  const said = texts.scoreSaid(score, texts.listed(steps));
  const bars = (isShown: (value: number) => boolean): BarItem[] => [
    ...parts.map(({ value, clause, ...part }): BarItem => {
      if (!isShown(value)) return '-';
      const name = clause === undefined ? part[language] : clause[language];
      return { name, value: rounded(Math.abs(value)), label: { show: true, formatter: signed(value) } };
    }),
    '-',
  ];
  const legend = [texts.adds, ...(parts.some(({ value }) => value < 0) ? [texts.takes] : []), texts.score];
  const bar = { type: 'bar' as const, stack: 'score', barMaxWidth: BAR_WIDTH };
  const label = { show: true, position: 'right' as const };
  const sum: BarItem = {
    name: texts.score,
    value: rounded(match.score),
    label: { show: true, formatter: score },
  };
  return {
    ...baseOf(`${texts.score} ${score}`, subtext, said, true),
    legend: { bottom: 8, data: legend },
    grid: gridOf(48),
    xAxis: { type: 'value' },
    yAxis: namesDown(names, NAME_WIDTHS[language]),
    series: [
      {
        ...bar,
        name: '',
        silent: true,
        itemStyle: { color: NOTHING, decal: PLAIN },
        data: [
          ...parts.map(({ from, to }) => ({ name: '', value: rounded(Math.min(from, to)) })),
          '-' as const,
        ],
      },
      { ...bar, name: texts.adds, itemStyle: { color: GREEN }, label, data: bars((value) => value > 0) },
      { ...bar, name: texts.takes, itemStyle: { color: ORANGE }, label, data: bars((value) => value < 0) },
      {
        ...bar,
        name: texts.score,
        itemStyle: { color: BLUE },
        label,
        data: [...parts.map(() => '-' as const), sum],
      },
    ],
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function shownNumber(value: number): string {
  return value.toFixed(DECIMALS);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${shownNumber(Math.abs(value))}`;
}
