/** What one clause of a Chinese reason claims. */
export interface Clause {
  readonly kind:
    | 'need'
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
    | 'exclusion'
    | 'figure'
    | 'limit'
    | 'maturity'
    | 'purpose'
    | 'other';
  readonly text: string;
  /** What stands between “ and ”. */
  readonly quotes: readonly string[];
}

const KINDS: readonly (readonly [Clause['kind'], RegExp])[] = [
  ['need', /^对应需求[①-⑫]：“[^”]*”$/],
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
  ['exclusion', /^需求排除“[^”]*”，成果(?:也不用|却用到(?:“[^”]*”)?)$/],
  ['figure', /^要求“[^”]*”，成果(?:达到|接近|达不到)（“[^”]*”）$/],
  ['limit', /^需求提到“[^”]*”，成果写明“[^”]*”$/],
  ['maturity', /^需求要“[^”]*”，成果(?:“[^”]*”|成熟度[\d–]+级)，/],
  ['purpose', /^成果用于(?:检测|管理)（“[^”]*”），需求没有提出(?:检测|管理)$/],
];

/** Clauses that hold a comma. */
const CONDITIONS: readonly Clause['kind'][] = ['exclusion', 'figure', 'limit', 'maturity', 'purpose'];

/** The clauses of a reason; one of a kind that is not known here is `other`. */
export function clausesOf(reason: string): Clause[] {
  const sentence = reason.replace(/。$/, '');
  const parts = parted(sentence, '；');
  const isOne = parts.length > 1 || CONDITIONS.includes(kindOf(sentence));
  return (isOne ? parts : parted(sentence, '，')).map((text) => ({
    kind: kindOf(text),
    text,
    quotes: quotesOf(text),
  }));
}

function kindOf(text: string): Clause['kind'] {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** A text cut at a sign outside of quotation marks. */
function parted(text: string, sign: string): string[] {
  const clauses: string[] = [];
  let open = '';
  let isQuoted = false;
  for (const char of text) {
    if (char === '“') isQuoted = true;
    if (char === '”') isQuoted = false;
    if (char === sign && !isQuoted) {
      clauses.push(open);
      open = '';
    } else open += char;
  }
  return [...clauses, open];
}

/** What stands in quotation marks. */
export function quotesOf(text: string): string[] {
  return [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!);
}
