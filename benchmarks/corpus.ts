import { readFileSync } from 'node:fs';
import { type AchievementInput, type DemandInput, domainLexicon, type LexiconEntry } from 'cuohe';
import { Random, Zipf } from './random.ts';

/**
 * An invented corpus in the manner of technology portals. It holds no real text: sentences are draws from a list of
 * invented words of two to four ideographs (Zipf, exponent 1), mixed with names of the domain lexicon (one record
 * keeps to one chain for the most part) and with its generic words. Sizes are those of portal records: titles of about
 * 18 characters, texts of about 270 for achievements and 140 for demands.
 */
export interface Corpus {
  readonly achievements: readonly (AchievementInput & Invented)[];
  readonly demands: readonly (DemandInput & Invented)[];
}

/** What an invented record has as text, or not at all. */
interface Invented {
  readonly id: string;
  readonly text?: string | undefined;
  readonly abstract?: string;
  readonly regionCode?: string;
  readonly stage?: string;
}

const INVENTED_WORDS = 20_000;
/** Common ideographs are few: words are spelled from this many of the basic block, by Zipf as well. */
const IDEOGRAPHS = 2500;
const FIRST_IDEOGRAPH = 0x4e00;
/** Steps through the basic block that meet no ideograph twice. */
const STRIDE = 7;
const SHARE_OF_NAMES = 0.25;
const SHARE_OF_GENERIC = 0.2;
/** Names of the record's own chain among its names. */
const SHARE_OF_OWN = 0.7;
const STAGES = ['实验室阶段', '小试', '中试', '小批量', '产业化'];
const MODES = ['技术转让', '技术许可', '合作开发', '作价入股', '委托开发'];
const REGIONS = ['210100', '210200', '210400', '370200', '110000', '320500'];

/** Makes a corpus; the same numbers give the same corpus on every machine. */
export function syntheticCorpus(records: number, queries: number, seed = 1): Corpus {
  const random = new Random(seed);
  const sentence = sentences(random);
  const common = (id: string) => ({
    id,
    regionCode: random.pick(REGIONS),
    stage: random.pick(STAGES),
  });
  const achievements = Array.from({ length: records }, (_, i): AchievementInput & Invented => {
    const chain = random.next();
    return {
      ...common(`A${i}`),
      title: sentence(chain, random.between(5, 8), false),
      abstract: sentence(chain, random.between(60, 120), true),
      transferModes: [random.pick(MODES)],
    };
  });
  const demands = Array.from({ length: queries }, (_, i): DemandInput & Invented => {
    const chain = random.next();
    return {
      ...common(`D${i}`),
      title: sentence(chain, random.between(4, 7), false),
      problem: sentence(chain, random.between(30, 65), true),
      cooperationModes: [random.pick(MODES)],
    };
  });
  return { achievements, demands };
}

/** Records and demands of a title alone. */
export function syntheticTitles(records: number, queries: number, seed = 1): Corpus {
  const random = new Random(seed);
  const sentence = sentences(random);
  const titled = (id: string, most: number) => ({
    id,
    title: sentence(random.next(), random.between(5, most), false),
  });
  return {
    achievements: Array.from({ length: records }, (_, i) => titled(`A${i}`, 8)),
    demands: Array.from({ length: queries }, (_, i) => titled(`D${i}`, 7)),
  };
}

/** A function that writes a text of so many words about a chain, given as a place in [0, 1) of their list. */
function sentences(random: Random): (chain: number, words: number, punctuated: boolean) => string {
  const { entries, generic } = domainLexicon();
  const invented = inventedWords(random);
  const inventedRank = new Zipf(random, invented.length);
  const byChain = namesByChain(entries);
  const all = entries.map(({ names }) => names[0]!);
  const genericWords = [...(generic?.keys() ?? [])];
  const genericRank = new Zipf(random, genericWords.length);
  const word = (own: readonly string[]) => {
    const kind = random.next();
    if (kind < SHARE_OF_NAMES) return random.pick(random.next() < SHARE_OF_OWN ? own : all);
    if (kind < SHARE_OF_NAMES + SHARE_OF_GENERIC) return genericWords[genericRank.rank()]!;
    return invented[inventedRank.rank()]!;
  };
  return (chain, words, punctuated) => {
    const own = byChain[Math.floor(chain * byChain.length)]!;
    let text = '';
    for (let i = 0; i < words; i++) {
      text += word(own);
      if (punctuated) text += i === words - 1 ? '。' : random.next() < 0.12 ? '，' : '';
    }
    return text;
  };
}

function inventedWords(random: Random): string[] {
  const rank = new Zipf(random, IDEOGRAPHS, 0.7);
  const ideograph = () => String.fromCharCode(FIRST_IDEOGRAPH + rank.rank() * STRIDE);
  return Array.from({ length: INVENTED_WORDS }, () =>
    Array.from({ length: random.pick([2, 2, 2, 3, 4]) }, ideograph).join(''),
  );
}

function namesByChain(entries: readonly LexiconEntry[]): string[][] {
  const lists = new Map<string, string[]>();
  for (const { names, chains } of entries) {
    for (const code of Object.keys(chains)) {
      const list = lists.get(code) ?? [];
      lists.set(code, list);
      list.push(names[0]!);
    }
  }
  return [...lists.values()];
}

/**
 * The user's own texts: one JSON object `{ id, title, text }` a line. All lines are records; demands are a copy of
 * evenly spaced ones, so that nothing but the file is needed.
 */
export function corpusOf(path: string, records: number, queries: number): Corpus {
  const lines = readFileSync(path, 'utf8').split('\n');
  const achievements: (AchievementInput & Invented)[] = [];
  for (const line of lines) {
    if (achievements.length === records) break;
    if (line.trim() === '') continue;
    const { id, title, text } = JSON.parse(line) as { id: string; title: string; text?: string };
    achievements.push({ id: String(id), title, text });
  }
  const step = Math.max(1, Math.floor(achievements.length / queries));
  const demands = achievements
    .filter((_, i) => i % step === 0)
    .slice(0, queries)
    .map(({ id, title, text }) => ({ id, title, text }));
  return { achievements, demands };
}
