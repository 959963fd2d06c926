import type { LexiconSource } from '../../core/lexicon/lexicon.ts';
import {
  parseEveryday,
  parseFactors,
  parseFunctions,
  parseLexicon,
  parsePhrases,
} from '../../core/lexicon/text-form.ts';
import boilerplate from './boilerplate.ts';
import everyday from './everyday.ts';
import everydayTrades from './everyday-trades.ts';
import functions from './functions.ts';
import general from './general.ts';
import generic from './generic.ts';
import sy01 from './sy01.ts';
import sy02 from './sy02.ts';
import sy03 from './sy03.ts';
import sy04 from './sy04.ts';
import sy05 from './sy05.ts';
import sy06 from './sy06.ts';
import sy07 from './sy07.ts';
import sy08 from './sy08.ts';
import sy09 from './sy09.ts';
import sy10 from './sy10.ts';
import sy11 from './sy11.ts';
import sy12 from './sy12.ts';
import sy13 from './sy13.ts';
import sy14 from './sy14.ts';
import sy15 from './sy15.ts';
import sy16 from './sy16.ts';
import sy17 from './sy17.ts';
import sy18 from './sy18.ts';
import sy19 from './sy19.ts';
import sy20 from './sy20.ts';
import sy21 from './sy21.ts';
import sy22 from './sy22.ts';
import sy23 from './sy23.ts';
import sy24 from './sy24.ts';
import sy25 from './sy25.ts';
import sy26 from './sy26.ts';
import sy27 from './sy27.ts';

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

/**
 * The domain lexicon read from its word lists. Only `npm run build:lexicon` and the tests do this: `domainLexicon` gives
 * the same from the compiled form.
 */
export function readLists(): LexiconSource {
  return {
    name: 'cuohe-domain',
    entries: [
      ...Object.entries(CHAIN_TEXTS).flatMap(([code, text]) => parseLexicon(text, code)),
      ...parseLexicon(general),
    ],
    generic: parseFactors(generic),
    boilerplate: parsePhrases(boilerplate),
    everyday: parseEveryday(everyday + everydayTrades),
    functions: parseFunctions(functions),
  };
}
