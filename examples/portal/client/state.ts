import { FACETS, type Facet, type Question, type SideName } from '../server/api.ts';

/** What the page shows is in its address, behind #: so it can be sent to somebody, and the back button works. */

export type Language = 'zh' | 'en';

export interface PageState extends Question {
  /** From 1. */
  readonly page: number;
  /** Id of the record that is open. */
  readonly open?: string;
  readonly language: Language;
}

/** What becomes other in a state; undefined takes it away. */
export type Change = { readonly [Part in keyof PageState]?: PageState[Part] | undefined };

/** The state of an empty address. */
export function emptyState(language: Language, side: SideName = 'supply'): PageState {
  return { side, text: '', chains: [], regions: [], kinds: [], stages: [], level: 0, page: 1, language };
}

/** Reads the part of an address behind #. What it does not understand is as if it were not there. */
export function readHash(hash: string, language: Language): PageState {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (name: string, least: number, most: number) => {
    const value = Number(given.get(name) ?? least);
    return Number.isInteger(value) && value >= least && value <= most ? value : least;
  };
  const [of, like, open] = ['of', 'like', 'open'].map((name) => given.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const lang = given.get('lang');
  return {
    side: given.get('side') === 'demand' ? 'demand' : 'supply',
    text: given.get('q') ?? '',
    ...(Object.fromEntries(FACETS.map((facet) => [facet, given.getAll(facet)])) as Record<Facet, string[]>),
    level: number('level', 0, 3),
    page: number('page', 1, 1e6),
    ...(of === '' ? {} : { of }),
    ...(like === '' || of !== '' ? {} : { like }),
    ...(open === '' ? {} : { open }),
    language: lang === 'en' || lang === 'zh' ? lang : language,
  };
}

/** The address of a state: what is as by default is left out. @param language the default one */
export function writeHash(state: PageState, language: Language): string {
  const parts = new URLSearchParams();
  if (state.side === 'demand') parts.set('side', 'demand');
  if (state.text !== '') parts.set('q', state.text);
  if (state.of !== undefined) parts.set('of', state.of);
  if (state.like !== undefined) parts.set('like', state.like);
  for (const facet of FACETS) for (const key of state[facet]) parts.append(facet, key);
  if (state.level > 0) parts.set('level', String(state.level));
  if (state.page > 1) parts.set('page', String(state.page));
  if (state.open !== undefined) parts.set('open', state.open);
  if (state.language !== language) parts.set('lang', state.language);
  return `#${parts}`;
}

/** The question alone. */
export function questionOf(state: PageState): Question {
  const { page: _page, open: _open, language: _language, ...question } = state;
  return question;
}

/** Whether anything is asked or chosen: else it is the first page that everybody sees. */
export function isHome({ text, of, like, level, ...facets }: Question): boolean {
  const isChosen = FACETS.some((facet) => facets[facet].length > 0);
  return text.trim() === '' && of === undefined && like === undefined && level === 0 && !isChosen;
}
