import { fieldLabel } from '../common/field-labels.ts';
import { col, facts, named, type Sheet, sheet, unitOf } from '../common/sheets.ts';
import { placeName } from '../places/regions.ts';
import type { ClusterDemand } from './cluster-demand.ts';

/** The joint demand sentence by sentence, what one firm alone asks for, and what is joint beside the matter. */
export function jointSheets({
  demand,
  memberIds,
  firms,
  parts,
  ownTargets,
  ...told
}: ClusterDemand): Sheet[] {
  return [
    sheet('联合需求', 'joint demand', parts, [
      col('字段', 'field', ({ field }) => fieldLabel(field)),
      col('内容', 'content', ({ text }) => text),
      col('出自需求', 'said by', ({ demandIds }) => demandIds),
    ]),
    sheet('单家指标', 'targets of one demand', ownTargets, [
      named('需求', 'demand', ({ demandId }) => demandId),
      col('指标', 'target', ({ raw }) => raw),
    ]),
    facts([
      ['联合需求编号', 'id of the joint demand', demand.id],
      ['成员需求', 'member demands', memberIds],
      ['企业', 'firms', firms],
      ['牵头单位', 'lead unit', unitOf(demand)],
      ['资金合计', 'pooled budget', demand.budget?.raw],
      ['预算面议', 'budget to be negotiated', told.budget.negotiable],
      ['未填预算', 'no budget stated', told.budget.unstated],
      ['有效期至', 'valid to', demand.validTo?.to],
      ['未注明有效期', 'no last day told', told.undated],
      ['所在地区', 'region', placeName(demand.regionCode)],
      ['未注明地区', 'no region told', told.unplaced],
      ['密级', 'secrecy', demand.secrecyLevel],
    ]),
  ];
}
