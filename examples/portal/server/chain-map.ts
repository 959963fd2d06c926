import type { ChainTile, Info } from './api.ts';
import type { Collection } from './collection.ts';
import type { Portal } from './portal.ts';

/** The picture of chains: how much supply and demand each has, of what anybody may see. */
export function chainTiles(portal: Portal): ChainTile[] {
  const supply = countsOf(portal.side('supply'));
  const demand = countsOf(portal.side('demand'));
  return portal.side('supply').matcher.taxonomy.chains.map(({ code, nameZh, nameEn }) => ({
    code,
    zh: nameZh,
    en: nameEn,
    supply: supply.get(code) ?? 0,
    demand: demand.get(code) ?? 0,
  }));
}

export function info(portal: Portal, workbooks: boolean): Info {
  return {
    records: {
      supply: portal.side('supply').visible().length,
      demand: portal.side('demand').visible().length,
    },
    chains: chainTiles(portal),
    workbooks,
  };
}

function countsOf(collection: Collection): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const index of collection.visible()) {
    for (const { code } of collection.chains(index)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
