/**
 * Answers demands by one shard of a collection:
 *
 *     node worker.mjs statistics.cuohe shard-0.cuohe '{"limit":10}' < demands.jsonl > answers.jsonl
 *
 * A line in, a demand as JSON with an id; a line out, `{ queryId, matches }`, in the same order. Options are those of
 * `matcher.match` that JSON can tell, but for `offset`, `total` and `counts`, which only a whole collection has; without
 * `explain`, matches have no reason. No more is in memory than the shard and some lines. What goes wrong is told in one
 * line, and ends the process with 2, so that the job of the batch engine fails.
 */
import { openMatcher, openStatistics } from 'cuohe';
import { bytesOf, linesOf, objectsOf, write } from './lines.mjs';

const OPTIONS = ['limit', 'minScore', 'kinds', 'filter', 'explain'];

/** What a result tells of a match: the score, to the bit, and what a list shows. */
function told({ id, score, level, probability, need, reason }, isExplained) {
  return {
    id,
    score,
    ...(level && { level: level.level, probability }),
    ...(need !== undefined && { need }),
    ...(isExplained && { reason }),
  };
}

/** What goes wrong with a file names it. */
function named(path, open) {
  try {
    return open();
  } catch (error) {
    throw new Error(`${path}: ${error.message}`);
  }
}

async function answer([statistics, shard, given = '{}'], input, output) {
  if (shard === undefined) throw new Error('usage: node worker.mjs STATISTICS SHARD [OPTIONS]');
  const options = JSON.parse(given);
  const other = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (other !== undefined) throw new Error(`option ${other}: expected one of ${OPTIONS.join(', ')}`);
  const background = named(statistics, () => openStatistics(bytesOf(statistics)));
  const matcher = named(shard, () => openMatcher(bytesOf(shard), { statistics: background }));
  const { explain = false } = options;
  for await (const some of linesOf(input)) {
    const demands = objectsOf(some);
    try {
      const values = demands.map(({ value }) => value);
      for await (const { queryId, matches } of matcher.matchAll(values, {
        ...options,
        explain,
        lean: true,
      })) {
        const line = { queryId, matches: matches.map((match) => told(match, explain)) };
        await write(output, `${JSON.stringify(line)}\n`);
      }
    } catch (error) {
      const [issue] = error.issues ?? [];
      const demand = error.code === 'INVALID_RECORDS' && demands[issue?.index];
      if (demand) throw new Error(`line ${demand.number}: ${error.message.split('\n')[1]?.trim()}`);
      throw error;
    }
  }
}

// Who reads is gone: nobody is left to tell.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));
answer(process.argv.slice(2), process.stdin, process.stdout).catch((error) => {
  console.error(`worker.mjs: ${error.message.split('\n').join(' ')}`);
  // Without waiting for the rest of the demands.
  process.exit(2);
});
