import type { JudgedSet } from '../../src/evaluate/judged.ts';
import { learn } from '../../src/learn/index.ts';
import { ablate, ablationJson, ablationMarkdown } from './ablation.ts';
import { type EvaluateOptions, readArguments, USAGE } from './arguments.ts';
import { readConfigFile } from './config-file.ts';
import { readAll } from './errors.ts';
import { toJson } from './json.ts';
import { readJudgedFolder } from './judged-folder.ts';
import { type Learned, measureData, measureLearned, measureTags, type Result } from './measure.ts';
import { toTables } from './tables.ts';
import { readTitlesFile } from './titles-file.ts';

/**
 * Runs the command and gives what it prints.
 * @throws InputError naming everything that is wrong with the arguments, or with the files that they name.
 */
export function run(args: readonly string[]): string {
  const options = readArguments(args);
  if (options === 'help') return USAGE;
  return options.ablation ? runAblation(options) : runMeasures(options);
}

/** What a file is read for. */
interface Step {
  readonly train?: JudgedSet;
  readonly measure?: (learned: Learned | undefined) => Result;
}

function runMeasures({ targets, config: configPath, learn: trainPath, json, perQuery }: EvaluateOptions) {
  const config = configPath === undefined ? undefined : readConfigFile(configPath);
  // All files are read before the first is measured: bad ones are told at once, and together.
  const steps = readAll<Step>([
    ...(trainPath === undefined ? [] : [() => ({ train: readJudgedFolder(trainPath) })]),
    ...targets.map(({ kind, path }) => (): Step => {
      if (kind === 'tags') {
        const titles = readTitlesFile(path);
        return { measure: () => measureTags(path, titles) };
      }
      const judged = readJudgedFolder(path);
      return {
        measure: (from) =>
          from === undefined ? measureData(path, judged, config) : measureLearned(path, judged, from),
      };
    }),
  ]);
  const train = steps[0]?.train;
  const learned = train && { path: trainPath ?? '', options: learn(train.judgments, train) };
  const results = steps.flatMap(({ measure }) => (measure === undefined ? [] : [measure(learned)]));
  return json ? toJson(results, perQuery) : toTables(results);
}

function runAblation({ targets, json }: EvaluateOptions): string {
  const sets = readAll(
    targets.map(({ path }) => () => ({ path, judged: readJudgedFolder(path) })),
  );
  const tables = sets.map(({ path, judged }) => ablate(path, judged));
  return json ? ablationJson(tables) : ablationMarkdown(tables);
}
