import { readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/base/hash.ts';
import { ARGUED, type Argued, MADE_LATER } from './argued.ts';
import { type Expression, expressionsOfSource } from './expressions.ts';

/**
 * Every regular expression of the source takes time that is linear in its text. A checker reads each as an automaton, and
 * finds the text on which it would not be; what it has proven is kept by the expression's fingerprint, as the proof of some
 * takes seconds. `CUOHE_REGEXPS=new` proves those that are new and writes them down, `CUOHE_REGEXPS=all` proves all again.
 */

process.env.RECHECK_BACKEND = 'pure';
const MODE = process.env.CUOHE_REGEXPS;
const PROVEN = new URL('proven.txt', import.meta.url);
/** Expressions of so few units are proven again each time. */
const SHORT = 25;

const keyOf = ({ source, flags }: Expression) => fingerprint(`/${source}/${flags}`);
const shown = ({ file, source, flags }: Expression) => `${file} /${source}/${flags}`;
const isOf = ({ file, source }: Expression, one: Argued) =>
  file === one.file && source.startsWith(one.begins);
const verdict = async ({ source, flags }: Expression) =>
  (await check(source, flags, { checker: 'automaton', timeout: 60_000 })).status;

let all: readonly Expression[] = [];
let later: readonly string[] = [];
beforeAll(() => {
  ({ all, later } = expressionsOfSource());
});

describe('regular expressions', () => {
  it('are told apart by the checker: slow, slower, linear', async () => {
    const texts = ['a+$', '(a|a)*$', '\\s*x?\\s*y', 'a+'];
    const found = await Promise.all(texts.map((source) => verdict({ file: '', source, flags: '' })));
    expect(found).toEqual(['vulnerable', 'vulnerable', 'vulnerable', 'safe']);
  });

  it('are all found: literals, and those that modules make', () => {
    expect(all.length).toBeGreaterThan(500);
    const files = new Set(all.map(({ file }) => file));
    // A literal, one put together of constants, one made by a function that a module calls.
    for (const file of ['io/cells.ts', 'core/terms/contacts.ts', 'core/records/sums.ts'])
      expect(files).toContain(file);
    expect([...later].sort()).toEqual(Object.keys(MADE_LATER).sort());
  });

  it('are linear, each by a proof or by a reason', async () => {
    const argued = all.filter((one) => ARGUED.some((known) => isOf(one, known)));
    const rest = all.filter((one) => !argued.includes(one));
    const before = new Set(MODE === 'all' ? [] : readFileSync(PROVEN, 'utf8').trim().split('\n'));
    const slow: Expression[] = [];
    if (MODE !== undefined) {
      for (const one of rest) {
        if (before.has(keyOf(one))) continue;
        if ((await verdict(one)) === 'safe') before.add(keyOf(one));
        else slow.push(one);
      }
      const proven = rest.map(keyOf).filter((key) => before.has(key));
      writeFileSync(PROVEN, `${proven.sort().join('\n')}\n`);
    }
    expect(slow.map(shown)).toEqual([]);
    const proven = new Set(readFileSync(PROVEN, 'utf8').trim().split('\n'));
    // `CUOHE_REGEXPS=new npx vitest run --project node test/linear` looks for a proof, and says what has none.
    expect(rest.filter((one) => !proven.has(keyOf(one))).map(shown)).toEqual([]);
    const known = new Set(rest.map(keyOf));
    expect([...proven].filter((key) => !known.has(key))).toEqual([]);
    for (const one of rest)
      if (one.source.length <= SHORT) expect([shown(one), await verdict(one)]).toEqual([shown(one), 'safe']);
  });

  it('have no reason that nothing needs', () => {
    for (const one of ARGUED)
      expect([one.begins, all.filter((other) => isOf(other, one)).length]).not.toEqual([one.begins, 0]);
    expect(ARGUED.every(({ why }) => why.length > 10)).toBe(true);
  });
});
