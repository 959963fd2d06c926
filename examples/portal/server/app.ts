import { CuoheError } from 'cuohe';
import { Hono } from 'hono';
import type { Bilingual, Refusal } from './api.ts';
import { fileBody, jsonBody } from './body.ts';
import { info } from './chain-map.ts';
import { clientFile } from './client-files.ts';
import { detail } from './detail.ts';
import { exportFile, type Format, type Language } from './exports.ts';
import { LOCAL_HOSTS, onlyFrom, withHeaders } from './guard.ts';
import { importFile } from './imports.ts';
import type { Portal } from './portal.ts';
import { readPage, readQuestion } from './question.ts';
import { Refused } from './refused.ts';
import { lookAt, savedSearches, saveSearch } from './saved-searches.ts';
import { search } from './search.ts';

/** What a portal is made of. */
export interface PortalAppOptions {
  readonly portal: Portal;
  /** Folder with the built page; without it only the API is served. */
  readonly client?: string;
  /** Language that the page begins in. Default `zh`. */
  readonly language?: Language;
  /** Names that the server is asked by, without port. Default: those of this machine. */
  readonly hosts?: readonly string[];
  /** Whether workbooks can be read and written. Default true. */
  readonly workbooks?: boolean;
}

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The portal as an app in the fashion of fetch: for Node, and for whatever else runs one. */
export function portalApp({
  portal,
  client,
  language = 'zh',
  hosts = LOCAL_HOSTS,
  workbooks = true,
}: PortalAppOptions): Hono {
  const app = new Hono();
  app.use(withHeaders, onlyFrom(hosts));
  app.use('/api/*', async (context, next) => {
    await next();
    context.res.headers.set('cache-control', 'no-store');
  });

  app.get('/api/info', (context) => context.json(info(portal, workbooks)));
  app.post('/api/search', async (context) => {
    const body = await jsonBody(context);
    const question = readQuestion(body);
    return context.json(search(portal, question, readPage(body)));
  });
  app.post('/api/record', async (context) => {
    const body = await jsonBody(context);
    const question = readQuestion(body);
    return context.json(detail(portal, question, textOf(body, 'id')));
  });
  app.post('/api/export/:format', async (context) => {
    const format = context.req.param('format');
    if (format !== 'csv' && format !== 'xlsx')
      throw new Refused(404, '没有这种格式。', 'There is no such format.');
    const body = await jsonBody(context);
    const { language: wanted } = body as { language?: unknown };
    const bytes = await exportFile(portal, readQuestion(body), format, wanted === 'en' ? 'en' : 'zh');
    return context.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': TYPES[format] });
  });
  app.post('/api/import/:side', async (context) => {
    const side = context.req.param('side');
    if (side !== 'supply' && side !== 'demand')
      throw new Refused(404, '没有这一类。', 'There is no such side.');
    const name = (context.req.query('name') ?? '').slice(0, 200) || 'file';
    const take = context.req.query('take') === '1';
    return context.json(await importFile(portal, side, name, await fileBody(context), take));
  });

  app.get('/api/searches', async (context) => context.json(await savedSearches(portal)));
  app.post('/api/searches', async (context) => {
    const body = (await jsonBody(context)) as { name?: unknown; question?: unknown } | null;
    await saveSearch(portal, readQuestion(body?.question), body?.name);
    return context.json(await savedSearches(portal));
  });
  app.post('/api/searches/:id/seen', async (context) => {
    await jsonBody(context);
    await lookAt(portal, context.req.param('id'));
    return context.json(await savedSearches(portal));
  });
  app.delete('/api/searches/:id', async (context) => {
    await portal.store.removeSearch(context.req.param('id'));
    return context.json(await savedSearches(portal));
  });

  if (client !== undefined) {
    app.get('*', async (context, next) => {
      const file = await clientFile(client, context.req.path, language);
      if (file === undefined) return next();
      const { bytes, ...headers } = file;
      return context.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
    });
  }
  app.notFound((context) =>
    context.json<Refusal>({ error: { zh: '没有这个页面。', en: 'Not found.' } }, 404),
  );
  app.onError((error, context) => {
    if (error instanceof Refused) return context.json<Refusal>({ error: error.told }, error.status);
    // What the library refuses is told in its words; anything else is ours to look at, and nobody else's.
    if (error instanceof CuoheError) return context.json<Refusal>({ error: told(error) }, 400);
    console.error(error);
    return context.json<Refusal>({ error: { zh: '服务器出错了。', en: 'The server failed.' } }, 500);
  });
  return app;
}

function told({ message }: CuoheError): Bilingual {
  const line = message.split('\n').slice(0, 3).join('; ');
  return { zh: `请求有误：${line}`, en: line };
}

function textOf(body: unknown, name: string): string {
  const value = (body as Readonly<Record<string, unknown>>)[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refused(400, `${name} 应是文字。`, `${name} must be a text.`);
}
