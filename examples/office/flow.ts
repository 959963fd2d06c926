import { readAchievements, readDemands, reportTable, type Table } from 'cuohe/io';
import { canonicalRecords, defineRegions, findDuplicates, rows } from 'cuohe/programmes';
import { createOffice, type Office } from 'cuohe/programmes/office';
import { list, text, venues } from './files.ts';

/** A year of a technology-transfer office, from its files to its reports. */
export async function flow(show: (title: string, table: Table | undefined) => void): Promise<Office> {
  // 导入：成果库、需求库，和企业新报来的一张需求表
  const supply = readAchievements(`${text('achievements.jsonl')}\n${text('programmes/portals.jsonl')}`);
  const known = readDemands(text('demands.jsonl'));
  const reported = readDemands(text('demands.csv'));
  show('导入报告', reportTable(reported.report, 'zh'));

  // 去重：各门户重复登记的成果并成一条
  const duplicates = await findDuplicates(supply.records);
  const titles = new Map(supply.records.map(({ id, title }) => [id, title]));
  show('去重', rows(duplicates, 'zh', { titles })[0]);

  // 建库：读入、定名、归链各一次，各项业务共用
  let office = await createOffice({
    supply: canonicalRecords(supply.records, duplicates.groups),
    demands: [...known.records, ...reported.records],
    parties: list('organization-aliases'),
    regions: defineRegions({
      areas: list('areas'),
      partners: list('partner-regions'),
      names: list('region-names'),
    }),
    brokers: list('brokers'),
    home: '210100',
    asOf: '2026-09-01',
  });
  show('产业链项目库', office.rows(await office.library())[0]);
  show('没有把握用现成成果解决的需求', office.rows(await office.orders())[0]);

  // 对接会：定专题、邀约、排桌；会后记入台账
  const plan = await office.sessions({ venues: venues(), participants: list('session-participants') });
  show('对接会', office.rows(plan)[0]);
  const pairs = plan.sessions.flatMap((session) => session.pairs);
  office = office.take(pairs).note('invited', plan).note('met', plan, '2026-09-17');

  // 派单：没有负责人的项目交给技术经理人，此后逐笔记录进展
  office = office.handOut(await office.assign(), '2026-09-18').append(list('office-events'));
  show('项目进展', office.rows(office.ledger)[0]);

  // 年底：漏斗、业绩、合同、本地转化、缺口、一库一账一清单，都从台账取数
  show('对接漏斗', office.rows(office.funnel())[0]);
  show('技术经理人业绩', office.rows(office.performance())[0]);
  show('技术合同', office.rows(office.contracts())[0]);
  show('本地转化', office.rows(office.conversion())[0]);
  show('产业链项目库（年底）', office.rows(await office.library())[0]);
  const registers = office.rows(office.registers({ projects: list('rd-projects') }).snapshot);
  show(
    '问题清单',
    registers.find(({ name }) => name === '问题清单'),
  );
  return office;
}
