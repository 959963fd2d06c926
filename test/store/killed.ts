import { folderFiles } from 'cuohe/store/folder';
import { openTiny } from './world.ts';

/**
 * Changes a store until it is killed, and says of each change when it is stored. Change number n puts the record n % 5 with
 * n in its title, removes another, and every so often the store compacts meanwhile.
 */
const [path] = process.argv.slice(2) as [string];
const store = await openTiny(folderFiles(path), { compactAt: 9 });
const title = store.matcher.size > 0 ? store.matcher.parsed(store.matcher.size - 1).title : '';
const last = Number(/钢 (\d+)$/.exec(title)?.[1] ?? 0);
process.stdout.write('open\n');
for (let n = last + 1; ; n++) {
  await store.update({
    put: [{ id: `K${n % 5}`, title: `钢 ${n}` }],
    remove: [`K${(n + 2) % 5}`],
    missing: 'ignore',
  });
  process.stdout.write(`${n}\n`);
}
