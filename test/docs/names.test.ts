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
