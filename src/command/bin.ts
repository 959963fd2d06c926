/**
 * The program `cuohe`: what an office does with two workbooks, from a terminal. A host of the library like any other.
 * Begin: `main.ts` runs it, `program.ts` says what it understands; each subcommand is a file of its name.
 * Order: Node; uses the library by its published names alone, and nothing uses it.
 */

import { buffer } from 'node:stream/consumers';
import { main } from './main.ts';
import { Output } from './output.ts';

const stop = new AbortController();
// Once: a second Ctrl-C ends the process at once, as without this handler.
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

process.exitCode = await main(process.argv.slice(2), {
  output: new Output(process.stdout),
  complain: console.error,
  signal: stop.signal,
  stdin: () => buffer(process.stdin),
  streams: { input: process.stdin, output: process.stdout },
  env: process.env,
});
