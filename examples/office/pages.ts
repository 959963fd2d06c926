import type { Table } from 'cuohe/io';
import { tableText } from '../../src/command/table-text.ts';

/** What an office reads of each table: columns by their headers, all where none is named, and how many rows. */
const PAGES: Readonly<Record<string, { readonly columns?: string; readonly most?: number }>> = {
  导入报告: { columns: '类别 表头 字段 说明', most: 6 },
  去重: { most: 4 },
  产业链项目库: { columns: '产业链名称 成果 需求 有匹配的需求 缺口需求 在办需求 已签约需求' },
  没有把握用现成成果解决的需求: { columns: '需求名称 现成成果 最近成果名称', most: 6 },
  对接会: { columns: '场地编号 专题 需求数 项目 洽谈场次' },
  项目进展: { columns: '需求方 供给方 技术经理人名称 状态 始于', most: 10 },
  技术经理人业绩: { columns: '技术经理人名称 承接 接洽 洽谈 签约 签约额（万元）', most: 6 },
  技术合同: { columns: '合同类型 项数 成交额（万元） 成交额（万元）：输出 成交额（万元）：吸纳' },
  本地转化: { columns: '完成单位 项数 项数：本地转化 项数：本地率（%） 金额（万元）' },
  问题清单: { columns: '编号 名称 单位 地区 产业链 关联成果', most: 5 },
};

/** Prints a table under its title. */
export function show(title: string, table: Table | undefined): void {
  console.log(page(title, table));
}

/** A table under its title as lines. */
export function page(title: string, table: Table | undefined): string {
  if (table === undefined) return `${title}：无\n`;
  const { columns, most = Number.POSITIVE_INFINITY } = PAGES[title.replace(/（.*/, '')] ?? {};
  const at = columns?.split(' ').map((name) => {
    const place = table.columns.findIndex(({ header }) => header === name);
    if (place < 0) throw new Error(`${title}: no column ${name}`);
    return place;
  });
  const kept = at ?? table.columns.map((_, i) => i);
  const rows = table.rows.slice(0, most).map((row) => kept.map((i) => row[i] ?? null));
  const lines = tableText({ ...table, columns: kept.map((i) => table.columns[i]!), rows });
  const rest = table.rows.length - rows.length;
  return `${[title, ...lines, ...(rest > 0 ? [`  …… 另${rest}行`] : [])].join('\n')}\n`;
}
