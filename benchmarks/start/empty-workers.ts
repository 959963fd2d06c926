/** Process: two workers that do nothing but answer. */
import { Worker } from 'node:worker_threads';
import { tellAndEnd } from './told.ts';

const script = `require('node:worker_threads').parentPort.postMessage('here')`;
const here = [1, 2].map(
  () => new Promise((resolve) => new Worker(script, { eval: true }).once('message', resolve)),
);
await Promise.all(here);
tellAndEnd();
