import { SMALLEST } from './floats.ts';
import { type Json, object, Refusal, Unknown } from './refusal.ts';

/** A field of a mapping, by its whole path. */
export interface Field {
  readonly path: string;
  readonly type: string;
  readonly hasDocValues: boolean;
}

/** Fields by path. */
export type Fields = ReadonlyMap<string, Field>;

/** A document as it is searched; of each nested one its own. */
export interface Indexed {
  readonly values: Map<string, (string | number)[]>;
  readonly features: Map<string, Map<string, number>>;
  readonly nested: Map<string, Indexed[]>;
}

const INTEGERS: Readonly<Record<string, bigint>> = {
  byte: 127n,
  short: 32767n,
  integer: 2147483647n,
  long: 9223372036854775807n,
};
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  keyword: ['type', 'doc_values', 'index', 'ignore_above'],
  byte: ['type', 'doc_values', 'index'],
  short: ['type', 'doc_values', 'index'],
  integer: ['type', 'doc_values', 'index'],
  long: ['type', 'doc_values', 'index'],
  rank_features: ['type'],
  sparse_vector: ['type'],
  nested: ['type', 'properties', 'dynamic'],
  object: ['type', 'enabled'],
};

/** The fields of a mapping; only strict ones are known. */
export function readMapping(given: unknown, types: readonly string[]): Fields {
  const { dynamic, properties } = object(given, 'mappings', ['dynamic', 'properties', '_meta']);
  if (dynamic !== 'strict') throw new Unknown(`[mappings] with dynamic ${String(dynamic)}`);
  const fields = new Map<string, Field>();
  const read = (given: unknown, prefix: string) => {
    for (const [name, value] of Object.entries(object(given, 'properties'))) {
      if (name === '' || name.includes('.')) throw new Unknown(`the field [${name}]`);
      const field = object(value, name);
      const type = String(field.type ?? 'object');
      if (PARAMETERS[type] === undefined || !types.includes(type))
        throw new Refusal(400, 'mapper_parsing_exception', `No handler for type [${type}] on [${name}]`);
      object(field, name, PARAMETERS[type]);
      if (type === 'object' && field.enabled !== false) throw new Unknown(`[${name}] as an object`);
      if (field.index === false) throw new Unknown(`[${name}] that is not indexed`);
      const path = `${prefix}${name}`;
      fields.set(path, { path, type, hasDocValues: field.doc_values !== false });
      if (type === 'nested') read(field.properties, `${path}.`);
    }
  };
  read(properties, '');
  return fields;
}

const bytes = (text: string) => Buffer.byteLength(text);
const bad = (path: string, reason: string) =>
  new Refusal(400, 'mapper_parsing_exception', `failed to parse field [${path}]: ${reason}`);

/** A document as the mapping has it. */
export function readDocument(fields: Fields, source: Json, refusesDots: boolean, prefix = ''): Indexed {
  const read: Indexed = { values: new Map(), features: new Map(), nested: new Map() };
  for (const [name, value] of Object.entries(source)) {
    const path = `${prefix}${name}`;
    const field = fields.get(path);
    if (field === undefined)
      throw new Refusal(
        400,
        'strict_dynamic_mapping_exception',
        `mapping set to strict, dynamic introduction of [${name}] within [${prefix || '_doc'}] is not allowed`,
      );
    if (value === null || field.type === 'object') continue;
    if (field.type === 'nested') {
      const all = (Array.isArray(value) ? value : [value]).map((one) => object(one, path));
      read.nested.set(
        path,
        all.map((one) => readDocument(fields, one, refusesDots, `${path}.`)),
      );
    } else if (field.type === 'rank_features' || field.type === 'sparse_vector')
      read.features.set(path, features(path, value, refusesDots));
    else
      read.values.set(
        path,
        (Array.isArray(value) ? value : [value]).map((one) => scalar(field, one)),
      );
  }
  return read;
}

function scalar({ path, type }: Field, value: unknown): string | number {
  if (type === 'keyword') {
    if (typeof value === 'object') throw bad(path, 'not a text');
    const text = String(value);
    // The engine calls it an immense term.
    if (bytes(text) > 32766)
      throw new Refusal(400, 'illegal_argument_exception', `immense term in [${path}]`);
    return text;
  }
  const most = INTEGERS[type]!;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw bad(path, `${String(value)} is no ${type}`);
  if (BigInt(value) > most || BigInt(value) < -most - 1n) throw bad(path, `${value} is out of range`);
  return value;
}

function features(path: string, given: unknown, refusesDots: boolean): Map<string, number> {
  const read = new Map<string, number>();
  for (const [name, value] of Object.entries(object(given, path))) {
    if (typeof value !== 'number') throw bad(path, `the weight of [${name}] is no number`);
    const weight = Math.fround(value);
    if (!(weight >= SMALLEST) || !Number.isFinite(weight))
      throw bad(path, `featureValue must be a positive normal float, got: ${value} for feature ${name}`);
    if (bytes(name) > 32766) throw bad(path, 'immense term');
    if (refusesDots && name.includes('.')) throw bad(path, `do not support dots in feature names: [${name}]`);
    read.set(name, weight);
  }
  return read;
}

/** Settings of an index, as they may be given. */
export function readSettings(given: unknown): { readonly shards: number; readonly remembers: boolean } {
  const KNOWN = ['number_of_shards', 'number_of_replicas', 'refresh_interval', 'gc_deletes'];
  const outer = object(given ?? {}, 'settings', [...KNOWN, ...KNOWN.map((key) => `index.${key}`), 'index']);
  const inner = object(outer.index ?? {}, 'settings.index', KNOWN);
  const setting = (key: string) => outer[key] ?? outer[`index.${key}`] ?? inner[key];
  const shards = Number(setting('number_of_shards') ?? 1);
  if (!Number.isInteger(shards) || shards < 1)
    throw new Refusal(400, 'illegal_argument_exception', `number_of_shards ${shards}`);
  return { shards, remembers: /^\d+[hd]$/.test(String(setting('gc_deletes'))) };
}
