import { readFileSync } from 'node:fs';
import { readAchievements, readDemands } from 'cuohe/io';
import type { Hono } from 'hono';
import type { Question, SideName } from '../../examples/portal/server/api.ts';
import { portalApp } from '../../examples/portal/server/app.ts';
import { memoryStore } from '../../examples/portal/server/memory-store.ts';
import { Portal } from '../../examples/portal/server/portal.ts';
import type { StoredRecord } from '../../examples/portal/server/store.ts';

/** The portal of the tests: its records, its app, and how it is asked. */

const sample = (name: string) => readFileSync(new URL(`../../examples/data/${name}`, import.meta.url));
const rows = (records: readonly object[]) => records as readonly StoredRecord[];

export const SUPPLY = rows(readAchievements(sample('achievements.jsonl')).records);
export const DEMANDS = rows(readDemands(sample('demands.jsonl')).records);
export const HOST = '127.0.0.1:8082';

/** A portal of given records. */
export async function portalOf(given: Partial<Record<SideName, readonly StoredRecord[]>>): Promise<Portal> {
  return Portal.open(memoryStore(given));
}

export const NOTHING: Question = {
  side: 'supply',
  text: '',
  level: 0,
  chains: [],
  regions: [],
  kinds: [],
  stages: [],
};

/** What an app answers: its status and its JSON. */
export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** How an app is asked, as its own page asks it. */
export function asking(app: Hono) {
  async function ask<T>(method: string, path: string, init: RequestInit = {}): Promise<Answered<T>> {
    const headers = { host: HOST, origin: `http://${HOST}`, ...(init.headers as Record<string, string>) };
    const response = await app.request(`http://${HOST}${path}`, { ...init, method, headers });
    return { status: response.status, body: (await response.json()) as T, headers: response.headers };
  }
  return {
    get: <T>(path: string) => ask<T>('GET', path),
    remove: <T>(path: string) => ask<T>('DELETE', path),
    post: <T>(path: string, body: unknown) =>
      ask<T>('POST', path, {
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    send: <T>(path: string, bytes: Uint8Array | string) =>
      ask<T>('POST', path, {
        headers: { 'content-type': 'application/octet-stream' },
        body: bytes as Uint8Array<ArrayBuffer> | string,
      }),
  };
}

/** A portal of the sample with its app. */
export async function sampleApp() {
  const portal = await portalOf({ supply: SUPPLY, demand: DEMANDS });
  const app = portalApp({ portal });
  return { portal, app, ...asking(app) };
}
