import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { InputError } from 'cuohe';
import { openFile, readAs } from './files.ts';
import type { Context } from './host.ts';
import type { Language } from './language.ts';

/** `cuohe serve`: a page on this machine, for people who do not use a terminal. */

export interface ServeCommand {
  readonly port?: string;
  readonly open: boolean;
}

/** What the built portal gives. */
interface PortalServer {
  startPortal(options: {
    readonly achievements: readonly object[];
    readonly demands: readonly object[];
    readonly port: number;
    readonly language: Language;
    readonly signal: AbortSignal;
  }): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** Where it lies: beside the built program, or for the program as it is written in the last build. */
const PLACES = ['../portal/server.js', '../../dist/portal/server.js'];
const MOST_PORT = 65_535;

export async function serve(
  [achievements, demands]: readonly [string | undefined, string | undefined],
  { port: given = '0', open }: ServeCommand,
  context: Context,
): Promise<void> {
  const { say, complain, signal, language, output } = context;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > MOST_PORT) {
    const issue = {
      index: -1,
      path: '--port',
      expected: `a port from 0 to ${MOST_PORT}`,
      received: JSON.stringify(given),
    };
    throw new InputError('INVALID_OPTIONS', 'Bad options', [issue]);
  }
  const place = PLACES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (place === undefined) throw new Error('the page is not built: npm run build');
  const read = async (file: string | undefined, side: 'achievement' | 'demand') =>
    file === undefined ? [] : (await readAs(await openFile(file, context), side, {}, context)).records;
  const records = {
    achievements: await read(achievements, 'achievement'),
    demands: await read(demands, 'demand'),
  };
  const { startPortal } = (await import(place.href)) as PortalServer;
  const { url, close } = await startPortal({ ...records, port, language, signal });
  await output.write(`${url}\n`);
  complain(say('只在本机可用；按 Ctrl-C 结束', 'On this machine only; Ctrl-C ends it'));
  if (open) openPage(url);
  if (!signal.aborted) await once(signal, 'abort');
  await close();
}

/** Opens a page in the browser of whoever sits here; where there is none, its address has been printed. */
function openPage(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command!, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
