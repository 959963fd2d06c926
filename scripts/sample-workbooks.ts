import { readFileSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';

/** `npm run build:workbooks`: the bundled sample as an office would hand it over, two workbooks. */

const DATA = new URL('../examples/data/', import.meta.url);

/** A field of a record → the header that offices give it. */
type Headers = Readonly<Record<string, string>>;

const ACHIEVEMENTS: Headers = {
  id: '成果编号',
  title: '成果名称',
  kind: '资源类型',
  abstract: '成果简介',
  text: '内容',
  keywords: '关键词',
  organization: '完成单位',
  completers: '完成人',
  stage: '所处阶段',
  trl: '技术成熟度',
  transferModes: '转化方式',
  price: '合作价格（万元）',
  regionCode: '所在地区代码',
  validTo: '有效期至',
  secrecyLevel: '密级',
};
const DEMANDS: Headers = {
  id: '需求编号',
  title: '技术需求名称',
  problem: '主要问题',
  text: '需求描述',
  keyTechnology: '技术关键',
  expectedOutcome: '预期目标',
  existingConditions: '现有基础条件',
  keywords: '关键字',
  organization: '企业名称',
  regionCode: '所在地区代码',
  budget: '拟投入资金总额',
  stage: '所处阶段',
  cooperationModes: '合作方式',
  validTo: '需求时限',
};

await write('achievements', '科技成果', '2026年科技成果汇总表', ACHIEVEMENTS);
await write('demands', '技术需求', '2026年企业技术需求汇总表', DEMANDS);

/** A title over the whole width, a row of headers, a row a record, and the line that offices put at the end. */
async function write(name: string, sheet: string, title: string, headers: Headers): Promise<void> {
  const records = readFileSync(new URL(`${name}.jsonl`, DATA), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const fields = Object.keys(headers);
  const rows = [
    [title],
    Object.values(headers),
    ...records.map((record) => fields.map((field) => cellOf(record[field]))),
    [`注：共${records.length}条，均为虚构样例`],
  ];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        rows,
        merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: fields.length - 1 }],
      },
    ],
  });
  writeFileSync(new URL(`${name}.xlsx`, DATA), bytes);
}

/** A cell as a clerk fills it: lists parted by 、, the name of an organisation. */
function cellOf(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'object') return String((value as { name?: unknown }).name ?? '');
  return typeof value === 'number' ? value : String(value);
}
