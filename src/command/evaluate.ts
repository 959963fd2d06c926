import { evaluateRanking } from 'cuohe/evaluate';
import { openFile, readAs } from './files.ts';
import type { Context } from './host.ts';
import { judgmentsOf } from './judgments.ts';
import { tableText } from './table-text.ts';

/** `cuohe evaluate`: the order against judgments of people. */

export async function evaluate(
  [achievementFile, demandFile, judgmentFile]: readonly [string, string, string],
  { json }: { readonly json?: boolean },
  context: Context,
): Promise<void> {
  const { output, say } = context;
  const achievements = (await readAs(await openFile(achievementFile, context), 'achievement', {}, context))
    .records;
  const demands = (await readAs(await openFile(demandFile, context), 'demand', {}, context)).records;
  const judgments = judgmentsOf(await openFile(judgmentFile, context));
  const { summary } = evaluateRanking({ achievements, demands, judgments });
  if (json === true) {
    await output.write(`${JSON.stringify(summary, null, 2)}\n`);
    return;
  }
  const named: readonly (readonly [string, number | undefined])[] = [
    ['nDCG@10', summary.ndcg10],
    [say('首位正确率 P@1', 'P@1'), summary.p1],
    ['MRR', summary.mrr],
    ['recall@10', summary.recall10],
    ['MAP', summary.map],
    ['AUC', summary.auc],
  ];
  const table = {
    columns: [{ header: say('指标', 'measure') }, { header: say('值', 'value') }],
    rows: named.map(([name, value]) => [name, value === undefined ? '–' : value.toFixed(3)]),
  };
  const counts = say(
    `评了 ${summary.demands} 项需求、${summary.pairs} 对；相关指 2 较强、3 强`,
    `${summary.demands} demands and ${summary.pairs} pairs; relevant are grades 2 and 3`,
  );
  await output.write(`${[counts, ...tableText(table)].join('\n')}\n`);
}
