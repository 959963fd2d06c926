import { Issues } from '../base/issues.ts';
import { failedAnswer, jsonOf, requireOk } from './failures.ts';
import { askUntilAnswered, delayOf, isPassing, type Retrying } from './retry.ts';
import type { EngineRequest, Transport } from './transport.ts';
import { ask } from './transports.ts';

/** Names of the indices behind an alias; none if there is no such alias. */
async function behind(transport: Transport, alias: string, retrying: Retrying): Promise<string[]> {
  const request: EngineRequest = { method: 'GET', path: `/_alias/${encodeURIComponent(alias)}` };
  const response = await askUntilAnswered(transport, request, retrying);
  return response.status === 404 ? [] : Object.keys(requireOk(request, response));
}

/**
 * The index behind an alias; undefined if there is no such alias.
 * @throws InputError `INVALID_OPTIONS` where the name is that of an index, or several indices are behind it.
 */
export async function indexBehind(
  transport: Transport,
  alias: string,
  retrying: Retrying,
): Promise<string | undefined> {
  const names = await behind(transport, alias, retrying);
  const issues = new Issues();
  if (names.length > 1) issues.addText('alias', 'an alias of one index', `one of ${names.length}`);
  else if (names.length === 0) {
    const request: EngineRequest = { method: 'GET', path: `/${encodeURIComponent(alias)}/_count` };
    const response = await askUntilAnswered(transport, request, retrying);
    if (response.status !== 404) {
      requireOk(request, response);
      issues.addText('alias', 'an alias, which can be moved', 'the name of an index');
    }
  }
  issues.throwAsOptions();
  return names[0];
}

/**
 * Moves an alias from one index to another, all at once: nobody finds it at both, or at none.
 * @throws CuoheError `ENGINE_FAILED` where it is not moved, or that is not known; the signal's reason.
 */
export async function moveAlias(
  transport: Transport,
  alias: string,
  from: string | undefined,
  to: string,
  retrying: Retrying,
): Promise<void> {
  const { retries, wait, signal } = retrying;
  const remove = from === undefined ? [] : [{ remove: { index: from, alias, must_exist: true } }];
  const request: EngineRequest = {
    method: 'POST',
    path: '/_aliases',
    body: JSON.stringify({ actions: [...remove, { add: { index: to, alias } }] }),
    ...(signal && { signal }),
  };
  for (let repetition = 0; ; repetition++) {
    let failure: unknown;
    let mayRepeat = true;
    try {
      const response = await ask(transport, request);
      if (response.status < 400 && jsonOf(response.body).acknowledged === true) return;
      failure = failedAnswer(request, response);
      mayRepeat = isPassing(response.status);
    } catch (error) {
      signal?.throwIfAborted();
      failure = error;
    }
    // It may have been done, though no word of it came.
    const now = await behind(transport, alias, retrying);
    if (now.length === 1 && now[0] === to) return;
    if (now[0] !== from || !mayRepeat || repetition >= retries) throw failure;
    await wait(delayOf(repetition), signal);
  }
}
