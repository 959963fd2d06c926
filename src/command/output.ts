import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes to a stream no faster than it is read; a reader that goes away (`| head`) ends the program quietly. */
export class Output {
  private readonly stream: Writable;

  constructor(stream: Writable) {
    this.stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }

  /** Resolves when the stream takes more. */
  async write(text: string): Promise<void> {
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}
