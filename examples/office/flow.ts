import { readFileSync } from 'node:fs';
import { readAchievements, readDemands, reportTable, type Table } from 'cuohe/io';
import {
  canonicalRecords,
  defineRegions,
  findDuplicates,
  type LedgerEvent,
  type Party,
  rows,
  timetable,
} from 'cuohe/programmes';
import { createOffice, type OfficeParty } from 'cuohe/programmes/office';

/** A year of a technology-transfer office, from its files to its reports. @param show prints the top of a table. */
export async function flow(show: (title: string, table: Table, most?: number) => void): Promise<void> {
  // 导入：两份工作表，及中心自己的名录
  const file = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url));
  const list = <T>(name: string): T[] =>
    `${file(`programmes/${name}.jsonl`)}`
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const achievements = readAchievements(file('achievements.csv'), { name: 'achievements.csv' });
  const wanted = readDemands(file('demands.csv'), { name: 'demands.csv' });
  show('导入报告', reportTable(wanted.report, 'zh'));

  // 去重：门户重复登记的成果并成一条
  const all = [...achievements.records, ...list<(typeof achievements.records)[number]>('portals')];
  const duplicates = await findDuplicates(all);
  show('去重', rows(duplicates)[0]!, 3);

  // 建库：一次读入、归链、匹配，各项业务共用
  let office = await createOffice({
    supply: canonicalRecords(all, duplicates.groups),
    demands: wanted.records,
    parties: list<OfficeParty>('organization-aliases'),
    regions: defineRegions({ areas: list('areas'), partners: list('partner-regions') }),
    brokers: list('brokers'),
    home: '210100',
    asOf: '2026-09-01',
  });
  show('产业链项目库', office.rows(await office.library())[0]!, 8);
  show('订单式研发', office.rows(await office.orders())[0]!, 4);

  // 对接会：分专题、邀约、排桌，开会之后记入台账
  const halls = list<Parameters<typeof timetable>[0] & { name: string }>('session-venues');
  const venues = halls.map(({ name, ...hall }) => ({ id: hall.id, name, slots: timetable(hall) }));
  const sessions = await office.sessions({ venues, participants: list<Party>('session-participants') });
  show('对接会', office.rows(sessions)[0]!);
  const pairs = sessions.sessions.flatMap((session) => session.pairs);
  office = office.take(pairs).note('invited', sessions).note('met', sessions, '2026-09-17');

  // 派单：台账里没有负责人的项目交给技术经理人，此后逐笔记录进展
  office = office.handOut(await office.assign(), '2026-09-18');
  show('项目进展', office.rows(office.ledger)[0]!, 6);

  // 年底：漏斗、业绩、合同、本地转化率、缺口、一库一账一清单，都从台账取数
  show('对接漏斗', office.rows(office.funnel())[0]!);
  show('技术经理人业绩', office.rows(office.performance())[0]!, 5);
  show('技术合同', office.rows(office.contracts({ from: '2026-01-01', to: '2026-12-31' }))[0]!);
  show('本地转化', office.rows(office.conversion())[0]!);
  show('产业链项目库（年底）', office.rows(await office.library())[0]!, 8);
  show('问题清单', office.rows(office.registers({ projects: list('rd-projects') }).snapshot)[0]!, 4);
}
