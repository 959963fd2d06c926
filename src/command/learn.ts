import { readFile } from 'node:fs/promises';
import { type LearnedOptions, learn as learnFrom, parseLearned } from 'cuohe/learn';
import { fileError } from './errors.ts';
import { openFile, readAs } from './files.ts';
import type { Context } from './host.ts';
import { judgmentsOf } from './judgments.ts';
import { filesToWrite, writeWhole } from './written-files.ts';

/** `cuohe learn`: weights and levels of an office's own, from judgments of people; `match --learned` uses them. */

export async function learn(
  files: readonly [achievements: string, demands: string, judgments: string],
  { output: path }: { readonly output?: string },
  context: Context,
): Promise<void> {
  const { say, output, complain } = context;
  const [written] = await filesToWrite(path === undefined ? [] : [path], ['json'], files);
  const [achievementFile, demandFile, judgmentFile] = files;
  const achievements = (await readAs(await openFile(achievementFile, context), 'achievement', {}, context))
    .records;
  const demands = (await readAs(await openFile(demandFile, context), 'demand', {}, context)).records;
  const learned = learnFrom(judgmentsOf(await openFile(judgmentFile, context)), { achievements, demands });
  const text = `${JSON.stringify(learned, null, 2)}\n`;
  if (written === undefined) await output.write(text);
  else await writeWhole(written.path, text);
  const { report } = learned;
  complain(
    say(
      `由 ${report.pairs} 对评判学得，涉及 ${report.demands} 项需求`,
      `Learned from ${report.pairs} judged pairs of ${report.demands} demands`,
    ),
  );
  for (const warning of report.warnings) complain(warning);
}

/** What `cuohe learn` wrote. @throws Error naming the file. */
export async function learnedIn(file: string): Promise<LearnedOptions> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileError(file, error);
  });
  return parseLearned(text);
}
