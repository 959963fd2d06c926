import { readFileSync } from 'node:fs';
import type { AchievementInput, DemandInput } from 'cuohe';
import { defineRegions, type Regions } from 'cuohe/programmes';
import type { HostArea, NamedRegion, PartnerPair } from '../../src/programmes/places/regions.ts';

/** What the records of the bundled sample have, whatever records may have. */
interface Plain {
  readonly id: string;
  readonly title: string;
  readonly regionCode?: string;
}
export type SampleAchievement = AchievementInput & Plain;
export type SampleDemand = DemandInput & Plain;

/** Items of a file of the bundled sample: `demands`, `programmes/areas`. */
export function sampleFile<T>(name: string): T[] {
  return readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** The regions of the bundled sample. */
export function sampleRegions(): Regions {
  return defineRegions({
    areas: sampleFile<HostArea>('programmes/areas'),
    partners: sampleFile<PartnerPair>('programmes/partner-regions'),
    names: sampleFile<NamedRegion>('programmes/region-names'),
  });
}
