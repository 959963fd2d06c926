import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, documents, isChinese, ROOT, readDocument } from './blocks.ts';

/** A link of a document, by where it leads. */
interface Link {
  readonly from: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Links within the repository, outside of blocks and of code in a line. */
function linksOf(from: string): Link[] {
  const prose = readDocument(from)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)/g)];
  return links.map(([, path, anchor]) => ({
    from,
    path: path === '' ? from : join(dirname(from), path!),
    anchor,
  }));
}

const links = documents().flatMap(linksOf);

describe('every document', () => {
  it('links to files that exist', () => {
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('links to headings that exist', () => {
    const deep = links.filter(({ path, anchor }) => anchor !== undefined && path.endsWith('.md'));
    expect(deep.length).toBeGreaterThan(0);
    expect(deep.filter(({ path, anchor }) => !anchorsOf(path).includes(anchor!))).toEqual([]);
  });

  it('of the guides can be reached from the README, in either language', () => {
    for (const chinese of [false, true]) {
      const reached = new Set<string>();
      const visit = (name: string): void => {
        if (reached.has(name)) return;
        reached.add(name);
        for (const { from, path } of links) {
          if (from === name && path.endsWith('.md') && isChinese(path) === chinese) visit(path);
        }
      };
      visit(chinese ? 'README.zh-CN.md' : 'README.md');
      const guides = documents('docs').filter(
        (name) => isChinese(name) === chinese && !name.startsWith('docs/decisions/'),
      );
      expect(guides.filter((name) => !reached.has(name))).toEqual([]);
    }
  });

  it('holds no path of a machine', () => {
    const paths = documents().flatMap((name) =>
      [
        ...readDocument(name).matchAll(
          /(?:^|[\s"'`(=])((?:\/(?:home|root|tmp|work|Users|opt|mnt|var)\/|[A-Z]:\\)\S*)/gm,
        ),
      ].map(([, path]) => `${name}: ${path}`),
    );
    expect(paths).toEqual([]);
  });

  it('names files and folders of the repository that exist', () => {
    const named = documents()
      .filter((name) => name !== 'CHANGELOG.md')
      .flatMap((name) =>
        [...readDocument(name).matchAll(/`((?:src|test|benchmarks|examples|docs)\/[\w./-]+)`/g)].map(
          ([, path]) => ({ name, path: path! }),
        ),
      );
    expect(named.length).toBeGreaterThan(10);
    // What a command makes is not there before.
    const made = /\/\.venv$/;
    expect(named.filter(({ path }) => !made.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
