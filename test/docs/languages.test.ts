import { describe, expect, it } from 'vitest';
import { blocksOf, documents, headingsOf, inChinese, isChinese, readDocument } from './blocks.ts';
import { essence } from './run.ts';

/** Documents for people of offices: the READMEs and everything in `docs` but the decisions, which are for the makers. */
const forOffices = ['README.md', ...documents('docs')].filter(
  (name) => !isChinese(name) && !name.startsWith('docs/decisions/'),
);

/** Level and code of a heading: words differ between the languages. */
const shape = (heading: string) =>
  `${/^#+/.exec(heading)![0]} ${heading.match(/`[^`]+`/g)?.join(' ') ?? ''}`.trim();

/** Columns of each table row: what stands in the cells differs. */
const tables = (name: string) =>
  readDocument(name)
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/\\\|/g, '').split('|').length);

describe.each(forOffices)('%s in both languages', (en) => {
  const zh = inChinese(en);

  it('has the same headings', () => {
    expect(headingsOf(zh).map(shape)).toEqual(headingsOf(en).map(shape));
  });

  it('has the same code and results, apart from other comments', () => {
    expect(blocksOf(zh, 'ts').map(essence)).toEqual(blocksOf(en, 'ts').map(essence));
    expect(blocksOf(zh, 'sh').length).toBe(blocksOf(en, 'sh').length);
  });

  it('has the same tables', () => {
    expect(tables(zh)).toEqual(tables(en));
  });
});

describe('a document in Chinese', () => {
  const chinese = documents().filter(isChinese);

  it('has one in English beside it', () => {
    expect(
      chinese.map((name) => name.replace('.zh-CN', '')).filter((en) => !documents().includes(en)),
    ).toEqual([]);
  });

  it('addresses its reader as 您, and comments its code in Chinese', () => {
    const slips = chinese.flatMap((name) => {
      const comments = blocksOf(name, 'ts').flatMap(({ code }) =>
        code.split('\n').flatMap((line) => /\/\/ (?!→| {2,})(.*)$/.exec(line)?.[1] ?? []),
      );
      const english = comments.filter(
        (comment) => !/\p{Script=Han}/u.test(comment) && /[a-z]{3}.* [a-z]{2}/.test(comment),
      );
      return [...english, ...(/你/.test(readDocument(name)) ? ['你'] : [])].map((slip) => `${name}: ${slip}`);
    });
    expect(slips).toEqual([]);
  });
});

describe('the README', () => {
  it.each(['README.md', 'README.zh-CN.md'])('%s is short', (name) => {
    expect(readDocument(name).trimEnd().split('\n').length).toBeLessThanOrEqual(220);
  });
});
