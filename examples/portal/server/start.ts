import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { writeTable } from 'cuohe/xlsx';
import { portalApp } from './app.ts';
import type { Language } from './exports.ts';
import { LOCAL_HOSTS } from './guard.ts';
import { memoryStore } from './memory-store.ts';
import { Portal } from './portal.ts';
import { search } from './search.ts';
import type { PortalStore, StoredRecord } from './store.ts';

const WARM_UP = {
  text: '关键部件早期失效的原因分析与控制',
  level: 0,
  chains: [],
  regions: [],
  kinds: [],
  stages: [],
} as const;

/** What a portal is started with. */
export interface StartOptions {
  /** Records as `cuohe/io` reads them, or as a host has them. Default: none; they can be imported in the page. */
  readonly achievements?: readonly object[];
  readonly demands?: readonly object[];
  /** In place of these: a store that has records already. */
  readonly store?: PortalStore;
  /** Address to listen at. Default `127.0.0.1`: nobody else's machine. */
  readonly host?: string;
  /** Default 0: any free one. */
  readonly port?: number;
  /** Language that the page begins in. Default `zh`. */
  readonly language?: Language;
  /** Stops the start, and closes a portal that has started. */
  readonly signal?: AbortSignal;
  /** Folder of the built page. Default: `client` beside this file. */
  readonly client?: string;
}

/** A portal that answers. */
export interface StartedPortal {
  readonly url: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/**
 * Indexes the records and serves the page.
 * @throws InputError naming every record that is none; an error of Node where the port is taken; the signal's reason.
 */
export async function startPortal({
  achievements = [],
  demands = [],
  store = memoryStore({ supply: achievements as StoredRecord[], demand: demands as StoredRecord[] }),
  host = '127.0.0.1',
  port = 0,
  language = 'zh',
  signal,
  client = fileURLToPath(new URL('./client', import.meta.url)),
}: StartOptions = {}): Promise<StartedPortal> {
  const portal = await Portal.open(store, signal);
  // The engine compiles what a search runs before anybody waits for it.
  for (const side of ['supply', 'demand'] as const) search(portal, { ...WARM_UP, side });
  const name = host.includes(':') ? `[${host}]` : host;
  const hosts = [...LOCAL_HOSTS, name];
  const app = portalApp({ portal, client, language, hosts, workbooks: await hasWorkbooks() });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  signal?.addEventListener('abort', close, { once: true });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${name}:${bound}/`, close };
}

/** Whether the optional package that reads and writes workbooks is there. */
async function hasWorkbooks(): Promise<boolean> {
  try {
    await writeTable({ columns: [{ header: 'A' }], rows: [] });
    return true;
  } catch {
    return false;
  }
}
