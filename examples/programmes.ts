/**
 * What an office would read of each programme, on the bundled sample.
 *
 *     npm run demo:programmes                          all of them, in Chinese
 *     npm run --silent demo:programmes -- --json       one JSON object, keyed by programme
 *     npm run demo:programmes -- --only brokers        one of them
 *     npm run demo:programmes -- --xlsx 业务.xlsx      and all their tables as one workbook; --csv FOLDER: as files
 */
import { Output } from '../src/command/output.ts';
import { main } from './programmes/main.ts';

process.exitCode = await main(process.argv.slice(2), new Output(process.stdout), console.error);
