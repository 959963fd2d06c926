/** One request to a search engine. Every request of this library may be repeated: it then changes nothing more. */
export interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With the parameters of the query: `/achievements/_search?allow_partial_search_results=false`. */
  readonly path: string;
  /** JSON, or lines of JSON. */
  readonly body?: string;
  /** Of a body: `ndjson` for lines. Default `json`. */
  readonly type?: 'json' | 'ndjson';
  readonly signal?: AbortSignal;
}

/** What the engine answered, whatever its status. */
export interface EngineResponse {
  /** Status of HTTP. */
  readonly status: number;
  /** The parsed JSON. */
  readonly body: unknown;
}

/** What takes a request to the engine. It throws where no answer came; a bad status is an answer. */
export type EngineTransport = (request: EngineRequest) => Promise<EngineResponse>;

/** A client of `@opensearch-project/opensearch` or `@elastic/elasticsearch` (7 or 8), as far as it is used. */
export interface EngineClient {
  readonly transport: {
    /** Puts a request to the engine. */
    request(params: object, options?: object): PromiseLike<unknown>;
  };
}

/** Whatever a host has: a client, or a function. */
export type Transport = EngineTransport | EngineClient;
