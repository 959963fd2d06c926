import { describe, expect, it } from 'vitest';
import { run } from '../../benchmarks/evaluate/run.ts';
import { evaluateRanking } from '../../src/evaluate/ranking.ts';
import { learn } from '../../src/learn/index.ts';
import { world } from '../learn/world.ts';
import { lines, temporaryFolder } from './folders.ts';

const { writeFolder } = temporaryFolder();

const folderOf = ({ demands, achievements, judgments }: ReturnType<typeof world>) =>
  writeFolder({
    'demands.jsonl': lines(demands),
    'achievements.jsonl': lines(achievements),
    'judgments.jsonl': lines(judgments),
  });
const train = folderOf(world(8));
const other = world(5, 2);
const test = folderOf(other);

describe('the command evaluate --learn', () => {
  it('measures what it learned from one folder on another, and adds the level score', () => {
    const { levelScore, levels, ...measures } = JSON.parse(run(['--learn', train, '--data', test, '--json']));
    const { signals } = learn(world(8).judgments, world(8));
    expect(measures).toEqual(evaluateRanking(other, { signals }).summary);
    // A level for all of the two of each grade has a mean error of 1.
    expect(levelScore).toBeGreaterThan(0.7);
    expect(levelScore).toBeLessThanOrEqual(1);
    expect(levels).toMatchObject({ levelScore, precisionAtAll: 1 });
  });

  it('prints a table with what was learned for people', () => {
    const text = run(['--learn', train, '--data', test]);
    expect(text).toMatch(
      /^学习 Learned from .*: 64 对 pairs, 8 条需求 demands, 0 处矛盾 contradictory; \w+ 0\.\d{3}/m,
    );
    expect(text).toMatch(/^ {2}指标 measure +所学 learned$/m);
    expect(text).toMatch(/^ {2}level score 等级得分 +[01]\.\d{4}$/m);
  });

  it('is explained by --help', () => {
    expect(run(['--help'])).toContain('--learn FOLDER');
  });

  it.each<[string[], string]>([
    [['--learn', 'x', '--tags', 'y'], '--learn: expected --data with it'],
    [['--learn', '', '--data', 'y'], '--learn: expected a path'],
    [['--learn', 'x', '--data', 'y', '--config', 'z'], '--learn: expected no --config with it'],
    [['--learn', 'x', '--data', 'y', '--ablation'], '--learn: expected no --ablation with it'],
    [['--learn', 'no-such-folder', '--data', test], 'no-such-folder: expected a folder'],
  ])('refuses %j', (args, message) => {
    expect(() => run(args)).toThrow(message);
  });

  it('says that a folder holds too few judgments to learn from', () => {
    expect(() => run(['--learn', writeFolder(), '--data', test])).toThrow(
      'Too few judgments to learn from: 1 problem\n  judged pairs: expected at least 20, received 6',
    );
  });
});
