import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { inRoot, node } from './packed.ts';

const { bare, full } = inject('packed');

/** Runs the program as it is installed there. */
const cuohe = (host: string, ...args: string[]) => node(host, 'node_modules/cuohe/bin/cuohe.js', ...args);

/** A folder that is gone after the test. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cuohe-program-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

describe('the installed program', () => {
  it('is found by its name, knows its version, and explains itself', () => {
    expect(existsSync(join(bare, 'node_modules/.bin/cuohe'))).toBe(true);
    const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    expect(cuohe(bare, '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(cuohe(bare, '--help').stdout).toContain('用法：');
  });

  it('matches two tables, without any optional package', () => {
    const out = join(folder(), '撮合.csv');
    const files = ['achievements.csv', 'demands.csv'].map((file) => inRoot(`examples/data/${file}`));
    const { status, stdout, stderr } = cuohe(bare, 'match', ...files, '-o', out);
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toContain('DC002');
  });

  it('keeps an index in a folder, and asks it', () => {
    const store = join(folder(), 'store');
    expect(cuohe(bare, 'index', store, inRoot('examples/data/achievements.csv')).status).toBe(0);
    expect(cuohe(bare, 'query', store, '断路器机械特性', '--json').stdout).toContain('"rank":1');
  });

  it('reads and writes workbooks where their package is, and says which one is missing where it is not', () => {
    const at = folder();
    const [table, book] = [join(at, 'd.csv'), join(at, '标注.xlsx')];
    writeFileSync(table, '需求编号,技术需求名称\nD1,航空发动机叶片热障涂层剥落\n');
    expect(cuohe(full, 'tag', table, '-o', book).status).toBe(0);
    expect(existsSync(book)).toBe(true);
    expect(cuohe(full, 'check', book).stdout).toContain('标注.xlsx');
    const { status, stderr } = cuohe(bare, 'check', book);
    expect(status).toBe(1);
    expect(stderr).toContain('npm install hucre@1.0.0');
  });
});

describe('the page that it serves', () => {
  it('answers on this machine until it is told to stop, and then ends well', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const bin = join(bare, 'node_modules/cuohe/bin/cuohe.js');
    const files = ['achievements.csv', 'demands.csv'].map((file) => inRoot(`examples/data/${file}`));
    const child = spawn(process.execPath, [bin, 'serve', ...files, '--no-open'], { env: { PATH, HOME } });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [first] = await once(child.stdout.setEncoding('utf8'), 'data');
    const url = new URL(String(first).trim());
    expect(url.hostname).toBe('127.0.0.1');
    const page = await fetch(url);
    expect(page.status).toBe(200);
    const [, script] = /<script type="module"[^>]* src="([^"]+)"/.exec(await page.text()) ?? [];
    expect((await fetch(new URL(script!, url))).headers.get('content-type')).toContain('javascript');
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });
});
