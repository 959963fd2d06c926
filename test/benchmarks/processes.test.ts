import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { Child, withChildren } from '../../benchmarks/harness/child.ts';
import { interleave } from '../../benchmarks/harness/rounds.ts';
import { pythonEnvironment, pythonVariables } from '../../benchmarks/python/environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuohe-processes-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** A process that answers twice its number of queries, and fails when it is asked to. */
const PROGRAM = `
  console.log('{"ready":{"version":"1"}}');
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const [name, queries] = line.split(' ');
    if (name === 'fail') throw new Error('the reason');
    console.log(JSON.stringify({ ms: queries * 2 }));
  });
`;
const start = () => Child.start('test', process.execPath, ['-e', PROGRAM]);

describe('a measured process', () => {
  it('answers by its own clock, and ends when the driver hangs up', async () => {
    const child = await start();
    expect(child.ready).toEqual({ version: '1' });
    expect(await child.ask('work', 21)).toEqual({ ms: 42 });
    await child.stop();
    await expect(child.ask('work')).rejects.toThrow('test: ended with 0');
  });

  it('that fails gives an error with its name and its complaint', async () => {
    await expect(withChildren([start()], ([child]) => child!.ask('fail'))).rejects.toThrow(
      /^test: ended with 1[\s\S]*the reason/,
    );
    await expect(Child.start('nothing', 'no-such-program', [])).rejects.toThrow(/nothing: .*ENOENT/);
  });
});

describe('rounds', () => {
  it('run all cases in turn, and leave the first rounds out', async () => {
    const order: string[] = [];
    const cases = ['a', 'b'].map((name) => ({
      name,
      run: async () => {
        order.push(name);
        return order.length;
      },
    }));
    const times = await interleave(cases, 3, 1);
    expect(order.join('')).toBe('abababab');
    expect(times.get('a')).toEqual({ median: 5, min: 3, max: 7, rounds: 3 });
  });
});

describe('the Python environment', () => {
  it('says in one line what is missing', () => {
    vi.stubEnv('PATH', folder);
    expect(() => pythonEnvironment(() => {}, undefined, join(folder, 'venv'))).toThrow(
      /^bench:python needs python3 with venv: .*$/,
    );
  });

  it('hands on no setting of another OpenBLAS', () => {
    vi.stubEnv('OPENBLAS_CORETYPE', 'Haswell');
    vi.stubEnv('OPENBLAS_L2_SIZE', '512');
    const variables = pythonVariables();
    expect(variables).toHaveProperty('PATH');
    expect(variables).not.toHaveProperty('OPENBLAS_CORETYPE');
    expect(variables).not.toHaveProperty('OPENBLAS_L2_SIZE');
  });
});
