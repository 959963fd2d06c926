import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEFAULT_TAXONOMY, tagChains } from 'cuohe';
import { describe, expect, it } from 'vitest';
import type { AblationRow } from '../../benchmarks/evaluate/ablation.ts';
import { run } from '../../benchmarks/evaluate/run.ts';
import { SWITCHES } from '../../benchmarks/evaluate/switches.ts';
import { evaluateLevels } from '../../src/evaluate/graded.ts';
import { evaluateRanking } from '../../src/evaluate/ranking.ts';
import { lines, temporaryFolder } from './folders.ts';
import { SAMPLE } from './sample.ts';

const { writeFile, writeFolder } = temporaryFolder();

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The command in a process of its own. */
const start = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'benchmarks/evaluate.ts', ...args], {
    cwd: root,
  });

const title = '燃气轮机叶片热障涂层';
const codes = tagChains({ id: 'x', title }).map(({ code }) => code);
const first = codes[0] ?? '';
const other = DEFAULT_TAXONOMY.chains.find(({ code }) => !codes.includes(code))?.code ?? '';
const titlesFile = (titles: readonly unknown[]) => writeFile('titles.jsonl', lines(titles));
const tagged = titlesFile([
  { id: 't1', kind: 'achievement', title, codes, accepted: codes },
  { id: 't2', kind: 'demand', title: '一', codes: [other], accepted: [other] },
]);
const folder = writeFolder();
const { summary } = evaluateRanking(SAMPLE);
const levels = evaluateLevels(SAMPLE);

describe('the command evaluate', () => {
  it('prints one JSON object of the measures of a judged folder', async () => {
    const { stdout } = await start('--data', folder, '--json');
    expect(JSON.parse(stdout)).toEqual({ ...summary, levels });
    expect(stdout.trimEnd()).not.toContain('\n');
  });

  it('ends with 1 and prints nothing but the error for a bad folder', async () => {
    const bad = writeFolder({ 'judgments.jsonl': '{"demandId":"d1"}\n', 'demands.jsonl': null });
    await expect(start('--data', bad, '--json')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /demands\.jsonl.*no such file[\s\S]*judgments\.jsonl line 1 achievementId/,
      ),
    });
  });

  it('prints one JSON object of the measures of tagged titles', () => {
    // The first title gets just its chains; the second gets none and misses one.
    const recall = codes.length / (codes.length + 1);
    expect(JSON.parse(run(['--tags', tagged, '--json']))).toEqual({
      microF1: expect.closeTo((2 * recall) / (1 + recall), 12),
      precision: 1,
      recall,
      macroF1: recall,
      firstCode: 0.5,
      titles: 2,
    });
  });

  it('writes null for a measure that has no meaning', () => {
    const flat = writeFolder({ 'judgments.jsonl': lines(SAMPLE.judgments.slice(-1)) });
    expect(JSON.parse(run(['--data', flat, '--json']))).toMatchObject({
      ndcg10: null,
      auc: null,
      demands: 0,
    });
  });

  it('adds the values of each demand and title when asked to', () => {
    const data = JSON.parse(run(['--data', folder, '--json', '--per-query']));
    expect(data.perDemand).toEqual([
      { demandId: 'd1', ndcg10: 1, p1: 1, mrr: 1, recall10: 1, map: 1, demandAuc: 1 },
      expect.objectContaining({ demandId: 'd2', p1: 0, mrr: 0.5 }),
    ]);
    const tags = JSON.parse(run(['--tags', tagged, '--json', '--per-query']));
    expect(tags.perTitle[1]).toMatchObject({ id: 't2', predicted: [], missed: [other] });
    expect(tags.perCode[first]).toMatchObject({ right: 1, f1: 1 });
  });

  it('prints a table in two languages for people, and takes several folders and files', () => {
    const text = run(['--data', folder, '--tags', tagged, '--data', writeFolder()]);
    expect(text.match(/^排序 Ranking: /gm)).toHaveLength(2);
    expect(text.match(/^打标 Tagging: /gm)).toHaveLength(1);
    expect(text).toMatch(/^ {2}P@1 首位相关的需求占比 +0\.5000$/m);
    expect(text).toMatch(/^ {2}first code 首个产业链正确 +0\.5000$/m);
    const json = JSON.parse(run(['--data', folder, '--tags', tagged, '--json']));
    expect(json.results).toEqual([
      { data: folder, ...summary, levels },
      expect.objectContaining({ tags: tagged, titles: 2 }),
    ]);
  });

  it('compares a configuration with the default one', () => {
    const config = writeFile(
      'config.json',
      '{"fields":{"title":0},"signals":{"chains":0},"ngrams":{"unigram":0}}',
    );
    const json = JSON.parse(run(['--data', folder, '--config', config, '--json']));
    const blind = evaluateRanking(SAMPLE, { fields: { title: 0 }, signals: { chains: 0 } }).summary;
    expect(json.config).toEqual(blind);
    expect(json.ndcg10).toBe(summary.ndcg10);
    // d1 keeps its first place by the order of records, d2 its second.
    expect(json.comparison.p1).toMatchObject({ demands: 2, before: 0.5, after: blind.p1, p: 1 });
    expect(run(['--data', folder, '--config', config])).toMatch(/默认 default +设置 config +差 difference/);
  });

  it('prints what each part of the default configuration earns', () => {
    const text = run(['--ablation', '--data', folder]);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(text).toMatch(/^### \S+ \(2 demands 条需求\)\n/);
    expect(rows).toHaveLength(SWITCHES.length + 2);
    expect(new Set(rows.map((row) => row.split(' | ').length))).toEqual(new Set([9]));
  });

  it('tells the work that each part of the default configuration makes', () => {
    const { rows } = JSON.parse(run(['--ablation', '--data', folder, '--json'])).ablation[0];
    const table = new Map<string, AblationRow>(rows.map((row: AblationRow) => [row.en, row]));
    const whole = table.get('default')!;
    expect(whole).toMatchObject({ summary, ndcg10: null, p1: null });
    for (const part of ['chains signal off', 'lexicon words off as terms', 'unigrams off', 'bigrams off']) {
      // Whatever is left out leaves fewer numbers behind.
      expect(table.get(part)?.nonZerosPerRow, part).toBeLessThan(whole.nonZerosPerRow);
      expect(table.get(part)?.nonZerosPerQuery, part).toBeLessThan(whole.nonZerosPerQuery);
    }
    // The sample has no boilerplate.
    expect(table.get('boilerplate off')).toMatchObject({ ndcg10: { difference: 0, p: 1 } });
    expect(table.get('boilerplate off')?.nonZerosPerRow).toBe(whole.nonZerosPerRow);
  });

  it('explains itself', () => {
    for (const option of ['--data', '--tags', '--config', '--ablation', '--json']) {
      expect(run(['--help'])).toContain(option);
    }
  });

  it.each<[string[], string]>([
    [[], '--data, --tags: expected at least one of them'],
    [['--data', ''], '--data: expected a path'],
    [['--bogus'], "Unknown option '--bogus'"],
    [['--tags', 'x', '--ablation'], '--ablation: expected --data with it'],
    [['--tags', 'x', '--config', 'c'], '--config: expected --data with it'],
    [['--data', 'x', '--config', 'c', '--ablation'], '--ablation: expected no --config with it'],
    [['--data', 'x', '--tags', 'y', '--ablation'], '--ablation: expected no --tags with it'],
    [['--data', 'x', '--per-query'], '--per-query: expected --json with it'],
  ])('refuses %j', (args, message) => {
    expect(() => run(args)).toThrow(message);
  });

  it('names the problems of all folders and files at once', () => {
    const bad = titlesFile([{ id: 't', title: 'x', codes: ['SY99'] }]);
    expect(() => run(['--data', 'no-such-folder', '--tags', bad])).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ place: 'no-such-folder' }),
          expect.objectContaining({ place: `${bad} line 1`, path: 'codes[0]', received: 'the text "SY99"' }),
        ],
      }),
    );
  });

  it.each<[string, string, string]>([
    ['{"ngram":{}}', 'ngram', 'expected one of fields, signals, maxDocumentShare, ngrams'],
    ['{"ngrams":{"unigrams":1}}', 'ngrams.unigrams', 'expected one of unigram'],
    ['{"ngrams":{"unigram":-1}}', 'ngrams.unigram', 'expected a number ≥ 0'],
    ['{"fields":[]}', 'fields', 'expected an object of weights'],
    ['{"signals":{"words":-1}}', 'signals.words', 'expected a number ≥ 0'],
    ['{"signals":{"text":1}}', 'signals.text', 'expected one of chains, modes, region, stage, characters'],
    ['[]', '', 'expected a JSON object'],
    ['{', '', 'expected a JSON object, received a syntax error'],
  ])('refuses the configuration %s', (content, path, message) => {
    const config = writeFile('config.json', content);
    expect(() => run(['--data', folder, '--config', config])).toThrow(
      `${path}: ${message}`.replace(/^: /, ''),
    );
  });
});
