import { createMatcher } from 'cuohe';
import { createMcpServer, serveMcp } from 'cuohe/mcp';
import { expect, it, vi } from 'vitest';

const absent = vi.hoisted(() => () => {
  throw Object.assign(new Error("Cannot find package '@modelcontextprotocol/sdk'"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
});
vi.mock('@modelcontextprotocol/sdk/server/index.js', absent);
vi.mock('@modelcontextprotocol/sdk/server/stdio.js', absent);

it.each([
  ['making a server', () => createMcpServer({ achievements: createMatcher([]) })],
  ['answering over streams', () => serveMcp({} as never, {} as never, {})],
])('says what to install where the package is absent: %s', async (_, run) => {
  const error = await run().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'CuoheError', code: 'MISSING_PACKAGE', cause: expect.any(Error) });
  expect(String(error)).toContain('npm install @modelcontextprotocol/sdk@1');
});
