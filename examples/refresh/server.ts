/**
 * A portal that follows its table: it answers queries at any time, and takes in what changed once an hour. In this folder:
 *
 *     npm install && npm start -- portal.sqlite
 *     curl 'localhost:8080/?q=叶片隔热涂层'
 */
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { InputError } from 'cuohe';
import { prepareTable } from './database.ts';
import { PortalIndex } from './portal-index.ts';

const HOUR = 3_600_000;

/** The server over an index; call `listen` on it. Each answer says of which state of the table it is. */
export function portal(index: PortalIndex): Server {
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(body));
    if (pathname !== '/') return send(404, { error: 'Not found: GET /?q=…' });
    const { matcher, revision } = index;
    try {
      const { matches } = matcher.match(searchParams.get('q') ?? '', { limit: 10, lean: true });
      return send(200, { revision, records: matcher.size, matches });
    } catch (error) {
      if (error instanceof InputError) return send(400, { error: error.message, issues: error.issues });
      console.error(error);
      return send(500, { error: 'Internal error' });
    }
  });
}

/** Refreshes again and again, until the timer is cleared. An hour that fails is told, and the next one tries again. */
export function everyHour(index: PortalIndex, log: (line: string) => void = console.error): NodeJS.Timeout {
  return setInterval(async () => {
    try {
      const { revision, put, removed, renewed, rejected } = await index.refresh();
      log(`revision ${revision}: ${put} put, ${removed} removed${renewed ? ', weights renewed' : ''}`);
      for (const { id, message } of rejected) log(`row ${id}: ${message}`);
    } catch (error) {
      log(`refresh failed: ${error}`);
    }
  }, HOUR);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { default: Sqlite } = await import('better-sqlite3');
  const database = new Sqlite(process.argv[2] ?? 'portal.sqlite');
  prepareTable(database);
  const index = await PortalIndex.open(database);
  everyHour(index);
  portal(index).listen(8080, () => console.log(`${index.matcher.size} records: http://localhost:8080/?q=`));
}
