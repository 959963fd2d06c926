/**
 * Splits a collection into shards that answer as one:
 *
 *     node shards.mjs achievements.jsonl FOLDER --shards 16
 *
 * A line of the file is a record as JSON. First each record is counted, and goes to the shard that its id falls into, so
 * that an id stands in one shard alone; then each shard becomes a saved index under the statistics of all. No more is in
 * memory than one shard. Where `shards.json` stands in the folder, all of it is there.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectStatistics, createMatcher, mergeStatistics, pruneStatistics, saveStatistics } from 'cuohe';
import { linesOf, objectsOf, write } from './lines.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shards: { type: 'string', default: '4' },
    // Terms of fewer records count as unseen.
    least: { type: 'string', default: '2' },
    side: { type: 'string', default: 'achievement' },
  },
});
const [file, folder] = positionals;
const { side } = values;
const count = Number(values.shards);
if (folder === undefined || !(Number.isInteger(count) && count > 0 && count <= 1000)) {
  console.error('usage: node shards.mjs RECORDS FOLDER [--shards 4] [--least 2] [--side achievement]');
  process.exit(2);
}

/** Merging as many at once keeps the pieces few. */
const MOST_PIECES = 16;

/** The rows of each shard as lines in a file of their own, and the statistics of all. */
async function split() {
  const parts = Array.from({ length: count }, (_, shard) => createWriteStream(rowsOf(shard)));
  let pieces = [];
  for await (const some of linesOf(createReadStream(file, { highWaterMark: 1 << 22 }))) {
    const records = objectsOf(some).map(({ number, value }) => {
      const id = String(value.id);
      if (!id.isWellFormed()) throw new Error(`line ${number}: an id with half a character`);
      return { id, value };
    });
    pieces.push(collectStatistics({ [`${side}s`]: records.map(({ value }) => value) }));
    if (pieces.length === MOST_PIECES) pieces = [mergeStatistics(...pieces)];
    for (const { id, value } of records) await write(parts[shardOf(id)], `${JSON.stringify(value)}\n`);
  }
  for (const part of parts) {
    part.end();
    await once(part, 'close');
  }
  const all = pieces.length > 0 ? mergeStatistics(...pieces) : collectStatistics({});
  // Last: what stands in one record of each piece stands in many of all.
  return pruneStatistics(all, { least: Number(values.least) });
}

const rowsOf = (shard) => join(folder, `shard-${shard}.jsonl`);
const shardOf = (id) => createHash('sha256').update(id).digest().readUInt32BE() % count;

async function build(shard, statistics) {
  const records = [];
  for await (const some of linesOf(createReadStream(rowsOf(shard))))
    for (const { value } of objectsOf(some)) records.push(value);
  // Of equal scores the first record wins: in the order of ids, that is the same in every shard and on one machine.
  records.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const name = `shard-${shard}.cuohe`;
  writeFileSync(join(folder, name), new Uint8Array(createMatcher(records, { statistics, side }).save()));
  rmSync(rowsOf(shard));
  return { name, records: records.length };
}

mkdirSync(folder, { recursive: true });
rmSync(join(folder, 'shards.json'), { force: true });
try {
  const statistics = await split();
  writeFileSync(join(folder, 'statistics.cuohe'), new Uint8Array(saveStatistics(statistics)));
  const shards = [];
  for (let shard = 0; shard < count; shard++) shards.push(await build(shard, statistics));
  const { version } = statistics;
  writeFileSync(join(folder, 'shards.json'), `${JSON.stringify({ side, version, shards }, null, 2)}\n`);
  console.log(`${statistics.count} records in ${count} shards under statistics ${version}`);
} catch (error) {
  console.error(`shards.mjs: ${error.message}`);
  process.exitCode = 2;
}
