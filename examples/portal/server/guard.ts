import type { Context, MiddlewareHandler } from 'hono';
import { Refused } from './refused.ts';

/** What stands before every route: who may ask at all, and what a page may do with an answer. */

/** Names under which a local server is asked. */
export const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Nothing but what this server sends: no other place, no script or style written into the page, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Adds the headers to every answer, errors included. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};

/**
 * Refuses what other pages send: a name that is made to lead to this machine (DNS rebinding) stands in `Host`, another
 * page in `Origin` and `Sec-Fetch-Site`. For every route: records are secrets too.
 * @param hosts names that this server is asked by, without port.
 */
export function onlyFrom(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const isOwn = hosts.includes(host.replace(/:\d{1,5}$/, '').toLowerCase());
    const isOwnOrigin = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
    if (!isOwn || !isOwnOrigin || isForeignFetch(context)) {
      throw new Refused(403, '只接受来自本站页面的请求。', 'Only pages of this site may ask.');
    }
    await next();
  };
}

/** A link from elsewhere may open the page; nothing else of another site may ask for anything. */
function isForeignFetch(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  const isLink = context.req.header('sec-fetch-mode') === 'navigate' && context.req.method === 'GET';
  return !(isLink && !context.req.path.startsWith('/api/'));
}
