import { ablate, ablationJson, ablationMarkdown } from './ablation.ts';
import { type EvaluateOptions, readArguments, USAGE } from './arguments.ts';
import { readConfigFile } from './config-file.ts';
import { readAll } from './errors.ts';
import { toJson } from './json.ts';
import { readJudgedFolder } from './judged-folder.ts';
import { measureData, measureTags } from './measure.ts';
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

function runMeasures({ targets, config: configPath, json, perQuery }: EvaluateOptions): string {
  const config = configPath === undefined ? undefined : readConfigFile(configPath);
  // All files are read before the first is measured: bad ones are told at once, and together.
  const measures = readAll(
    targets.map(({ kind, path }) => () => {
      if (kind === 'tags') {
        const titles = readTitlesFile(path);
        return () => measureTags(path, titles);
      }
      const judged = readJudgedFolder(path);
      return () => measureData(path, judged, config);
    }),
  );
  const results = measures.map((measure) => measure());
  return json ? toJson(results, perQuery) : toTables(results);
}

function runAblation({ targets, json }: EvaluateOptions): string {
  const sets = readAll(
    targets.map(({ path }) => () => ({ path, judged: readJudgedFolder(path) })),
  );
  const tables = sets.map(({ path, judged }) => ablate(path, judged));
  return json ? ablationJson(tables) : ablationMarkdown(tables);
}
