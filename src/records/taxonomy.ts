import * as z from 'zod/mini';
import { InputError, type InputIssue } from './errors.ts';
import { toInputIssues } from './issues.ts';

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

const codes = z.optional(z.array(z.string()));
const chainSchema = z.looseObject({
  code: z.string().check(z.minLength(1)),
  nameZh: z.string().check(z.minLength(1)),
  nameEn: z.string(),
  advancedManufacturing: z.optional(z.boolean()),
  horizontal: z.optional(z.boolean()),
  aliases: z.optional(z.array(z.string())),
  terms: z.array(z.string().check(z.minLength(1))),
  confusable: z.optional(z.array(z.string())),
  upstream: codes,
  downstream: codes,
  parent: z.optional(z.string()),
  evidence: z.optional(z.string()),
});

/**
 * Checks a taxonomy of any number of chains, flat or a tree.
 * @throws InputError `INVALID_TAXONOMY` naming every bad chain: shape, repeated codes, unknown relations, cycles.
 */
export function defineTaxonomy(name: string, chains: readonly Chain[]): Taxonomy {
  const issues: InputIssue[] = [];
  const byCode = new Map<string, Chain>();
  const add = (index: number, id: string | undefined, path: string, expected: string, received: string) =>
    issues.push({ index, ...(id === undefined ? {} : { id }), path, expected, received });
  if (!Array.isArray(chains)) {
    throw new InputError('INVALID_TAXONOMY', `Bad taxonomy "${name}"`, [
      { index: -1, path: '', expected: 'an array of chains', received: typeof chains },
    ]);
  }
  chains.forEach((chain: Chain, index) => {
    const result = chainSchema.safeParse(chain);
    if (!result.success) issues.push(...toInputIssues(result.error.issues, chain, index));
    else if (byCode.has(chain.code))
      add(index, chain.code, 'code', 'a code not used before', `"${chain.code}" again`);
    else byCode.set(chain.code, chain);
  });
  if (issues.length === 0) {
    chains.forEach((chain, index) => {
      for (const path of ['upstream', 'downstream'] as const) {
        for (const code of chain[path] ?? []) {
          if (!byCode.has(code)) add(index, chain.code, path, 'codes of this taxonomy', `"${code}"`);
        }
      }
      if (chain.parent !== undefined && !byCode.has(chain.parent)) {
        add(index, chain.code, 'parent', 'a code of this taxonomy', `"${chain.parent}"`);
      } else if (inCycle(chain, byCode)) {
        add(index, chain.code, 'parent', 'a tree', 'a cycle of parents');
      }
    });
  }
  if (issues.length > 0) throw new InputError('INVALID_TAXONOMY', `Bad taxonomy "${name}"`, issues);
  return { name, chains };
}

function inCycle(chain: Chain, byCode: ReadonlyMap<string, Chain>): boolean {
  const seen = new Set<string>([chain.code]);
  for (let code = chain.parent; code !== undefined; code = byCode.get(code)?.parent) {
    if (seen.has(code)) return code === chain.code;
    seen.add(code);
  }
  return false;
}
