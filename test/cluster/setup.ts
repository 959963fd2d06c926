import type { TestProject } from 'vitest/node';
import { ENGINES, type EngineFiles, type EngineName, prepareEngine } from './harness/engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The engines that can be started; none where Java or Maven is missing. */
    engines: Partial<Record<EngineName, EngineFiles>>;
  }
}

/**
 * Gets the jars. Without Java, Maven or jars the tests are left out, and one line says why; where they must not be left
 * out, `CUOHE_CLUSTER=required`, that is an error.
 */
export default async function setup(project: TestProject): Promise<void> {
  const engines: Partial<Record<EngineName, EngineFiles>> = {};
  try {
    for (const name of ENGINES) engines[name] = await prepareEngine(name);
  } catch (error) {
    const why = `No search cluster here: ${(error as Error).message}`;
    if (process.env.CUOHE_CLUSTER === 'required') throw new Error(why);
    console.log(`${why}. Its tests are left out.`);
  }
  project.provide('engines', engines);
}
