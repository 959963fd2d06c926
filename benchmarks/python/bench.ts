import { currentLoad, describeMachine, versionsOf } from '../harness/machine.ts';
import type { Arguments } from '../speed/arguments.ts';
import { BUILD_CASES, measureTexts } from '../speed/parts/texts.ts';
import { measureVectors } from '../speed/parts/vectors.ts';
import { summaryOf } from '../speed/report/summary.ts';
import type { Report, VectorResult } from '../speed/report/types.ts';
import { openSession } from '../speed/session.ts';
import { pythonEnvironment } from './environment.ts';
import { pythonRivals, startPython } from './rivals.ts';

/** The benchmark beside Python packages. @param say is told what comes next. */
export async function benchPython(options: Arguments, say: (text: string) => void): Promise<Report> {
  const load = currentLoad();
  const python = pythonEnvironment(say);
  const session = openSession(options);
  const rivals = pythonRivals(python);
  const vectors: VectorResult[] = [];
  for (const size of session.sizes) {
    say(`vectors of ${size} records`);
    const { folder, head } = session.collection(size);
    vectors.push(await measureVectors(folder, head, rivals, session.limit, options.rounds));
  }
  say('texts');
  const sklearn = {
    name: 'scikit-learn',
    build: 'build',
    searches: false,
    note: "TfidfVectorizer(analyzer='char', ngram_range=(1, 2)).fit_transform",
    start: (folder: string) => startPython(python, 'scikit-learn', folder),
  };
  const { versions, ...texts } = await measureTexts(
    session.texts,
    () => BUILD_CASES,
    [sklearn],
    options.rounds,
  );
  return {
    command: 'bench:python',
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(load, session.limit?.compiler),
    versions: { ...versionsOf([]), ...versions },
    data: session.data,
    sizes: session.sizes,
    rounds: options.rounds,
    ...summaryOf(vectors, texts, null, null),
    vectors,
    texts,
    memoryRows: null,
    growthRows: null,
  };
}
