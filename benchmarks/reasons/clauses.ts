/** What one clause of a Chinese reason claims. */
export interface Clause {
  readonly kind:
    | 'mention'
    | 'state'
    | 'same'
    | 'kind'
    | 'everyday'
    | 'ruledOut'
    | 'chains'
    | 'region'
    | 'stage'
    | 'modes'
    | 'scattered'
    | 'other';
  readonly text: string;
  /** What stands between “ and ”. */
  readonly quotes: readonly string[];
}

const KINDS: readonly (readonly [Clause['kind'], RegExp])[] = [
  ['mention', /^双方都提到/],
  ['state', /^双方都写明/],
  ['same', /^“.*”与“.*”说的是同一类技术$/],
  ['kind', /^“.*”是“.*”的一种$/],
  ['everyday', /^“.*”即“.*”类问题$/],
  ['ruledOut', /^“.*”是其中一方写明不用的$/],
  ['chains', /^同属.*产业链$/],
  ['region', /^同在/],
  ['stage', /^成熟度相近$/],
  ['modes', /^合作方式相合$/],
  ['scattered', /^双方只有零散的字词相同$/],
];

/** The clauses of a reason; one of a kind that is not known here is `other`. */
export function clausesOf(reason: string): Clause[] {
  const clauses: string[] = [];
  let open = '';
  let isQuoted = false;
  for (const char of reason.replace(/。$/, '')) {
    if (char === '“') isQuoted = true;
    if (char === '”') isQuoted = false;
    if (char === '，' && !isQuoted) {
      clauses.push(open);
      open = '';
    } else open += char;
  }
  return [...clauses, open].map((text) => ({
    kind: KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
    text,
    quotes: quotesOf(text),
  }));
}

/** What stands in quotation marks. */
export function quotesOf(text: string): string[] {
  return [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!);
}
