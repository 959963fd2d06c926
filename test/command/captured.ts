import { Writable } from 'node:stream';
import { Output } from '../../src/command/output.ts';

/** How a program ended, and what it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs what a program runs, in this process: what is loaded is not loaded again. */
export async function captured(
  main: (output: Output, complain: (text: string) => void) => Promise<number>,
): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      stdout += text;
      done();
    },
  });
  const complain = (text: string) => {
    stderr += `${text}\n`;
  };
  const code = await main(new Output(stream), complain);
  return { code, stdout, stderr };
}
