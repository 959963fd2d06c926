/**
 * The bundled sample in a search cluster: made, asked, changed, and made anew with new statistics while it answers.
 *
 *     npx tsx examples/cluster.ts http://127.0.0.1:9200
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { collectStatistics, createWeigher, mergeStatistics, statisticsDrift } from 'cuohe';
import { readAchievements, readDemands } from 'cuohe/io';
import { fetchTransport, rollOver, search, type Transport, writeAll } from 'cuohe/opensearch';

const data = (name: string) => readFileSync(new URL(`./data/${name}`, import.meta.url));

export async function run(transport: Transport, alias = 'achievements', print = console.log): Promise<void> {
  const { records: achievements } = await readAchievements(data('achievements.jsonl'));
  const { records: demands } = await readDemands(data('demands.jsonl'));
  const demand = demands[0]!;

  // How rare words are: counted once, here over the first hundred records and the demands, and the same everywhere.
  const counted = collectStatistics({ achievements: achievements.slice(0, 100) });
  const statistics = mergeStatistics(counted, collectStatistics({ demands }));
  const weigher = createWeigher({ statistics });

  // A revision rises with every change of a record: a row version of the database, or its time of change.
  const made = await rollOver(transport, {
    alias,
    weigher,
    records: achievements,
    revision: 1,
    shards: 2,
    replicas: 1,
  });
  print(`${made.count} records in ${made.index}, asked for as ${alias}`);

  const ask = async (asked = weigher) => {
    const result = await search<(typeof achievements)[number]>(transport, {
      index: alias,
      weigher: asked,
      query: demand,
      limit: 3,
    });
    print(`${demand.title}: ${result.proven ? 'proven' : 'not proven'} of ${result.examined} candidates`);
    for (const { rank, id, score, reason, record } of result.matches)
      print(`${rank}. ${score.toFixed(3)} ${record.title} (${id})：${reason.zh}`);
    return result;
  };
  const [best] = (await ask()).matches;

  // The best one is withdrawn, and another one is new.
  const copy = { ...achievements.find(({ id }) => id === best!.id)!, id: 'NEW' };
  const changed = await writeAll(transport, {
    index: alias,
    weigher,
    put: [copy],
    remove: [best!.id],
    revision: 2,
  });
  print(`${changed.written} written, ${changed.removed} removed`);
  await ask();

  // New statistics are new weights: a new index takes the place of the old one, which answers until then.
  const fresh = mergeStatistics(collectStatistics({ achievements }), collectStatistics({ demands }));
  print(`statistics have moved by ${statisticsDrift(statistics, fresh).shift.toFixed(3)}`);
  const later = createWeigher({ statistics: fresh });
  const moved = await rollOver(transport, { alias, weigher: later });
  print(`${moved.count} records in ${moved.index}, in place of ${moved.previous.join()}`);
  await ask(later);
}

const isMain = pathToFileURL(process.argv[1] ?? '').href === import.meta.url;
if (isMain) await run(fetchTransport(process.argv.slice(2)));
