import type { Context } from 'hono';
import { Refused } from './refused.ts';

/** Largest JSON body, in bytes. */
export const MAX_JSON = 128 * 1024;
/** Largest file, in bytes. */
export const MAX_FILE = 32 * 1024 * 1024;

/** The JSON of a request. @throws Refused 400, 413, 415 */
export async function jsonBody(context: Context): Promise<unknown> {
  // A form of another site cannot send this type.
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Refused(415, '请求应是 application/json。', 'The request must be application/json.');
  }
  const text = new TextDecoder().decode(await bytesOf(context, MAX_JSON));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, '请求不是 JSON。', 'The request is no JSON.');
  }
}

/** The bytes of a file. @throws Refused 400, 413 */
export async function fileBody(context: Context): Promise<Uint8Array> {
  if (!/^application\/octet-stream\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Refused(
      415,
      '文件应以 application/octet-stream 发送。',
      'A file is sent as application/octet-stream.',
    );
  }
  const bytes = await bytesOf(context, MAX_FILE);
  if (bytes.length === 0) throw new Refused(400, '文件是空的。', 'The file is empty.');
  return bytes;
}

/** Reads a body up to a limit, and no further. */
async function bytesOf(context: Context, limit: number): Promise<Uint8Array> {
  const tooLarge = () => {
    const [zh, en] =
      limit >= 1e6 ? [`${limit >> 20} MB`, `${limit >> 20} MB`] : [`${limit} 字节`, `${limit} bytes`];
    return new Refused(413, `内容超过 ${zh}。`, `The content has more than ${en}.`);
  };
  if (Number(context.req.header('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = context.req.raw.body;
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
