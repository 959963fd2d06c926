import type { EngineRequest, EngineResponse, EngineTransport } from '../../src/opensearch/transport.ts';
import { bulk, type ItemFault } from './simulated/bulk.ts';
import { IndexState, type Kept, type View } from './simulated/index-state.ts';
import { readMapping, readSettings } from './simulated/mapping.ts';
import { type Json, list, object, Refusal, refused, single, Unknown } from './simulated/refusal.ts';
import { type SearchFaults, search, shardsOf } from './simulated/search.ts';

/**
 * A search engine in memory: it answers the requests of the library as OpenSearch 2.19 and Elasticsearch 7.17 do, rounds
 * as Lucene does, and refuses what it does not know, or what the library is not to ask.
 */
export type Flavour = 'opensearch' | 'elasticsearch' | 'elasticsearch-8';

export interface EngineOptions {
  /** Default `opensearch`. */
  readonly flavour?: Flavour;
  /** Whether every write is searched at once. Default false: after a refresh. */
  readonly isAlwaysFresh?: boolean;
  /** Limit of clauses. Default 1024. */
  readonly maxClauses?: number;
}

/** What goes wrong with one request. */
export interface Fault extends SearchFaults {
  /** Answers with this status, and does nothing. */
  readonly status?: number;
  /** Throws in place of answering, `before` or `after` it was done. */
  readonly lost?: 'before' | 'after';
  /** Of items of a bulk. */
  readonly item?: ItemFault;
  /** Is waited for: `before` or `after` the request is done. */
  readonly wait?: Promise<unknown>;
  readonly waits?: 'before' | 'after';
}

/** A transport, and what tests see and do behind it. */
export interface SimulatedEngine extends EngineTransport {
  /** Requests so far. */
  readonly requests: EngineRequest[];
  /** What was asked beyond the contract. Tests of the library expect it to be empty. */
  readonly unknown: string[];
  /** Decides on what goes wrong; asked before every request. */
  fault: ((request: EngineRequest, path: string) => Fault | undefined) | undefined;
  /** Names of indices. */
  readonly indices: string[];
  /** Points in time that are open. */
  readonly openPoints: number;
  /** Documents of an index, as they were written last. */
  documents(index: string): ReadonlyMap<string, Kept>;
  /** Indices behind an alias. */
  behind(alias: string): string[];
  /** The body that an index was made with. */
  bodyOf(index: string): Json;
  /** Writes past the library. */
  put(index: string, id: string, version: number, source: Json): void;
  /** Forgets at which version documents were deleted, as the engine does after a minute. */
  forgetDeleted(): void;
  /** Points in time are gone, as after their time. */
  closePoints(): void;
}

const NUMBERS = { opensearch: '2.19.6', elasticsearch: '7.17.29', 'elasticsearch-8': '8.19.6' } as const;
const COMMON = ['keyword', 'byte', 'short', 'integer', 'long', 'rank_features', 'nested', 'object'];

export function simulatedEngine(options: EngineOptions = {}): SimulatedEngine {
  const engine = new Engine(options);
  const requests: EngineRequest[] = [];
  const unknown: string[] = [];
  const transport = async (request: EngineRequest): Promise<EngineResponse> => {
    requests.push(request);
    request.signal?.throwIfAborted();
    const [path] = request.path.split('?') as [string];
    const fault = controls.fault?.(request, path) ?? {};
    if (fault.waits !== 'after') await fault.wait;
    request.signal?.throwIfAborted();
    if (fault.lost === 'before') throw new Error('connect ECONNREFUSED');
    const answer = fault.status
      ? refused(new Refusal(fault.status, 'injected_exception', 'injected'))
      : engine.answer(request, fault);
    const { error } = answer.body as {
      readonly error?: { readonly type?: string; readonly reason?: string };
    };
    if (error?.type === 'not_simulated') unknown.push(`${request.method} ${request.path}: ${error.reason}`);
    if (fault.waits === 'after') await fault.wait;
    request.signal?.throwIfAborted();
    if (fault.lost === 'after') throw new Error('socket hang up');
    // What a caller does with an answer does not reach what is kept.
    return { status: answer.status, body: JSON.parse(JSON.stringify(answer.body)) };
  };
  const controls = Object.assign(transport, {
    requests,
    unknown,
    fault: undefined as SimulatedEngine['fault'],
    documents: (index: string) => engine.find(index).documents,
    behind: (alias: string) => engine.behind(alias).map(({ name }) => name),
    bodyOf: (index: string) => engine.find(index).body,
    put: (index: string, id: string, version: number, source: Json) => {
      const state = engine.find(index);
      state.put(id, version, source);
      state.refresh();
    },
    forgetDeleted: () => {
      for (const index of engine.indices.values()) index.forgetDeleted();
    },
    closePoints: () => engine.points.clear(),
  });
  Object.defineProperty(controls, 'indices', { get: () => [...engine.indices.keys()] });
  Object.defineProperty(controls, 'openPoints', { get: () => engine.points.size });
  return controls as typeof controls & Pick<SimulatedEngine, 'indices' | 'openPoints'>;
}

type Parameters = Readonly<Record<string, string>>;

class Engine {
  readonly indices = new Map<string, IndexState>();
  readonly points = new Map<string, readonly View[]>();
  readonly #flavour: Flavour;
  readonly #isAlwaysFresh: boolean;
  readonly #maxClauses: number;
  #pointsOpened = 0;

  constructor({ flavour = 'opensearch', isAlwaysFresh = false, maxClauses = 1024 }: EngineOptions) {
    this.#flavour = flavour;
    this.#isAlwaysFresh = isAlwaysFresh;
    this.#maxClauses = maxClauses;
  }

  get #hasTypes(): boolean {
    return this.#flavour === 'elasticsearch';
  }

  answer(request: EngineRequest, fault: Fault): EngineResponse {
    try {
      return { status: 200, body: this.#route(request, fault) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error);
    }
  }

  /** The index of a name, or the one behind an alias. */
  find(name: string): IndexState {
    const found = this.resolve(name);
    if (found.length > 1)
      throw new Refusal(400, 'illegal_argument_exception', `no write index is defined for alias [${name}]`);
    return found[0]!;
  }

  behind(alias: string): IndexState[] {
    return [...this.indices.values()].filter(({ aliases }) => aliases.has(alias));
  }

  resolve(name: string): IndexState[] {
    const index = this.indices.get(name);
    const found = index ? [index] : this.behind(name);
    if (found.length === 0) throw new Refusal(404, 'index_not_found_exception', `no such index [${name}]`);
    return found;
  }

  #route({ method, path, body, type = 'json' }: EngineRequest, fault: Fault): Json {
    const [segments, parameters] = readPath(path);
    const expect = (...known: string[]) => object(parameters, 'parameters', known);
    const isLines = segments.at(-1) === '_bulk';
    if (body !== undefined && isLines !== (type === 'ndjson'))
      throw new Refusal(406, 'media_type_header_exception', `Content-Type of ${type}`);
    if (method === 'GET' && body !== undefined) throw new Unknown('a GET with a body');
    const json = body === undefined || isLines ? undefined : parsed(body);
    const [first, second, third] = segments;
    const route = `${method} ${segments.map((segment) => (segment.startsWith('_') ? segment : segment === 'point_in_time' || segment === 'settings' ? segment : '*')).join('/')}`;
    switch (route) {
      case 'GET ':
        expect();
        return this.#about();
      case 'PUT *':
        expect();
        return this.#create(first!, json);
      case 'DELETE *':
        expect();
        if (!this.indices.has(first!))
          throw new Refusal(404, 'index_not_found_exception', `no such index [${first}]`);
        this.indices.delete(first!);
        return { acknowledged: true };
      case 'GET _alias/*':
        expect();
        return this.#alias(second!);
      case 'POST _aliases':
        expect();
        return this.#aliases(json);
      case 'POST */_refresh':
        expect();
        for (const index of this.resolve(first!)) index.refresh();
        return { _shards: this.#shards(first!, fault) };
      case 'GET */_count':
        expect();
        return this.#count(first!, fault);
      case 'GET _cluster/settings':
        if (expect('include_defaults', 'flat_settings', 'filter_path').flat_settings !== 'true')
          throw new Unknown('settings that are not flat');
        return this.#settings(parameters);
      case 'POST _bulk':
        expect();
        return this.#bulk(body, fault);
      case 'POST */_search':
        expect('allow_partial_search_results');
        return search(json, {
          ...this.#searchContext(parameters, fault),
          views: this.resolve(first!).map(({ view }) => view),
        });
      case 'POST _search':
        expect('allow_partial_search_results');
        return this.#searchInPoint(json, parameters, fault);
      case 'POST */_search/point_in_time':
        if (this.#flavour !== 'opensearch' || third !== 'point_in_time') break;
        expect('keep_alive', 'allow_partial_pit_creation');
        return this.#openPoint(first!, parameters, fault);
      case 'POST */_pit':
        if (this.#flavour === 'opensearch') break;
        expect('keep_alive');
        return this.#openPoint(first!, parameters, fault);
      case 'DELETE _search/point_in_time':
        if (this.#flavour !== 'opensearch') break;
        expect();
        return {
          pits: list(object(json, 'body', ['pit_id']).pit_id, 'pit_id').map((id) => ({
            successful: this.points.delete(String(id)),
            pit_id: id,
          })),
        };
      case 'DELETE _pit':
        if (this.#flavour === 'opensearch') break;
        expect();
        return { succeeded: this.points.delete(String(object(json, 'body', ['id']).id)), num_freed: 1 };
    }
    throw new Unknown(`${method} ${path}`);
  }

  #about(): Json {
    const number = NUMBERS[this.#flavour];
    return {
      name: 'node-1',
      cluster_name: 'simulated',
      version: { number, ...(this.#flavour === 'opensearch' && { distribution: 'opensearch' }) },
      tagline: 'You Know, for Search',
    };
  }

  #create(name: string, json: unknown): Json {
    if (!/^[a-z0-9\u4e00-\u9fff][a-z0-9._\u4e00-\u9fff-]*$/.test(name) || Buffer.byteLength(name) > 255)
      throw new Refusal(400, 'invalid_index_name_exception', `Invalid index name [${name}]`);
    if (this.indices.has(name))
      throw new Refusal(400, 'resource_already_exists_exception', `index [${name}] already exists`);
    if (this.behind(name).length > 0)
      throw new Refusal(400, 'invalid_index_name_exception', `[${name}] already exists as alias`);
    const body = object(json, 'index', ['settings', 'mappings', 'aliases']);
    const isEight = this.#flavour === 'elasticsearch-8';
    const fields = readMapping(body.mappings, isEight ? [...COMMON, 'sparse_vector'] : COMMON);
    const state = new IndexState(name, body, fields, readSettings(body.settings), isEight);
    for (const alias of Object.keys(object(body.aliases ?? {}, 'aliases'))) state.aliases.add(alias);
    this.indices.set(name, state);
    return { acknowledged: true, shards_acknowledged: true, index: name };
  }

  #alias(alias: string): Json {
    const found = this.behind(alias);
    if (found.length === 0) throw new Refusal(404, 'aliases_not_found_exception', `alias [${alias}] missing`);
    return Object.fromEntries(found.map(({ name }) => [name, { aliases: { [alias]: {} } }]));
  }

  /** All of them, or none. */
  #aliases(json: unknown): Json {
    const actions = list(object(json, 'body', ['actions']).actions, 'actions').map((action) => {
      const [kind, body] = single(action, 'action');
      if (kind !== 'add' && kind !== 'remove') throw new Unknown(`the action [${kind}]`);
      const { index, alias, must_exist } = object(
        body,
        kind,
        kind === 'add' ? ['index', 'alias'] : ['index', 'alias', 'must_exist'],
      );
      const state = this.indices.get(String(index));
      if (state === undefined)
        throw new Refusal(404, 'index_not_found_exception', `no such index [${index}]`);
      if (kind === 'add' && this.indices.has(String(alias)))
        throw new Refusal(
          400,
          'invalid_alias_name_exception',
          `Invalid alias name [${alias}]: an index or data stream exists with the same name as the alias`,
        );
      if (kind === 'remove' && must_exist !== false && !state.aliases.has(String(alias)))
        throw new Refusal(404, 'aliases_not_found_exception', `aliases [${alias}] missing`);
      return { kind, state, alias: String(alias) };
    });
    for (const { kind, state, alias } of actions)
      if (kind === 'add') state.aliases.add(alias);
      else state.aliases.delete(alias);
    return { acknowledged: true };
  }

  #shards(name: string, { failedShards = [] }: Fault): Json {
    const total = this.resolve(name).reduce((sum, { shardCount }) => sum + shardCount, 0);
    return shardsOf(
      total,
      failedShards.filter((shard) => shard < total),
    );
  }

  #count(name: string, fault: Fault): Json {
    const shards = this.resolve(name).flatMap(({ view }) => view.shards);
    const count = shards.reduce(
      (sum, shard, i) => (fault.failedShards?.includes(i) ? sum : sum + shard.length),
      0,
    );
    return { count, _shards: this.#shards(name, fault) };
  }

  #settings({ include_defaults, filter_path }: Parameters): Json {
    // Names of flat settings are one part of a path, dots and all.
    if (filter_path !== undefined && filter_path !== '*.*max_clause_count')
      throw new Unknown('another filter_path');
    const own = { 'indices.query.bool.max_clause_count': String(this.#maxClauses) };
    // A setting of the cluster in the one, of the nodes in the other.
    const isSet = this.#flavour === 'opensearch' && this.#maxClauses !== 1024;
    const others = filter_path === undefined ? { 'node.attr.x': 'y' } : {};
    return {
      persistent: isSet ? own : {},
      transient: {},
      ...(include_defaults === 'true' && { defaults: { ...others, ...(isSet ? {} : own) } }),
    };
  }

  #bulk(body: string | undefined, fault: Fault): Json {
    const answer = bulk(body ?? '', {
      find: (name) => this.find(name),
      hasTypes: this.#hasTypes,
      fault: fault.item,
    });
    if (this.#isAlwaysFresh) for (const index of this.indices.values()) index.refresh();
    return answer;
  }

  #searchContext(
    { allow_partial_search_results }: Parameters,
    { failedShards, isTimedOut, isTerminatedEarly }: Fault,
  ) {
    return {
      maxClauses: this.#maxClauses,
      allowsPartial: allow_partial_search_results !== 'false',
      hasTypes: this.#hasTypes,
      ...(failedShards && { failedShards }),
      ...(isTimedOut && { isTimedOut }),
      ...(isTerminatedEarly && { isTerminatedEarly }),
    };
  }

  #searchInPoint(json: unknown, parameters: Parameters, fault: Fault): Json {
    const { pit } = object(json, 'search');
    if (pit === undefined) throw new Unknown('a search of everything');
    const { id, keep_alive } = object(pit, 'pit', ['id', 'keep_alive']);
    if (typeof keep_alive !== 'string') throw new Unknown('a point in time that is not kept alive');
    const views = this.points.get(String(id));
    if (views === undefined)
      throw new Refusal(404, 'search_context_missing_exception', 'No search context found');
    return search(json, {
      ...this.#searchContext(parameters, fault),
      views,
      point: { id: String(id), addsShardDoc: this.#flavour !== 'opensearch' },
    });
  }

  #openPoint(name: string, parameters: Parameters, fault: Fault): Json {
    if (!/^\d+[smh]$/.test(parameters.keep_alive ?? ''))
      throw new Refusal(400, 'action_request_validation_exception', '[keep_alive] is required');
    const failed = new Set(fault.failedShards);
    let shard = 0;
    const views = this.resolve(name).map(({ view }) => ({
      ...view,
      shards: view.shards.map((documents) => (failed.has(shard++) ? [] : documents)),
    }));
    const failures = [...failed].filter((position) => position < shard);
    const isWhole = this.#flavour !== 'opensearch' || parameters.allow_partial_pit_creation === 'false';
    if (failures.length > 0 && isWhole)
      throw new Refusal(503, 'search_phase_execution_exception', 'Partial shards failure');
    const id = `point-${++this.#pointsOpened}`;
    this.points.set(id, views);
    if (this.#flavour !== 'opensearch') return { id };
    return { pit_id: id, _shards: shardsOf(shard, failures), creation_time: 0 };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'parse_exception', 'the body is no JSON');
  }
}

function readPath(path: string): [segments: string[], Parameters] {
  const url = new URL(path, 'http://engine');
  if (!path.startsWith('/')) throw new Unknown(`the path ${path}`);
  const segments = url.pathname === '/' ? [] : url.pathname.slice(1).split('/').map(decodeURIComponent);
  if (segments.some((segment) => /[,*]/.test(segment))) throw new Unknown('several indices');
  return [segments, Object.fromEntries(url.searchParams)];
}
