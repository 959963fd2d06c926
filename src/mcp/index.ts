/**
 * `cuohe/mcp`: the library as tools of an agent, by the Model Context Protocol, with the optional package
 * `@modelcontextprotocol/sdk`.
 * Begin: `server.ts`; the tools are in `ranking-tools.ts` and `reading-tools.ts`.
 * Order: an optional package, which `sdk.ts` alone knows; a part of `io`, `charts` and `programmes`, which it asks.
 */

export type { McpOptions } from './holdings.ts';
export { createMcpServer, type McpServer, serveMcp } from './server.ts';
