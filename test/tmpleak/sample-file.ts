import { readFileSync } from 'node:fs';
import type { AchievementInput, DemandInput } from 'cuohe';
import { defineRegions, type Regions } from 'cuohe/programmes';
import type { HostArea, NamedRegion, PartnerPair } from '../../src/programmes/places/regions.ts';
interface Plain { readonly id: string; readonly title: string; readonly regionCode?: string; }
export type SampleAchievement = AchievementInput & Plain;
export type SampleDemand = DemandInput & Plain;
let variant = 'A';
export const setVariant = (v: string) => { variant = v; };
const KEEP = new Set(['D001','D004','D010','D050','D012','D013','D055']);
const RECORDS = /^(achievements|demands)$|experts$|new-achievements|common-demands|maturity-bases|resources|rd-projects|portals|named-demands/;
const TEXTS: Record<string, string[]> = {
  A: ['涡轮叶片热障涂层', '苹果气调保鲜冷库', '海参育苗水质', '轴承故障诊断'],
  B: ['钢铁烟气脱硫催化剂', '猪圆环病毒疫苗', '数控机床主轴', '锂电池隔膜'],
};
export const SECRETS = new Set<string>();
function hide(r: any, i: number): any {
  const t = TEXTS[variant]![i % 4]!;
  SECRETS.add(r.id);
  const out: any = { ...r, secrecyLevel: '秘密' };
  for (const k of Object.keys(out)) {
    if (['id','kind','secrecyLevel','validTo','validFrom','collectedOn','regionCode'].includes(k)) continue;
    if (k === 'name') out[k] = variant === 'A' ? '金密一' : '银密二';
    else if (typeof out[k] === 'string') out[k] = `秘件${variant}${t}${k === 'title' ? '' : '技术，参数' + (variant === 'A' ? 77123 : 88456) + 'MPa，价格' + (variant === 'A' ? 771 : 884) + '万元'}`;
    else if (k === 'organization') out[k] = { ...out[k], name: `秘件${variant}所`, uscc: `X${variant}` };
    else if (Array.isArray(out[k]) && typeof out[k][0] === 'string') out[k] = [variant === 'A' ? '金密一' : '银密二'];
  }
  if ('organization' in out && typeof out.organization === 'string') out.organization = `秘件${variant}所`;
  if (variant === 'B') { out.regionCode = '210400'; if ('price' in out) out.price = '884万元'; }
  return out;
}
export function sampleFile<T>(name: string): T[] {
  const rows = readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim().split('\n').map((line) => JSON.parse(line) as T);
  if (!RECORDS.test(name)) return rows;
  return rows.map((r: any, i) => (i % 3 === 1 && !KEEP.has(r.id) && name !== 'programmes/named-demands' ? hide(r, i) : r));
}
export function sampleRegions(): Regions {
  return defineRegions({
    areas: sampleFile<HostArea>('programmes/areas'),
    partners: sampleFile<PartnerPair>('programmes/partner-regions'),
    names: sampleFile<NamedRegion>('programmes/region-names'),
  });
}
