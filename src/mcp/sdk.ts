import { missingPackage } from '../base/missing-package.ts';

/** The optional package `@modelcontextprotocol/sdk`: nothing but this file knows it. */

async function load<T>(imported: Promise<T>): Promise<T> {
  try {
    return await imported;
  } catch (cause) {
    throw missingPackage('@modelcontextprotocol/sdk', 'npm install @modelcontextprotocol/sdk@1', cause);
  }
}

/** Server and message types. @throws CuoheError `MISSING_PACKAGE` where the package is absent or does not load. */
export async function loadServer() {
  const [{ Server }, { CallToolRequestSchema, ListToolsRequestSchema }] = await load(
    Promise.all([
      import('@modelcontextprotocol/sdk/server/index.js'),
      import('@modelcontextprotocol/sdk/types.js'),
    ]),
  );
  return { Server, CallToolRequestSchema, ListToolsRequestSchema };
}

/** Messages over streams. @throws CuoheError `MISSING_PACKAGE` as {@link loadServer}. */
export async function loadStreams() {
  return load(import('@modelcontextprotocol/sdk/server/stdio.js'));
}
