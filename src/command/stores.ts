import { type Achievement, createMatcherAsync, type Demand, type MatchRecord, openMatcherAsync } from 'cuohe';
import { openStore, type Store } from 'cuohe/store';
import { folderFiles } from 'cuohe/store/folder';
import { type FileSide, openFile, readAs, readEither } from './files.ts';
import type { Context } from './host.ts';
import { listOf } from './match-values.ts';
import { showProgress } from './progress.ts';

/** `cuohe index` and `cuohe update`: an index in a folder. */

export interface IndexCommand {
  readonly side?: FileSide;
  readonly sheets?: string;
  readonly rebuild?: boolean;
}

export interface UpdateCommand {
  readonly remove?: string;
  readonly sheets?: string;
}

/** Opens the index in a folder. @throws Error where the folder holds nothing; CuoheError where it does not open. */
export async function openFolder(folder: string, { say }: Pick<Context, 'say'>): Promise<Store> {
  const files = folderFiles(folder);
  if ((await files.list()).length === 0) {
    throw new Error(
      say(`${folder} 里没有索引：先用 cuohe index 建立`, `${folder} holds no index: cuohe index makes one`),
    );
  }
  return openStore(files, { open: (bytes) => openMatcherAsync(bytes) });
}

/**
 * Makes an index of a file.
 * @throws Error where the folder holds anything and `rebuild` is not asked for.
 */
export async function makeIndex(
  folder: string,
  file: string,
  { side, sheets, rebuild = false }: IndexCommand,
  context: Context,
): Promise<void> {
  const { say, signal, complain } = context;
  const files = folderFiles(folder);
  const isEmpty = (await files.list()).length === 0;
  if (!isEmpty && !rebuild) {
    throw new Error(
      say(
        `${folder} 不是空文件夹：要取代其中的索引，请加 --rebuild；要增减记录，请用 cuohe update`,
        `${folder} is not empty: --rebuild takes the place of the index there, cuohe update changes it`,
      ),
    );
  }
  const opened = await openFile(file, context);
  const options = { sheets: listOf(sheets) };
  const read =
    side === undefined
      ? await readEither(opened, options, context)
      : { side, imported: await readAs(opened, side, options, context) };
  const records: readonly MatchRecord[] = read.imported.records;
  let isNew = false;
  const create = async () => {
    isNew = true;
    const progress = showProgress(say('建立索引', 'Indexing'), say);
    try {
      const building = { signal, onProgress: progress.report };
      return read.side === 'demand'
        ? await createMatcherAsync(records as readonly Demand[], { ...building, side: 'demand' })
        : await createMatcherAsync(records as readonly Achievement[], building);
    } finally {
      progress.clear();
    }
  };
  const store = await openStore(files, { open: (bytes) => openMatcherAsync(bytes), create, rebuild });
  if (!isNew) await replaceAll(store, read.side, records, context);
  complain(
    say(
      `${folder}：${read.side === 'demand' ? '需求' : '成果'}索引，${store.matcher.size} 条`,
      `${folder}: an index of ${store.matcher.size} ${read.side === 'demand' ? 'demands' : 'achievements'}`,
    ),
  );
}

/** Puts all records in the place of those that are there, and weighs them anew. */
async function replaceAll(
  store: Store,
  side: FileSide,
  records: readonly MatchRecord[],
  { signal, say }: Context,
): Promise<void> {
  if (store.matcher.side !== side) {
    const there = store.matcher.side === 'demand' ? say('需求', 'demands') : say('成果', 'achievements');
    throw new Error(
      say(
        `那里的索引是${there}的，请换一个文件夹`,
        `the index there is one of ${there}: take another folder`,
      ),
    );
  }
  const kept = new Set(records.map(({ id }) => id));
  const ids = Array.from({ length: store.matcher.size }, (_, i) => store.matcher.parsed(i).id);
  await store.update({ put: records, remove: ids.filter((id) => !kept.has(id)) });
  await store.compact({ statistics: 'renew', signal });
}

/** Puts the records of a file into an index, and removes others. */
export async function updateIndex(
  folder: string,
  file: string | undefined,
  { remove, sheets }: UpdateCommand,
  context: Context,
): Promise<void> {
  const { say, complain } = context;
  const ids = listOf(remove) ?? [];
  if (file === undefined && ids.length === 0) {
    throw new Error(say('请给出一个文件或 --remove', 'give a file, or --remove'));
  }
  const store = await openFolder(folder, context);
  const { side, size } = store.matcher;
  const put =
    file === undefined
      ? []
      : (await readAs(await openFile(file, context), side, { sheets: listOf(sheets) }, context)).records;
  const known = put.filter(({ id }) => store.matcher.indexOf(id) >= 0).length;
  await store.update({ put, remove: ids });
  await store.settled();
  complain(
    say(
      `${folder}：新增 ${put.length - known}，更换 ${known}，移除 ${ids.length}；${size} → ${store.matcher.size} 条`,
      `${folder}: ${put.length - known} added, ${known} replaced, ${ids.length} removed; ${size} → ${store.matcher.size} records`,
    ),
  );
}
