import boilerplate from './data/boilerplate.ts';
import everyday from './data/everyday.ts';
import general from './data/general.ts';
import generic from './data/generic.ts';
import sy01 from './data/sy01.ts';
import sy02 from './data/sy02.ts';
import sy03 from './data/sy03.ts';
import sy04 from './data/sy04.ts';
import sy05 from './data/sy05.ts';
import sy06 from './data/sy06.ts';
import sy07 from './data/sy07.ts';
import sy08 from './data/sy08.ts';
import sy09 from './data/sy09.ts';
import sy10 from './data/sy10.ts';
import sy11 from './data/sy11.ts';
import sy12 from './data/sy12.ts';
import sy13 from './data/sy13.ts';
import sy14 from './data/sy14.ts';
import sy15 from './data/sy15.ts';
import sy16 from './data/sy16.ts';
import sy17 from './data/sy17.ts';
import sy18 from './data/sy18.ts';
import sy19 from './data/sy19.ts';
import sy20 from './data/sy20.ts';
import sy21 from './data/sy21.ts';
import sy22 from './data/sy22.ts';
import sy23 from './data/sy23.ts';
import sy24 from './data/sy24.ts';
import sy25 from './data/sy25.ts';
import sy26 from './data/sy26.ts';
import sy27 from './data/sy27.ts';
import type { LexiconSource } from './lexicon.ts';
import { parseEveryday, parseFactors, parseLexicon, parsePhrases } from './text-form.ts';

/** The text of each chain's word list. */
const CHAIN_TEXTS: Readonly<Record<string, string>> = {
  SY01: sy01,
  SY02: sy02,
  SY03: sy03,
  SY04: sy04,
  SY05: sy05,
  SY06: sy06,
  SY07: sy07,
  SY08: sy08,
  SY09: sy09,
  SY10: sy10,
  SY11: sy11,
  SY12: sy12,
  SY13: sy13,
  SY14: sy14,
  SY15: sy15,
  SY16: sy16,
  SY17: sy17,
  SY18: sy18,
  SY19: sy19,
  SY20: sy20,
  SY21: sy21,
  SY22: sy22,
  SY23: sy23,
  SY24: sy24,
  SY25: sy25,
  SY26: sy26,
  SY27: sy27,
};

let source: LexiconSource | undefined;

/** The domain lexicon that comes with the library; read from its text form once, when first asked for. */
export function domainLexicon(): LexiconSource {
  source ??= {
    name: 'cuohe-domain',
    entries: [
      ...Object.entries(CHAIN_TEXTS).flatMap(([code, text]) => parseLexicon(text, code)),
      ...parseLexicon(general),
    ],
    generic: parseFactors(generic),
    boilerplate: parsePhrases(boilerplate),
    everyday: parseEveryday(everyday),
  };
  return source;
}
