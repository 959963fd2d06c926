import type { NgramWeights } from '../../src/core/terms/ngrams.ts';
import {
  createLexicon,
  DEFAULT_TAXONOMY,
  defaultLexicon,
  domainLexicon,
  type Lexicon,
  type LexiconEntry,
  type LexiconSource,
  ngramTokenizer,
  type ReadingOptions,
  type WeightingOptions,
} from '../../src/index.ts';

/** The default configuration with one part changed. */
export interface Switch {
  readonly en: string;
  readonly zh: string;
  /** Made when asked for: some need a lexicon of their own. */
  readonly options: () => ReadingOptions & WeightingOptions;
}

/** What is switched off or changed, one at a time; the first one changes nothing. */
export const SWITCHES: readonly Switch[] = [
  { en: 'default', zh: '默认', options: () => reading(defaultLexicon()) },
  {
    en: 'chains signal off',
    zh: '无产业链信号',
    options: () => ({ ...reading(defaultLexicon()), signals: { chains: 0 } }),
  },
  { en: 'lexicon off', zh: '无词库', options: () => reading(createLexicon(EMPTY)) },
  { en: 'lexicon words off as terms', zh: '词条不作检索词', options: () => ngrams({ word: 0, broader: 0 }) },
  { en: 'synonyms off', zh: '无同义词', options: () => reading(changed({ entries: withoutSynonyms() })) },
  { en: 'broader terms off', zh: '无上位词', options: () => ngrams({ broader: 0 }) },
  { en: 'everyday words off', zh: '口语不转技术词', options: () => ngrams({ everyday: 0 }) },
  {
    en: 'functions off',
    zh: '无功能信号',
    options: () => ({ ...reading(defaultLexicon()), signals: { functions: 0 } }),
  },
  { en: 'generic words off', zh: '不降泛词', options: () => reading(changed({ generic: new Map() })) },
  { en: 'boilerplate off', zh: '不去套话', options: () => reading(changed({ boilerplate: [] })) },
  { en: 'unigrams off', zh: '无单字', options: () => ngrams({ unigram: 0 }) },
  { en: 'bigrams off', zh: '无双字', options: () => ngrams({ bigram: 0 }) },
  {
    en: 'Latin words and numbers off',
    zh: '无外文与数字',
    options: () => ({ ...reading(defaultLexicon()), signals: { latin: 0 } }),
  },
  {
    en: 'conditions off',
    zh: '无条件',
    options: () => conditions({ exclusion: 0, limit: 0, maturity: 0, purpose: 0, quantity: 0 }),
  },
  { en: 'exclusions off', zh: '不看排除', options: () => conditions({ exclusion: 0 }) },
  { en: 'figures off', zh: '不看指标', options: () => conditions({ quantity: 0 }) },
  { en: 'maturity off', zh: '不看成熟度', options: () => conditions({ maturity: 0 }) },
  { en: 'limits off', zh: '不看不具备', options: () => conditions({ limit: 0 }) },
  { en: 'purposes off', zh: '不看用途', options: () => conditions({ purpose: 0 }) },
  {
    en: 'title signal off',
    zh: '无标题信号',
    options: () => ({ ...reading(defaultLexicon()), signals: { title: 0 } }),
  },
  {
    en: 'title counted once',
    zh: '标题不加权',
    options: () => ({ ...reading(defaultLexicon()), fields: { title: 1 } }),
  },
  {
    en: 'frequent terms kept',
    zh: '保留高频词',
    options: () => ({ ...reading(defaultLexicon()), maxDocumentShare: 1 }),
  },
];

const EMPTY: LexiconSource = { name: 'empty', entries: [] };

function reading(lexicon: Lexicon): ReadingOptions {
  return { taxonomy: DEFAULT_TAXONOMY, lexicon };
}

function conditions(weights: NonNullable<WeightingOptions['conditions']>): ReadingOptions & WeightingOptions {
  return { ...reading(defaultLexicon()), conditions: weights };
}

function ngrams(weights: Partial<NgramWeights>): ReadingOptions {
  const lexicon = defaultLexicon();
  return { ...reading(lexicon), tokenizer: ngramTokenizer(lexicon, weights) };
}

function changed(parts: Partial<LexiconSource>): Lexicon {
  return createLexicon({ ...domainLexicon(), ...parts }, DEFAULT_TAXONOMY);
}

/** Every name an entry of its own, with the same chains. */
function withoutSynonyms(): LexiconEntry[] {
  return domainLexicon().entries.flatMap((entry) =>
    entry.names.map((name) => ({ ...entry, names: [name], ambiguous: {} })),
  );
}
