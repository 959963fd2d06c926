import { CHART_TEXTS, type Language } from './chart-texts.ts';
import type { SupplyAndDemand } from './figures.ts';
import type { BarItem, ChartOption } from './option.ts';
import { mostOf, shownChains, shownPairs } from './shown-chains.ts';
import {
  BAR_WIDTH,
  BLUE,
  baseOf,
  GREY,
  gridOf,
  NAME_WIDTHS,
  namesDown,
  ORANGE,
  PLAIN,
  scaleOf,
} from './style.ts';

/** Pictures of supply and demand: a matrix of chains, what flows between them, and where answers are missing. */

/** Demands down, achievements across: how many matches answer. */
export function matrixOf(figures: SupplyAndDemand, language: Language): ChartOption {
  const texts = CHART_TEXTS[language];
  const shown = shownPairs(figures, texts, language, true);
  const { demands, supply, pairs } = shown;
  const said = texts.pairsSaid(pairs.length, figures.total.answering, mostOf(shown, texts));
  return {
    ...baseOf(
      texts.matrix,
      `${texts.lies} · ${texts.counted[figures.basis]}`,
      texts.sentences(texts.matrix, said),
      false,
    ),
    grid: gridOf(64),
    xAxis: {
      type: 'category',
      data: supply.names,
      axisLabel: { interval: 0, rotate: 45, width: NAME_WIDTHS[language], overflow: 'truncate' },
      axisTick: { show: false },
      splitArea: { show: true },
    },
    yAxis: { ...namesDown(demands.names, NAME_WIDTHS[language]), splitArea: { show: false } },
    visualMap: scaleOf(Math.max(0, ...pairs.map(({ value }) => value)), [texts.many, texts.few]),
    series: [
      {
        type: 'heatmap',
        name: texts.counted[figures.basis],
        label: { show: true },
        itemStyle: { borderColor: GREY, borderWidth: 0.5 },
        data: pairs.map((pair) => ({
          name: texts.pair(demands.names[pair.demand]!, supply.names[pair.supply]!),
          value: [pair.supply, pair.demand, pair.value],
        })),
      },
    ],
  };
}

/** Demands on the left, achievements on the right: a band for the matches between two chains. */
export function flowOf(figures: SupplyAndDemand, language: Language): ChartOption {
  const texts = CHART_TEXTS[language];
  const shown = shownPairs(figures, texts, language, false);
  const { demands, supply, pairs } = shown;
  const said = texts.pairsSaid(pairs.length, figures.total.answering, mostOf(shown, texts));
  const subtext = `${texts.demand} → ${texts.supply} · ${texts.counted[figures.basis]}`;
  return {
    ...baseOf(texts.flow, subtext, texts.sentences(texts.flow, said), false),
    series: [
      {
        type: 'sankey',
        name: texts.flow,
        left: NAME_WIDTHS[language] + 24,
        right: NAME_WIDTHS[language] + 24,
        top: 76,
        bottom: 24,
        // In the order of the taxonomy on both sides.
        layoutIterations: 0,
        draggable: false,
        label: { width: NAME_WIDTHS[language], overflow: 'truncate' },
        lineStyle: { color: 'gradient', opacity: 0.35 },
        emphasis: { focus: 'adjacency' },
        data: [
          ...demands.names.map((name) => ({
            name: texts.ofDemands(name),
            depth: 0,
            itemStyle: { color: ORANGE },
            label: { position: 'left' as const, formatter: name },
          })),
          ...supply.names.map((name) => ({
            name: texts.ofSupply(name),
            depth: 1,
            itemStyle: { color: BLUE },
            label: { position: 'right' as const, formatter: name },
          })),
        ],
        links: pairs.map(({ demand, supply: to, value }) => ({
          source: texts.ofDemands(demands.names[demand]!),
          target: texts.ofSupply(supply.names[to]!),
          value,
        })),
      },
    ],
  };
}

/** Chains that are told to have the largest gap; more say nothing. */
const MOST_TOLD = 3;

/** Demands with and without an answer, and achievements beside them: the chain with the largest gap first. */
export function gapsOf(figures: SupplyAndDemand, language: Language): ChartOption {
  const texts = CHART_TEXTS[language];
  const { demands, gap } = figures.total;
  // What is in no chain comes last.
  const bySize = [...figures.chains].sort(
    (a, b) => Number(a.code === '') - Number(b.code === '') || b.gap - a.gap,
  );
  const weights = new Map(bySize.map((chain) => [chain.code, chain.gap * (demands + 1) + chain.demands]));
  const shown = shownChains({ ...figures, chains: bySize }, (code) => weights.get(code)!, texts, language);
  const sums = shown.names.map(() => ({ answered: 0, gap: 0, achievements: 0 }));
  for (const { code, answered, gap, achievements } of bySize) {
    const place = shown.placeOf(code);
    if (place === undefined) continue;
    sums[place]!.answered += answered;
    sums[place]!.gap += gap;
    sums[place]!.achievements += achievements;
  }
  const ofChains = bySize.filter(({ code }) => code !== '');
  const largest = ofChains.filter((chain) => chain.gap > 0 && chain.gap === ofChains[0]!.gap);
  const names = largest.map(({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn));
  const said = texts.gapsSaid(demands, gap, names.length <= MOST_TOLD ? names : []);
  const bars = (key: 'answered' | 'gap' | 'achievements', name: string): BarItem[] =>
    sums.map((sum, i) => (sum[key] === 0 ? '-' : { name: `${shown.names[i]} · ${name}`, value: sum[key] }));
  const legend = [texts.gap, texts.answered, texts.achievements];
  return {
    ...baseOf(texts.gaps, said, texts.sentences(texts.gaps, said), true),
    legend: { bottom: 8, data: legend },
    grid: gridOf(48),
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: namesDown(shown.names, NAME_WIDTHS[language]),
    series: (
      [
        ['gap', texts.gap, ORANGE, 'inside'],
        ['answered', texts.answered, BLUE, 'inside'],
        ['achievements', texts.achievements, GREY, 'right'],
      ] as const
    ).map(([key, name, color, position]) => ({
      type: 'bar' as const,
      name,
      stack: position,
      barMaxWidth: BAR_WIDTH,
      barGap: '8%',
      barCategoryGap: '24%',
      // Patterns tell demands with and without an answer apart; the other bar stands for itself.
      itemStyle: position === 'inside' ? { color } : { color, decal: PLAIN },
      label: { show: true, position },
      data: bars(key, name),
    })),
  };
}
