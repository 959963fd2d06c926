import type { IndexState } from './index-state.ts';
import { errorOf, type Json, object, Refusal, single, Unknown } from './refusal.ts';

/** Status that an item of a bulk gets in place of being done; nothing for what is done. */
export type ItemFault = (item: {
  readonly id: string;
  readonly position: number;
  readonly version: number;
}) => number | undefined;

export interface BulkContext {
  readonly find: (name: string) => IndexState;
  readonly hasTypes: boolean;
  readonly fault: ItemFault | undefined;
}

/** Does the lines of a bulk, one after the other. */
export function bulk(body: string, context: BulkContext): Json {
  if (!body.endsWith('\n'))
    throw new Refusal(
      400,
      'illegal_argument_exception',
      'The bulk request must be terminated by a newline [\\n]',
    );
  const lines = body.slice(0, -1).split('\n');
  const items: Json[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [action, meta] = single(JSON.parse(lines[i]!), 'action');
    if (action !== 'index' && action !== 'delete') throw new Unknown(`the action [${action}]`);
    const { _index, _id, version, version_type } = object(meta, action, [
      '_index',
      '_id',
      'version',
      'version_type',
    ]);
    if (typeof _index !== 'string' || typeof _id !== 'string')
      throw new Unknown('an action without index and id');
    if (version_type !== 'external') throw new Unknown(`version_type ${String(version_type)}`);
    // One such id, and nothing of the body is done.
    if (_id === '' || Buffer.byteLength(_id) > 512)
      throw new Refusal(400, 'action_request_validation_exception', 'id is to have 1 to 512 bytes');
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0)
      throw new Refusal(
        400,
        'action_request_validation_exception',
        `illegal version value [${String(version)}]`,
      );
    let source: Json = {};
    if (action === 'index') {
      const line = lines[++i];
      if (line === undefined) throw new Refusal(400, 'illegal_argument_exception', 'no source');
      source = object(JSON.parse(line), 'source');
    }
    const said = { _index, ...(context.hasTypes && { _type: '_doc' }), _id };
    const faulty = context.fault?.({ id: _id, position: items.length, version });
    try {
      if (faulty !== undefined) throw new Refusal(faulty, FAULTS[faulty] ?? 'exception', 'injected');
      const index = context.find(_index);
      const result = action === 'index' ? index.put(_id, version, source) : index.delete(_id, version);
      const status = result === 'created' ? 201 : result === 'not_found' ? 404 : 200;
      items.push({ [action]: { ...said, _index: index.name, _version: version, result, status } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { root_cause, ...reason } = errorOf(error.type, error.message);
      items.push({ [action]: { ...said, status: error.status, error: reason } });
    }
  }
  const errors = items.some((item) => 'error' in (Object.values(item)[0] as Json));
  return { took: 1, errors, items };
}

const FAULTS: Readonly<Record<number, string>> = {
  429: 'rejected_execution_exception',
  500: 'node_not_connected_exception',
  503: 'unavailable_shards_exception',
};
