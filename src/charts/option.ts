/**
 * The options of a picture, as ECharts 6 takes them: plain JSON, no functions. Types of our own, so that a host without the
 * package compiles; a test holds them to `EChartsOption`. They are mutable, for a host to add its own.
 */
export type ChartOption = {
  /** For screen readers, in the language of the picture; patterns beside colours where areas are told apart. */
  aria: { enabled: boolean; label: { description: string }; decal: { show: boolean } };
  title: { text: string; subtext: string; left: 'center'; top: number };
  tooltip: { trigger: 'item'; confine: boolean; extraCssText: string };
  legend?: { bottom: number; data: string[] };
  grid?: ChartGrid;
  calendar?: ChartCalendar;
  xAxis?: CategoryAxis | ValueAxis;
  yAxis?: CategoryAxis | ValueAxis;
  visualMap?: ChartScale;
  series: ChartSeries[];
};

/** Where the plot is; labels of axes stay within. */
export interface ChartGrid {
  left: number;
  right: number;
  top: number;
  bottom: number;
  outerBoundsMode: 'same';
  outerBoundsContain: 'axisLabel';
}

/** Names at an axis, cut where they are too long. */
export interface CategoryAxis {
  type: 'category';
  inverse?: boolean;
  position?: 'top' | 'bottom';
  data: string[];
  axisLabel: { interval: 0; rotate?: number; width: number; overflow: 'truncate' };
  axisTick?: { show: boolean };
  splitArea?: { show: boolean };
}

/** Numbers at an axis. */
export interface ValueAxis {
  type: 'value';
  minInterval?: number;
}

/** What colour stands for which number. */
export interface ChartScale {
  min: number;
  max: number;
  precision?: number;
  calculable: boolean;
  orient: 'horizontal';
  left: 'center';
  bottom: number;
  text: [string, string];
  inRange: { color: string[] };
}

/** Months with their days. */
export interface ChartCalendar {
  left: number;
  right: number;
  top: number;
  orient: 'horizontal' | 'vertical';
  cellSize: ['auto', number] | [number, number];
  range: [string, string];
  itemStyle: { color: string };
  dayLabel: { firstDay: number; nameMap: string[] };
  monthLabel: { nameMap: string[] };
  yearLabel: { show: boolean };
}

export type ChartSeries = HeatSeries | FlowSeries | BarSeries;

/** Cells of a matrix, or days of a calendar. */
export interface HeatSeries {
  type: 'heatmap';
  name: string;
  coordinateSystem?: 'calendar';
  label: { show: boolean };
  itemStyle: { borderColor: string; borderWidth: number };
  data: { name: string; value: (number | string)[]; label?: { formatter: string } }[];
}

/** What flows from left to right. */
export interface FlowSeries {
  type: 'sankey';
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  layoutIterations: number;
  draggable: boolean;
  label: { width: number; overflow: 'truncate' };
  lineStyle: { color: 'gradient'; opacity: number };
  emphasis: { focus: 'adjacency' };
  data: {
    name: string;
    depth: number;
    itemStyle: { color: string };
    label: { position: 'left' | 'right'; formatter: string };
  }[];
  links: { source: string; target: string; value: number }[];
}

/** Bars, lying. */
export interface BarSeries {
  type: 'bar';
  name: string;
  stack?: string;
  silent?: boolean;
  barMaxWidth: number;
  barGap?: string;
  barCategoryGap?: string;
  itemStyle: { color: string; decal?: { color: string } };
  label?: { show: boolean; position: 'inside' | 'right' };
  data: BarItem[];
}

/** One bar; `-` where there is none. */
export type BarItem =
  | '-'
  | {
      name: string;
      value: number;
      label?: { show: boolean; formatter?: string };
    };
