import { type ExecFileException, execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ENGINES = ['opensearch', 'elasticsearch'] as const;
export type EngineName = (typeof ENGINES)[number];

/** An engine that can be started. */
export interface EngineFiles {
  readonly name: EngineName;
  /** What Java is told as its class path. */
  readonly classPath: string;
  /** Configuration of its log. */
  readonly logging: string;
}

const SOURCES = fileURLToPath(new URL('../engines', import.meta.url));
const CACHE = fileURLToPath(new URL('../.jars', import.meta.url));
/** What `Main.java` is written for. */
const WRITTEN_FOR = 'org.opensearch.';

const run = promisify(execFile);

/**
 * The jars of an engine and its `Main`, which are got by Maven and compiled where they are missing or were made of other
 * sources.
 * @throws Error in one line where Java 17, its compiler or Maven is missing, or the jars cannot be had.
 */
export async function prepareEngine(name: EngineName): Promise<EngineFiles> {
  const pom = join(SOURCES, name, 'pom.xml');
  const main = readFileSync(join(SOURCES, 'Main.java'), 'utf8').replaceAll(WRITTEN_FOR, `org.${name}.`);
  const print = createHash('sha256').update(readFileSync(pom)).update(main).digest('hex');
  const folder = join(CACHE, name);
  const stamp = join(folder, 'made-of');
  await expectJava();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== print) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Main.java'), main);
    await runTool('mvn', [
      ...['--quiet', '--batch-mode', '--file', pom],
      ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
    ]);
    await runTool('javac', ['-nowarn', '-proc:none', '-cp', join(folder, '*'), join(folder, 'Main.java')]);
    // The last thing to be written: what was interrupted is made again.
    writeFileSync(stamp, print);
  }
  const jars = readdirSync(folder).filter((file) => file.endsWith('.jar'));
  const classPath = [folder, ...jars.map((jar) => join(folder, jar))].join(':');
  return { name, classPath, logging: join(SOURCES, 'log4j2.properties') };
}

const OLDEST_JAVA = 17;

async function expectJava(): Promise<void> {
  const { stderr } = await runTool('java', ['-version']);
  const [told] = /"(\d+)/.exec(stderr)?.slice(1) ?? [];
  if (Number(told) >= OLDEST_JAVA) return;
  throw new Error(`java is version ${told ?? '?'}; the engines need ${OLDEST_JAVA} or later`);
}

async function runTool(tool: string, args: readonly string[]) {
  try {
    return await run(tool, args, { encoding: 'utf8' });
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as ExecFileException;
    if (code === 'ENOENT') throw new Error(`${tool} is not installed`);
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
    throw new Error(`${tool} failed: ${lines.find((line) => line.includes('ERROR')) ?? lines[0] ?? code}`);
  }
}
