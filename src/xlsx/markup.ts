/** Markup as a row of tags and texts. Linear: every character is looked at once, and nothing is nested. */

/** What stands next in a page. */
export type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Elements of HTML whose content is no markup. */
export const HTML_RAW: readonly string[] = ['script', 'style', 'title', 'textarea'];

/**
 * The tags and texts of HTML or XML, in their order; names in lower case, without a prefix in front of a colon. A tag
 * that closes itself (`<Cell/>`) is opened and closed. Comments and declarations are left out.
 * @param raw names of elements whose content is no markup; it is left out too.
 */
export function* tokens(markup: string, raw: readonly string[] = []): Generator<Token> {
  let at = 0;
  while (at < markup.length) {
    const tag = markup.indexOf('<', at);
    const end = tag < 0 ? markup.length : tag;
    if (end > at) yield { type: 'text', text: decodeEntities(markup.slice(at, end)) };
    if (tag < 0) return;
    if (markup.startsWith('<!--', tag)) at = behind(markup, '-->', tag + 4);
    else if (markup.startsWith('<![CDATA[', tag)) {
      at = behind(markup, ']]>', tag + 9);
      yield { type: 'text', text: markup.slice(tag + 9, at - 3) };
    } else if (markup[tag + 1] === '!' || markup[tag + 1] === '?') at = behind(markup, '>', tag);
    else if (!/[a-z/]/i.test(markup[tag + 1] ?? '')) {
      yield { type: 'text', text: '<' };
      at = tag + 1;
    } else {
      const close = tagEnd(markup, tag);
      const content = markup.slice(tag + 1, close);
      const token = tagOf(content);
      yield token;
      at = close + 1;
      if (token.type === 'open' && content.endsWith('/')) yield { ...token, type: 'close' };
      else if (token.type === 'open' && raw.includes(token.name)) at = rawEnd(markup, token.name, at);
    }
  }
}

function behind(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** Where a tag ends: at the first `>` outside quotes. */
function tagEnd(markup: string, from: number): number {
  let quote = '';
  for (let i = from; i < markup.length; i++) {
    const char = markup[i]!;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i;
  }
  return markup.length;
}

function tagOf(content: string): Token {
  const isClose = content.startsWith('/');
  const name = /^[^\s/>]*/.exec(isClose ? content.slice(1) : content)![0];
  const local = name.slice(name.indexOf(':') + 1).toLowerCase();
  return { type: isClose ? 'close' : 'open', name: local, attributes: content.slice(name.length) };
}

function rawEnd(markup: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(markup)?.index ?? markup.length;
}

const patterns = new Map<string, RegExp>();

/** An attribute of a tag, whatever its prefix: `colspan` of `<td colspan=2>`, `Index` of `<Row ss:Index="3">`. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  times: '×',
  deg: '°',
  plusmn: '±',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  hellip: '…',
  le: '≤',
  ge: '≥',
  yen: '¥',
};

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
