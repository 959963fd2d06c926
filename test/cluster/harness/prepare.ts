/** Gets the jars of all engines: what the tests would do first, ahead of time. */
import { ENGINES, prepareEngine } from './engine.ts';

for (const name of ENGINES) {
  await prepareEngine(name);
  console.log(`${name}: ready`);
}
