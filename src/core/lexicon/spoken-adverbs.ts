/** How often and how much, as people complain: they stand between a thing and what happens to it. */
const ADVERBS = (
  '老是 总是 经常 常常 时常 容易 特别 一直 不停 有点 非常 比较 动不动就 动不动 三天两头 一用就 用用就 总爱 老爱 ' +
  '就会 就容易 很容易 特容易 极易 老 总 常 爱 太 很 会 易 都 又 就 挺 也 净'
).split(' ');

/** The adverbs that begin with a unit, the longest first. */
const BY_FIRST = new Map<number, readonly string[]>();
for (const adverb of ADVERBS.sort((a, b) => b.length - a.length)) {
  const first = adverb.charCodeAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), adverb]);
}

/** 1 for each of these units: every place of a text is looked at. */
const BEGINS = new Uint8Array(0x10000);
for (const first of BY_FIRST.keys()) BEGINS[first] = 1;

/** UTF-16 units of the longest adverb at a place of a normalised text; 0 for none. */
export function adverbAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (BEGINS[first] !== 1) return 0;
  return BY_FIRST.get(first)!.find((adverb) => text.startsWith(adverb, at))?.length ?? 0;
}
