/**
 * Writes 20 records, one a request, through the client of OpenSearch: by its own helper, or by `writeAll`. It tells when
 * the helper's interval has passed since the second record was read, while the first is still under way.
 */
import { Client } from '@opensearch-project/opensearch';
import { writeAll } from 'cuohe/opensearch';
import { achievements, sampleWeigher } from '../world.ts';

/** Milliseconds; the helper's default is 30,000. */
const INTERVAL = 5;

const [node, how, index] = process.argv.slice(2) as [string, string, string];
const client = new Client({ node });

let read = 0;
async function* records() {
  for (const record of achievements.slice(0, 20)) {
    yield record;
    read++;
  }
}
/** Timers of one length end in the order in which they began, and the helper's has begun before this is called. */
const tellOfInterval = () => {
  if (read === 1) setTimeout(() => console.log('interval passed'), INTERVAL);
};

if (how === 'helper') {
  const { successful } = await client.helpers.bulk({
    datasource: records(),
    flushBytes: 1,
    concurrency: 1,
    flushInterval: INTERVAL,
    onDocument({ id }) {
      tellOfInterval();
      return { index: { _index: index, _id: id } };
    },
  });
  console.log(`ended: ${successful}`);
} else {
  const { written } = await writeAll(client, {
    index,
    weigher: sampleWeigher,
    put: records(),
    flushBytes: 1,
    concurrency: 1,
    revision() {
      tellOfInterval();
      return 1;
    },
  });
  console.log(`ended: ${written}`);
}
