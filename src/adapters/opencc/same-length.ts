/** A dictionary of opencc-js, `source target|source target`, or a tree of them. */
export type DictionaryTree = string | readonly DictionaryTree[] | { readonly [name: string]: DictionaryTree };

/** The tree without the entries that would change the length of a text, in UTF-16 units. */
export function sameLengthOnly<T extends DictionaryTree>(tree: T): T;
export function sameLengthOnly(tree: DictionaryTree): DictionaryTree {
  if (typeof tree === 'string') return tree.split('|').filter(keepsLength).join('|');
  if (Array.isArray(tree)) return tree.map((part: DictionaryTree) => sameLengthOnly(part));
  return Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, sameLengthOnly(part)]));
}

function keepsLength(entry: string): boolean {
  const [source = '', target = ''] = entry.split(' ');
  return source.length === target.length;
}
