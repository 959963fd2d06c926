import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, headingsOf, ROOT, readDocument } from './blocks.ts';

/** What hosts can import, and the codes of errors. */
const PUBLIC = new Set(
  ['test/surface/names.txt', 'src/base/errors.ts'].flatMap(
    (file) => readFileSync(join(ROOT, file), 'utf8').match(/\w+/g) ?? [],
  ),
);

/** The functions behind each door of the programmes, by the name of its page. */
const PROGRAMMES = readFileSync(join(ROOT, 'test/surface/names.txt'), 'utf8')
  .split('\n\n')
  .flatMap((door) => {
    const [path, ...names] = door.split('\n').map((line) => line.trim());
    const page = /^cuohe\/programmes\/(.+)$/.exec(path!)?.[1];
    const functions = names.filter((name) => /^[a-z]\w*$/.test(name));
    return page === undefined ? [] : [{ page, functions }];
  });

/** The documents that tell hosts what there is. */
const FOR_HOSTS = documents().filter((name) => /^(README|docs\/(?!decisions|walkthrough))/.test(name));

describe('names in the documents for hosts', () => {
  it('of constants and error codes are public', () => {
    const named = FOR_HOSTS.flatMap((name) =>
      [...readDocument(name).matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, constant]) => ({
        name,
        constant: constant!,
      })),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ constant }) => !PUBLIC.has(constant))).toEqual([]);
  });

  it.each(PROGRAMMES)('of all functions of $page stand on its page', ({ page, functions }) => {
    const text = readDocument(`docs/programmes/${page}.md`);
    const named = new Set([...text.matchAll(/`(\w+)[(`]/g)].map(([, name]) => name));
    expect(functions.filter((name) => !named.has(name))).toEqual([]);
  });

  it('of functions in headings are public', () => {
    const named = FOR_HOSTS.flatMap((name) =>
      headingsOf(name).flatMap((heading) =>
        [...heading.matchAll(/`(\w+)\(/g)].map(([, called]) => ({ name, called: called! })),
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ called }) => !PUBLIC.has(called))).toEqual([]);
  });
});
