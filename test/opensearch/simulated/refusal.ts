import type { EngineResponse } from '../../../src/opensearch/transport.ts';

/** What the engine answers in place of doing what it was asked. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, reason: string) {
    super(reason);
    this.status = status;
    this.type = type;
  }
}

/** What the engine may well know, and the simulated one does not: a test, or the library, went beyond the contract. */
export class Unknown extends Refusal {
  constructor(what: string) {
    super(400, 'not_simulated', what);
  }
}

export function errorOf(type: string, reason: string): Record<string, unknown> {
  return { root_cause: [{ type, reason }], type, reason };
}

export function refused({ status, type, message }: Refusal): EngineResponse {
  return { status, body: { error: errorOf(type, message), status } };
}

export type Json = Readonly<Record<string, unknown>>;

/** An object, and no key but these. */
export function object(given: unknown, what: string, known?: readonly string[]): Json {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refusal(400, 'parsing_exception', `[${what}] is to be an object`);
  for (const key of Object.keys(given)) {
    if (known !== undefined && !known.includes(key)) throw new Unknown(`[${what}] with [${key}]`);
  }
  return given as Json;
}

/** An object of one key: the key and what it holds. */
export function single(given: unknown, what: string): [string, unknown] {
  const entries = Object.entries(object(given, what));
  if (entries.length !== 1) throw new Refusal(400, 'parsing_exception', `[${what}] is to have one key`);
  return entries[0]!;
}

export function list(given: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(given)) throw new Refusal(400, 'parsing_exception', `[${what}] is to be a list`);
  return given;
}
