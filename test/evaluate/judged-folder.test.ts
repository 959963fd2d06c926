import { InputError } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { readJudgedFolder } from '../../benchmarks/evaluate/judged-folder.ts';
import { evaluateRanking } from '../../src/evaluate/ranking.ts';
import { lines, temporaryFolder } from './folders.ts';
import { SAMPLE } from './sample.ts';

const { writeFile, writeFolder } = temporaryFolder();

/** Problems as place (without the folder), path and what was received. */
function problemsOf(folder: string): (readonly [string, string, string])[] {
  try {
    readJudgedFolder(folder);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map(({ place, path, received }) => [
      (place ?? '').replace(folder, '').replace(/^[\\/]/, ''),
      path,
      received,
    ]);
  }
  return [];
}

describe('a judged folder', () => {
  it('is read as it was written', () => {
    const judged = readJudgedFolder(writeFolder());
    expect(judged.judgments).toEqual(SAMPLE.judgments);
    expect(evaluateRanking(judged)).toEqual(evaluateRanking(SAMPLE));
  });

  it('may have blank lines, line ends of Windows, and a judgment said twice', () => {
    const twice = lines([...SAMPLE.judgments, SAMPLE.judgments[0]]).replaceAll('\n', '\r\n\r\n');
    const judged = readJudgedFolder(writeFolder({ 'judgments.jsonl': twice }));
    expect(evaluateRanking(judged).summary).toEqual(evaluateRanking(SAMPLE).summary);
  });

  it('is refused if it is not there, or is a file', () => {
    const file = writeFile('x.jsonl', '{}');
    expect(problemsOf(`${file}-none`)).toEqual([['', '', 'nothing: there is no such folder']]);
    expect(problemsOf(file)).toEqual([['', '', 'a file']]);
  });

  it('is refused with every missing and empty file named', () => {
    const folder = writeFolder({
      'demands.jsonl': null,
      'achievements.jsonl': ' \n',
      'judgments.jsonl': null,
    });
    expect(problemsOf(folder)).toEqual([
      ['demands.jsonl', '', 'nothing: there is no such file'],
      ['achievements.jsonl', '', 'an empty file'],
      ['judgments.jsonl', '', 'nothing: there is no such file'],
    ]);
  });

  it('is refused with every bad line of all files named', () => {
    const folder = writeFolder({
      'demands.jsonl': `${lines(SAMPLE.demands)}{"id":"d5","title":5}\n`,
      'achievements.jsonl': `{"id":"a1"\n${lines(SAMPLE.achievements.slice(1))}`,
      'judgments.jsonl': `\n[]\n{oops\n`,
    });
    expect(problemsOf(folder)).toEqual([
      ['demands.jsonl line 5', 'title', 'number 5'],
      ['achievements.jsonl line 1', '', expect.stringContaining('{\\"id\\":\\"a1\\"')],
      ['judgments.jsonl line 3', '', expect.stringContaining('a syntax error')],
    ]);
  });

  it('is refused with every bad judgment named', () => {
    const judgments = [
      { demandId: 'd9', achievementId: 'a1', grade: 0 },
      { demandId: 'd1', achievementId: 'a9', grade: 0 },
      { demandId: 'd1', achievementId: 'a1', grade: 4 },
      { demandId: 'd1', achievementId: 'a2', grade: 1.5 },
      { demandId: 'd1', achievementId: 'a3', grade: '2' },
      { demandId: 'd2', achievementId: 'a1', grade: 1 },
      { demandId: 'd2', achievementId: 'a1', grade: 2 },
      { achievementId: 'a1', grade: 2 },
      7,
    ];
    expect(problemsOf(writeFolder({ 'judgments.jsonl': lines(judgments) }))).toEqual([
      ['judgments.jsonl line 1', 'demandId', 'the text "d9"'],
      ['judgments.jsonl line 2', 'achievementId', 'the text "a9"'],
      ['judgments.jsonl line 3', 'grade', 'number 4'],
      ['judgments.jsonl line 4', 'grade', 'number 1.5'],
      ['judgments.jsonl line 5', 'grade', 'the text "2"'],
      ['judgments.jsonl line 7', 'grade', expect.stringMatching(/^number 2 after number 1 in .*line 6$/)],
      ['judgments.jsonl line 8', 'demandId', 'nothing'],
      ['judgments.jsonl line 9', '', 'number 7'],
    ]);
  });

  it('is not blamed for ids that stand in a file that could not be read', () => {
    expect(problemsOf(writeFolder({ 'achievements.jsonl': null }))).toEqual([
      ['achievements.jsonl', '', 'nothing: there is no such file'],
    ]);
  });

  it('is refused for a repeated id', () => {
    const folder = writeFolder({ 'demands.jsonl': lines([...SAMPLE.demands, SAMPLE.demands[0]]) });
    expect(problemsOf(folder)).toEqual([['demands.jsonl line 5', 'id', expect.stringContaining('line 1')]]);
  });
});
