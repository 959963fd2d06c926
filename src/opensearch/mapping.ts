import { Issues } from '../base/issues.ts';
import { expectKeys } from '../base/options.ts';

/** All of {@link Dialect}. */
const DIALECTS = ['rank-features', 'sparse-vector'] as const;
/**
 * How the engine keeps rows: as `rank_features`, which OpenSearch and Elasticsearch from 7.13 on have, or as `sparse_vector`
 * of Elasticsearch from 8.15 on, which has not been tried on a server.
 */
export type Dialect = (typeof DIALECTS)[number];

/** How an index of the engine is made. */
export interface MappingOptions {
  /** Primary shards, from 1. Default 1. */
  readonly shards?: number;
  /** Copies of each shard beside it, from 0. Default 1: one node may be lost. */
  readonly replicas?: number;
  /** Default `rank-features`. */
  readonly dialect?: Dialect;
}

/** The body of the request that makes an index: `PUT /name`. */
export interface IndexBody {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly mappings: Readonly<Record<string, unknown>>;
}

const MAPPING_KEYS = ['shards', 'replicas', 'dialect'] as const satisfies readonly (keyof MappingOptions)[];

const KEYWORD = { type: 'keyword' };

/**
 * How long the engine knows at which revision a document was removed. By default that is a minute, after which an older state
 * that is only now written, being repeated or copied, would bring it back.
 */
const KNOWS_REMOVED = '1d';

/**
 * What an index must be like that holds documents of {@link toDocument}.
 * @throws InputError `INVALID_OPTIONS` naming every bad option.
 */
export function mapping(options: MappingOptions = {}): IndexBody {
  const issues = new Issues();
  expectMapping(issues, options);
  issues.throwAsOptions();
  const { shards = 1, replicas = 1, dialect = 'rank-features' } = options;
  const row = { type: dialect === 'sparse-vector' ? 'sparse_vector' : 'rank_features' };
  return {
    settings: { number_of_shards: shards, number_of_replicas: replicas, gc_deletes: KNOWS_REMOVED },
    mappings: {
      // A document of another form is refused, not indexed by halves.
      dynamic: 'strict',
      properties: {
        v: KEYWORD,
        id: KEYWORD,
        revision: { type: 'long' },
        kind: KEYWORD,
        secrecy: { type: 'byte' },
        lastDay: { type: 'integer' },
        regions: KEYWORD,
        chains: KEYWORD,
        stage: KEYWORD,
        states: { type: 'byte' },
        row,
        needs: { type: 'nested', dynamic: 'strict', properties: { row } },
        record: { type: 'object', enabled: false },
      },
    },
  };
}

/** Notes what is wrong with the options of a mapping. @param others names of further options. */
export function expectMapping(issues: Issues, options: MappingOptions, others: readonly string[] = []): void {
  if (!expectKeys(issues, options, [...MAPPING_KEYS, ...others])) return;
  const { shards, replicas, dialect } = options;
  const isCount = (value: unknown, least: number) =>
    value === undefined || (Number.isInteger(value) && (value as number) >= least);
  issues.expect(isCount(shards, 1), 'shards', 'a whole number ≥ 1', shards);
  issues.expect(isCount(replicas, 0), 'replicas', 'a whole number ≥ 0', replicas);
  expectDialect(issues, dialect);
}

/** Notes a dialect that nobody knows. */
export function expectDialect(issues: Issues, dialect: unknown): void {
  const known: readonly unknown[] = DIALECTS;
  const isKnown = dialect === undefined || known.includes(dialect);
  issues.expect(isKnown, 'dialect', `one of ${DIALECTS.join(', ')}`, dialect);
}
