import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';
import type { EngineTransport } from './transport.ts';
import { contentType } from './transports.ts';

/** How {@link fetchTransport} asks. */
export interface FetchTransportOptions {
  /** Default: that of the platform. One of your own sets limits of time, certificates, a proxy. */
  readonly fetch?: typeof globalThis.fetch;
  /** Of every request: `{ authorization: 'ApiKey …' }`. Default: none but those of a user and password in the URL. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A node, and what its URL says of who asks. */
interface Node {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A transport without a client, by `fetch`. Where several nodes are named, it stays with the one that answered last, and
 * tries the next where no connection can be made. Redirections are refused.
 * @param urls of the nodes: `https://user:password@search.example:9200`.
 * @throws InputError `INVALID_OPTIONS` for what is no URL of HTTP, and for bad options.
 */
export function fetchTransport(
  urls: string | readonly string[],
  options: FetchTransportOptions = {},
): EngineTransport {
  const issues = new Issues();
  const nodes = readUrls(issues, urls);
  if (expectKeys(issues, options, ['fetch', 'headers'])) {
    const { fetch, headers } = options;
    issues.expect(fetch === undefined || typeof fetch === 'function', 'fetch', 'a function', fetch);
    if (headers !== undefined) expectHeaders(issues, headers);
  }
  issues.throwAsOptions();
  let first = 0;
  return async ({ method, path, body, type = 'json', signal }) => {
    const fetch = options.fetch ?? globalThis.fetch;
    for (let tried = 0; ; tried++) {
      const at = (first + tried) % nodes.length;
      const { base, headers } = nodes[at]!;
      try {
        const response = await fetch(`${base}${path}`, {
          method,
          redirect: 'error',
          headers: {
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': contentType(type) }),
            ...headers,
            ...options.headers,
          },
          ...(body !== undefined && { body }),
          ...(signal && { signal }),
        });
        first = at;
        return { status: response.status, body: parsed(await response.text()) };
      } catch (error) {
        // Every request may be repeated: whether it arrived need not be known.
        if (signal?.aborted || tried + 1 === nodes.length) throw error;
      }
    }
  };
}

/** JSON, or the text of a proxy in between. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readUrls(issues: Issues, given: unknown): Node[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  issues.expect(list.length > 0, 'urls', 'at least one URL', given);
  return list.flatMap((one, i) => {
    const url = typeof one === 'string' ? urlOf(one) : undefined;
    if (url !== undefined) return [nodeOf(url)];
    // Not what was received: it may hold a password.
    const received = typeof one === 'string' ? 'another text' : `a value of type ${typeof one}`;
    issues.addText(`urls[${i}]`, 'a URL of http or https without a query', received);
    return [];
  });
}

function urlOf(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' ? url : undefined;
}

/** `fetch` refuses users in a URL. */
function nodeOf({ origin, pathname, username, password }: URL): Node {
  const base = `${origin}${pathname}`.replace(/\/$/, '');
  if (username === '' && password === '') return { base, headers: {} };
  const bytes = new TextEncoder().encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return { base, headers: { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` } };
}

function expectHeaders(issues: Issues, headers: unknown): void {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    issues.add('headers', 'an object of texts', headers);
    return;
  }
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string') issues.add(`headers.${name}`, 'a text', value);
  }
}
