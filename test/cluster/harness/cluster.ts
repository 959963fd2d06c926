import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EngineFiles, EngineName } from './engine.ts';
import { EngineNode } from './node.ts';

/** What the engine answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the engine says.
  readonly body: any;
}

/** Which nodes may found the cluster. */
const FOUNDERS: Readonly<Record<EngineName, string>> = {
  opensearch: 'cluster.initial_cluster_manager_nodes',
  elasticsearch: 'cluster.initial_master_nodes',
};

const SETTINGS = {
  'cluster.name': 'cuohe-test',
  'discovery.seed_providers': 'file',
  // They are bound to free ports, and can only then be told of each other.
  'discovery.initial_state_timeout': '0s',
  // The disk of a test machine is as full as it is.
  'cluster.routing.allocation.disk.threshold_enabled': 'false',
};

/** Between two looks at what a cluster says of itself. */
const PAUSE_MS = 50;

/** Nodes on this machine, in processes of their own. */
export class Cluster {
  readonly engine: EngineName;
  readonly nodes: readonly EngineNode[];
  readonly #folder: string;
  readonly #removeAtExit: () => void;

  private constructor(files: EngineFiles, count: number) {
    this.engine = files.name;
    this.#folder = mkdtempSync(join(tmpdir(), `cuohe-${files.name}-`));
    this.#removeAtExit = () => rmSync(this.#folder, { recursive: true, force: true });
    process.once('exit', this.#removeAtExit);
    const names = Array.from({ length: count }, (_, i) => `n${i + 1}`);
    const settings = { ...SETTINGS, [FOUNDERS[files.name]]: names.join() };
    this.nodes = names.map((name) => new EngineNode(files, name, join(this.#folder, name), settings));
  }

  /**
   * Starts a cluster, until all of its nodes have found each other.
   * @throws Error with the log of a node that ended meanwhile; nothing is left running.
   */
  static async start(files: EngineFiles, count = 3): Promise<Cluster> {
    const cluster = new Cluster(files, count);
    try {
      await Promise.all(cluster.nodes.map((node) => node.start()));
      const transports = cluster.nodes.map(({ bound }) => bound.transport);
      for (const node of cluster.nodes) node.seed(transports);
      await cluster.joined();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** Of the nodes, also of those that were killed. */
  get urls(): readonly string[] {
    return this.nodes.map(({ bound }) => `http://${bound.http}`);
  }

  /** Waits until as many nodes as run have found each other. */
  async joined(): Promise<void> {
    const running = this.nodes.filter(({ pid }) => pid !== undefined).length;
    for (const node of this.nodes.filter(({ pid }) => pid !== undefined)) {
      const { bound } = node;
      await node.whileRunning(
        this.until(async () => {
          const { status, body } = await askAt(`http://${bound.http}`, 'GET', '/_cluster/health');
          return status === 200 && body.number_of_nodes === running;
        }),
      );
    }
  }

  /** Waits until all copies of an index are where they should be. */
  async green(index: string): Promise<void> {
    await this.until(async () => {
      const { status, body } = await this.ask('GET', `/_cluster/health/${index}`);
      return status === 200 && body.status === 'green';
    });
  }

  /** Waits until something holds; a node that does not answer is asked again. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds().catch(() => false))) await setTimeout(PAUSE_MS);
  }

  /** Asks the first node that runs. A body is given as what becomes JSON, or as text that is it already. */
  ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const node = this.nodes.find(({ pid }) => pid !== undefined);
    if (node === undefined) throw new Error('no node runs');
    return node.whileRunning(askAt(`http://${node.bound.http}`, method, path, body));
  }

  /** Ends all nodes by their ids, and removes what they wrote. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    process.removeListener('exit', this.#removeAtExit);
    this.#removeAtExit();
  }
}

/** One request of HTTP to one node. */
export async function askAt(url: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const type = path.includes('_bulk') ? 'application/x-ndjson' : 'application/json';
  const response = await fetch(new URL(path, url), {
    method,
    ...(text !== undefined && { body: text, headers: { 'content-type': type } }),
  });
  const answered = await response.text();
  return { status: response.status, body: answered === '' ? undefined : JSON.parse(answered) };
}
