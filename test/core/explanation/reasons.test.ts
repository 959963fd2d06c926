import { readFileSync } from 'node:fs';
import { createMatcher } from 'cuohe';
import { describe, expect, it } from 'vitest';

/** A pair, what is said of it, and why that is right. */
interface Golden {
  readonly demand: readonly [title: string, problem: string];
  readonly achievement: readonly [title: string, abstract: string];
  readonly zh: string;
  readonly en: string;
  readonly why: string;
}

const lines = readFileSync(new URL('./reasons.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const golden = lines.map((line) => JSON.parse(line) as Golden);
/** So that no term stands in every record. */
const others = [
  { id: 'f1', title: '水稻插秧机导航' },
  { id: 'f2', title: '儿童疫苗冻干保护剂' },
];

describe('the reason for a pair', () => {
  it.each(golden)('$why: $demand, $achievement', ({ demand, achievement, zh, en }) => {
    const [title, problem] = demand;
    const [name, abstract] = achievement;
    const matcher = createMatcher([{ id: 'r', title: name, abstract }, ...others]);
    const found = matcher.match({ id: 'q', title, problem }).matches.find(({ id }) => id === 'r');
    expect(found?.reason).toEqual({ zh, en });
  });
});
