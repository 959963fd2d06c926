import type { Readable, Writable } from 'node:stream';
import type { Language, Say } from './language.ts';
import type { Output } from './output.ts';

/** The process around the program. */
export interface Host {
  /** What was asked for: stdout. */
  readonly output: Output;
  /** Takes messages, a line or more at a time: stderr. */
  readonly complain: (text: string) => void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** All of stdin. */
  readonly stdin: () => Promise<Uint8Array>;
  /** What a conversation goes over, where stdin and stdout are one. */
  readonly streams: { readonly input: Readable; readonly output: Writable };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What every subcommand is handed. */
export interface Context extends Host {
  readonly language: Language;
  readonly say: Say;
}
