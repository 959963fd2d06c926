import { expect, it } from 'vitest';
import { openPoint } from '../../src/opensearch/points.ts';
import { EngineSession } from '../../src/opensearch/session.ts';
import { engineWith } from './written.ts';

it.each(['opensearch', 'elasticsearch'] as const)(
  'a point in time of %s is opened for all shards, or not at all',
  async (flavour) => {
    const engine = await engineWith({ flavour });
    engine.fault = (_, path) => (/point_in_time$|_pit$/.test(path) ? { failedShards: [1] } : undefined);
    const session = new EngineSession(engine, 'a');
    const open = () => openPoint(engine, 'a', (request) => session.ask(request));
    await expect(open()).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
    expect(engine.openPoints).toBe(0);
    engine.fault = undefined;
    const point = await open();
    expect(engine.openPoints).toBe(1);
    await point.close();
    expect(engine.openPoints).toBe(0);
    expect(engine.unknown).toEqual([]);
  },
);
