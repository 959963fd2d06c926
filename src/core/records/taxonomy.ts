import * as z from 'zod/mini';
import { frozenCopy } from '../../base/frozen.ts';
import { Issues } from '../../base/issues.ts';
import { toInputIssues } from '../../base/zod-issues.ts';
import { parseIpcArea } from './ipc.ts';

/** One industry chain. */
export interface Chain {
  /** Unique code. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Whether the chain counts as advanced manufacturing; default false. */
  readonly advancedManufacturing?: boolean;
  /** A chain that enables the others (software, AI) and ranks behind an application chain; default false. */
  readonly horizontal?: boolean;
  /** Other names. */
  readonly aliases?: readonly string[];
  /** Terms that speak for this chain on their own. */
  readonly terms: readonly string[];
  /** Words that hold one of the terms and mean something else. */
  readonly confusable?: readonly string[];
  /**
   * Parts of the International Patent Classification that belong to this chain, each with how strongly a patent there
   * speaks for it: 3 settles it, 2 is strong, 1 is a hint. `H01M`, `H01M 8`, `C22C 5-32`, `H01L 21/02-21/30`, `C01-C07`;
   * of the parts of all chains the narrowest that holds a symbol speaks. Default: none.
   */
  readonly ipc?: Readonly<Record<string, 1 | 2 | 3>>;
  /** Codes of the chains that supply this one. */
  readonly upstream?: readonly string[];
  /** Codes of the chains that this one supplies. */
  readonly downstream?: readonly string[];
  /** Code of the parent chain in a tree. */
  readonly parent?: string;
  /** Where the chain's name comes from. */
  readonly evidence?: string;
}

/** A checked set of chains. */
export interface Taxonomy {
  readonly name: string;
  readonly chains: readonly Chain[];
}

const codeList = z.optional(z.array(z.string()));
const chainSchema = z.looseObject({
  code: z.string().check(z.minLength(1)),
  nameZh: z.string().check(z.minLength(1)),
  nameEn: z.string(),
  advancedManufacturing: z.optional(z.boolean()),
  horizontal: z.optional(z.boolean()),
  aliases: z.optional(z.array(z.string())),
  terms: z.array(z.string().check(z.minLength(1))),
  confusable: z.optional(z.array(z.string())),
  ipc: z.optional(z.record(z.string(), z.literal([1, 2, 3]))),
  upstream: codeList,
  downstream: codeList,
  parent: z.optional(z.string()),
  evidence: z.optional(z.string()),
});

/**
 * Checks a taxonomy of any number of chains, flat or a tree. What comes back is a frozen copy.
 * @throws InputError `INVALID_TAXONOMY` naming every bad chain: shape, repeated codes, parts of the
 * IPC, unknown relations, cycles.
 */
export function defineTaxonomy(name: string, chains: readonly Chain[]): Taxonomy {
  const what = `Bad taxonomy "${name}"`;
  const issues = new Issues();
  issues.expect(Array.isArray(chains), '', 'an array of chains', chains);
  issues.throwAs('INVALID_TAXONOMY', what);
  /** Chains of good shape; of a repeated code the first. */
  const byCode = new Map<string, Chain>();
  /** Codes of all chains, so that a chain of bad shape makes no second error of those that name it. */
  const codes = new Set(chains.map(readCode));
  const good: (readonly [index: number, chain: Chain])[] = [];
  // An index loop, because `forEach` would skip the holes of a sparse array.
  for (let index = 0; index < chains.length; index++) {
    const chain: Chain = chains[index]!;
    const result = chainSchema.safeParse(chain);
    if (!result.success) {
      const id = readCode(chain);
      const found = toInputIssues(result.error.issues, chain, index);
      issues.take(id === undefined ? found : found.map((issue) => ({ ...issue, id })));
    } else if (byCode.has(chain.code)) {
      issues.add('code', 'a code not used before', chain.code, { index, id: chain.code });
    } else {
      byCode.set(chain.code, chain);
      good.push([index, chain]);
    }
  }
  for (const [index, chain] of good) {
    const where = { index, id: chain.code };
    for (const path of ['upstream', 'downstream'] as const) {
      for (const code of chain[path] ?? []) {
        issues.expect(codes.has(code), path, 'codes of this taxonomy', code, where);
      }
    }
    for (const area of Object.keys(chain.ipc ?? {}))
      issues.expect(parseIpcArea(area) !== undefined, 'ipc', 'parts of the IPC', area, where);
    if (chain.parent !== undefined && !codes.has(chain.parent)) {
      issues.add('parent', 'a code of this taxonomy', chain.parent, where);
    } else if (inCycle(chain, byCode)) {
      issues.addText('parent', 'a tree', 'a cycle of parents', where);
    }
  }
  issues.throwAs('INVALID_TAXONOMY', what);
  return frozenCopy({ name, chains: [...chains] });
}

function readCode(chain: unknown): string | undefined {
  const code = typeof chain === 'object' && chain !== null ? (chain as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function inCycle(chain: Chain, byCode: ReadonlyMap<string, Chain>): boolean {
  const seen = new Set<string>([chain.code]);
  for (let code = chain.parent; code !== undefined; code = byCode.get(code)?.parent) {
    if (seen.has(code)) return code === chain.code;
    seen.add(code);
  }
  return false;
}
