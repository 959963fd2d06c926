import type { ChartOption } from 'cuohe/charts';
import { init } from 'echarts';

/** A picture as ECharts draws it without a page: as SVG, with texts measured by a table in place of fonts. */
export function drawn(option: ChartOption, width = 1000, height = 800): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** What is seen of a picture, whatever the version of the drawing code: its texts, and how many shapes have which colour. */
export interface Digest {
  readonly texts: readonly string[];
  readonly fills: Readonly<Record<string, number>>;
}

export function digestOf(svg: string): Digest {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
  const fills: Record<string, number> = {};
  for (const [, fill] of svg.matchAll(/<path[^>]*\bfill="(#[0-9A-Fa-f]{6}|rgb[^"]*)"/g))
    fills[fill!] = (fills[fill!] ?? 0) + 1;
  return { texts, fills: Object.fromEntries(Object.entries(fills).sort(([a], [b]) => (a < b ? -1 : 1))) };
}
