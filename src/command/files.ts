import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type Achievement, type Demand, InputError, type MatchRecord } from 'cuohe';
import { type Imported, readAchievementsAsync, readDemandsAsync, type Sheet } from 'cuohe/io';
import { fileError } from './errors.ts';
import type { Context } from './host.ts';
import { showProgress } from './progress.ts';

/** Files as people hand them over: workbooks, tables, JSON; `-` is stdin. */

/** Which side a file is read as. */
export type FileSide = 'achievement' | 'demand';

/** How files are read. */
export interface FileOptions {
  /** Names of the sheets to read; default: all that hold records. */
  readonly sheets?: readonly string[] | undefined;
  /** Whether bad rows and warnings refuse the file. Default: bad rows are left out and named. */
  readonly strict?: boolean | undefined;
}

/** What a file holds, before it is known what it is about. */
export interface Opened {
  /** As people call it. */
  readonly name: string;
  readonly content: Uint8Array | readonly Sheet[];
}

/** Names that workbooks have; what is inside is looked at as well. */
const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xls']);
/** The first bytes of what workbooks are packed in: ZIP, OLE. */
const PACKED = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Reads a file, or stdin for `-`.
 * @throws Error naming the file; CuoheError for a workbook that cannot be read.
 */
export async function openFile(file: string, { stdin }: Pick<Context, 'stdin'>): Promise<Opened> {
  const name = file === '-' ? 'stdin' : basename(file);
  const bytes = await (file === '-' ? stdin() : readFile(file)).catch((error: unknown) => {
    throw fileError(file, error);
  });
  const isPacked = PACKED.some((magic) => magic.every((byte, i) => bytes[i] === byte));
  if (!isPacked && !WORKBOOKS.has(extname(name).toLowerCase())) return { name, content: bytes };
  const { readWorkbook } = await import('cuohe/xlsx');
  try {
    return { name, content: await readWorkbook(bytes) };
  } catch (error) {
    throw named(name, error);
  }
}

/** The records of what was opened, read as one side. */
export async function readAs<S extends FileSide>(
  { name, content }: Opened,
  side: S,
  { sheets, strict }: FileOptions,
  { signal, say, complain }: Context,
): Promise<Imported<S extends 'demand' ? Demand : Achievement>> {
  const progress = showProgress(say(`读取${name}`, `Reading ${name}`), say);
  const read = side === 'demand' ? readDemandsAsync : readAchievementsAsync;
  try {
    const imported = await read(content, {
      name,
      signal,
      onProgress: progress.report,
      ...(strict === true ? { strict: true } : { invalid: 'leave-out' }),
      ...(sheets === undefined ? {} : { sheets }),
    });
    progress.clear();
    tell({ name }, imported, { say, complain });
    return imported as Imported<never>;
  } catch (error) {
    throw signal.aborted ? error : named(name, error);
  } finally {
    progress.clear();
  }
}

/**
 * Reads a file of which nobody says what it is about: as achievements and as demands, and takes the side that
 * understands more of it.
 */
export async function readEither(
  opened: Opened,
  options: FileOptions,
  context: Context,
): Promise<{ readonly side: FileSide; readonly imported: Imported<MatchRecord> }> {
  const quiet = { ...context, complain: () => {} };
  const tried = await Promise.all(
    (['achievement', 'demand'] as const).map(async (side) => {
      try {
        const imported: Imported<MatchRecord> = await readAs(opened, side, options, quiet);
        return { side, imported, understood: understoodOf(imported, side) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { side, error, understood: -1 };
      }
    }),
  );
  const [first, second] = tried as [(typeof tried)[0], (typeof tried)[0]];
  const best = second.understood > first.understood ? second : first;
  if (best.imported === undefined) throw best.error;
  tell(opened, best.imported, context);
  return { side: best.side, imported: best.imported };
}

/** Fields that records of one side have, and records of the other do not. */
const OWN_FIELDS: Readonly<Record<FileSide, readonly (keyof Achievement | keyof Demand)[]>> = {
  achievement: [
    'abstract',
    'applications',
    'awards',
    'completers',
    'completingOrganizations',
    'ip',
    'price',
    'transferModes',
  ],
  demand: [
    'budget',
    'cooperationModes',
    'demandType',
    'existingConditions',
    'expectedOutcome',
    'preferredOrganizations',
  ],
};

/** How much a side understands: of the text in columns; of records without columns, of the fields that tell sides apart. */
function understoodOf({ records, report }: Imported<MatchRecord>, side: FileSide): number {
  if (report.columns.length > 0) {
    const known = report.columns.filter(({ field }) => field !== undefined);
    return known.reduce((sum, { share }) => sum + share, 0);
  }
  return ownShare(records, side) * (records.length / (records.length + report.leftOut || 1));
}

/** Share of records that have a field of their own side; unknown fields of records are kept, so the other side's are seen. */
function ownShare(records: readonly MatchRecord[], side: FileSide): number {
  const own = records.filter((record) => OWN_FIELDS[side].some((field) => field in record));
  return own.length / (records.length || 1);
}

/** Whether records that were read as one side have the fields of the other; known of records without columns only. */
export function isOfOtherSide({ records, report }: Imported<MatchRecord>, side: FileSide): boolean {
  if (report.columns.length > 0) return false;
  return ownShare(records, side === 'demand' ? 'achievement' : 'demand') > ownShare(records, side);
}

/** Says how many records were read, and what people should look at. */
export function tell(
  { name }: Pick<Opened, 'name'>,
  { records, report }: Imported<unknown>,
  { say, complain }: Pick<Context, 'say' | 'complain'>,
): void {
  const warnings = report.notices.filter(({ level }) => level === 'warning').length;
  const parts = [say(`${name}：读入 ${records.length} 条`, `${name}: ${records.length} records read`)];
  if (report.leftOut > 0)
    parts.push(say(`${report.leftOut} 条有误，未读入`, `${report.leftOut} bad ones left out`));
  if (warnings > 0) parts.push(say(`${warnings} 处请核对`, `${warnings} things to check`));
  const hint = say('，详见 cuohe check', ', see cuohe check');
  if (parts.length > 1) complain(`${parts.join(say('，', ', '))}${hint}`);
}

/** The same error, which names the file as well. */
function named(name: string, error: unknown): unknown {
  if (error instanceof Error && !error.message.includes(name)) error.message = `${name}: ${error.message}`;
  return error;
}
