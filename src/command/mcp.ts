import type { Context } from './host.ts';
import { openFolder } from './stores.ts';

/** `cuohe mcp`: an index in a folder as tools of an agent, over stdin and stdout. */

export async function mcp(
  [achievementFolder, demandFolder]: readonly [string, string | undefined],
  { asOf }: { readonly asOf?: string },
  context: Context,
): Promise<void> {
  const { language, say, streams, signal } = context;
  const { createMcpServer, serveMcp } = await import('cuohe/mcp');
  const { matcher } = await openFolder(achievementFolder, context);
  if (matcher.side === 'demand') {
    throw new Error(
      say(
        `${achievementFolder} 是需求索引，先给出成果索引`,
        `${achievementFolder} holds demands: name achievements first`,
      ),
    );
  }
  const demands = demandFolder === undefined ? undefined : (await openFolder(demandFolder, context)).matcher;
  const server = await createMcpServer({
    achievements: matcher,
    language,
    ...(demands === undefined ? {} : { demands }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  signal.addEventListener('abort', () => void server.close(), { once: true });
  await serveMcp(server, streams.input, streams.output);
}
