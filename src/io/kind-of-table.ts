import type { SupplyKind } from '../core/records/kinds.ts';
import type { HeaderNames } from './columns.ts';
import { bareHeader, plainHeader } from './header-text.ts';
import { KIND_WORDS, PATENT_HEADERS } from './headers.ts';

/** The kind of the records of a table, by what its titles are called. */

/** Headers of titles → the kind of what they name; those of achievements, and of anything, say nothing. */
const KINDS: ReadonlyMap<string, SupplyKind> = new Map<string, SupplyKind>([
  ['姓名', 'expert'],
  ['专家姓名', 'expert'],
  ['团队名称', 'team'],
  ['专利名称', 'patent'],
  ['专利标题', 'patent'],
  ['仪器名称', 'instrument'],
  ['设备名称', 'instrument'],
  ['服务名称', 'service'],
  ['中试基地名称', 'pilot-base'],
  ['中试平台名称', 'pilot-base'],
]);

/** The kind that the header of the titles says; `undefined` where it says none. */
export function kindOfTitles(header: string | undefined): SupplyKind | undefined {
  return header === undefined ? undefined : KINDS.get(bareHeader(header));
}

/** The Chinese word of a kind. */
export function kindWord(kind: SupplyKind): string {
  return KIND_WORDS[kind]![0]!;
}

/** Headers of patents that make a list of them. */
const LEAST_PATENT_HEADERS = 3;

/** Whether a table is a list of patents, by its headers. */
export function isPatentList({ names }: Pick<HeaderNames, 'names'>): boolean {
  const found = names.filter(
    (name) => name !== undefined && PATENT_HEADERS.has(plainHeader(name).replace(/[()[\]]/g, '')),
  );
  return found.length >= LEAST_PATENT_HEADERS;
}
