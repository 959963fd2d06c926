import { createLexicon } from 'cuohe';

export const parts = {
  lexicon: createLexicon({ name: 'short', entries: [{ names: ['热障涂层', 'TBC'], chains: {} }] }),
};
