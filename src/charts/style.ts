import type { Language } from './chart-texts.ts';
import type { CategoryAxis, ChartGrid, ChartOption, ChartScale } from './option.ts';

/**
 * What pictures look like. Texts, axes and the ground are left to the theme of the host, so that light and dark both work;
 * the colours here are read on either, and by people who confuse red and green (Okabe and Ito, 2008).
 */
export const BLUE = '#0072B2';
export const ORANGE = '#D55E00';
export const GREEN = '#009E73';
export const GREY = '#8C8C8C';
export const NOTHING = 'transparent';
/** A pattern that is not seen: for bars that need none beside those that do. */
export const PLAIN = { color: NOTHING };
/** From few to many: one hue, so that lightness alone tells. */
export const FEW_TO_MANY = ['#C6DBEF', '#6BAED6', '#2171B5', '#08306B'];

/** Widest name at an axis, in pixels; what is longer ends in an ellipsis. */
export const NAME_WIDTHS: Readonly<Record<Language, number>> = { zh: 160, en: 210 };
export const BAR_WIDTH = 22;

/** A long name breaks into lines in a tooltip. */
const WRAPPED = 'max-width: 30em; white-space: normal; overflow-wrap: anywhere;';

/** What every picture has. */
export function baseOf(
  text: string,
  subtext: string,
  description: string,
  hasPatterns: boolean,
): Pick<ChartOption, 'aria' | 'title' | 'tooltip'> {
  return {
    aria: { enabled: true, label: { description }, decal: { show: hasPatterns } },
    title: { text, subtext, left: 'center', top: 8 },
    tooltip: { trigger: 'item', confine: true, extraCssText: WRAPPED },
  };
}

/** The plot, below a title and above what stands at the bottom. */
export function gridOf(bottom: number): ChartGrid {
  return { left: 24, right: 48, top: 76, bottom, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };
}

/** Names from the top to the bottom. */
export function namesDown(data: string[], width: number): CategoryAxis {
  return {
    type: 'category',
    inverse: true,
    data,
    axisLabel: { interval: 0, width, overflow: 'truncate' },
    axisTick: { show: false },
  };
}

/** A scale of whole numbers. */
export function scaleOf(most: number, text: [string, string]): ChartScale {
  return {
    min: 0,
    max: Math.max(1, most),
    precision: 0,
    calculable: false,
    orient: 'horizontal',
    left: 'center',
    bottom: 8,
    text,
    inRange: { color: FEW_TO_MANY },
  };
}
