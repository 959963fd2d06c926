import { InputError, type InputIssue } from 'cuohe';
import type { Judgment } from 'cuohe/evaluate';
import { decodeText } from 'cuohe/io';
import Papa from 'papaparse';
import type { Opened } from './files.ts';

/** Judgments of people, as a table with three columns or as JSON lines. */

const COLUMNS: Readonly<Record<keyof Judgment, readonly string[]>> = {
  demandId: ['demandid', '需求编号', '需求'],
  achievementId: ['achievementid', '成果编号', '成果'],
  grade: ['grade', '等级', '评级', '评判', 'level'],
};
const GRADES: ReadonlyMap<string, number> = new Map([
  ['强', 3],
  ['较强', 2],
  ['弱', 1],
  ['无', 0],
]);

/** @throws InputError naming every row that is no judgment. */
export function judgmentsOf({ name, content }: Opened): Judgment[] {
  const rows = content instanceof Uint8Array ? rowsOf(decodeText(content)) : (content[0]?.rows ?? []);
  const [head = [], ...body] = rows;
  const issues: InputIssue[] = [];
  const bad = (place: string, path: string, expected: string, received: string) =>
    issues.push({ index: -1, place, path, expected, received: JSON.stringify(received) });
  const places = Object.entries(COLUMNS).map(([field, names]) => {
    const at = head.findIndex((header) => names.includes(header.trim().toLowerCase()));
    if (at < 0) bad('row 1', field, `a column ${names.join(' or ')}`, head.join(','));
    return at;
  });
  const judgments =
    issues.length > 0
      ? []
      : body.flatMap((row, i) => {
          if (row.every((cell) => cell.trim() === '')) return [];
          const [demandId = '', achievementId = '', wording = ''] = places.map((at) => row[at]?.trim() ?? '');
          const grade = GRADES.get(wording) ?? Number(wording === '' ? Number.NaN : wording);
          if (![0, 1, 2, 3].includes(grade))
            bad(`row ${i + 2}`, 'grade', '3, 2, 1, 0 or 强, 较强, 弱, 无', wording);
          return [{ demandId, achievementId, grade }];
        });
  if (issues.length > 0) throw new InputError('INVALID_RECORDS', `Cannot read ${name}`, issues);
  return judgments;
}

/** JSON lines have a row each as well: their fields are the head. */
function rowsOf(text: string): string[][] {
  if (!text.trimStart().startsWith('{')) return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const objects = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const fields = Object.keys(COLUMNS);
  return [fields, ...objects.map((object) => fields.map((field) => String(object[field] ?? '')))];
}
