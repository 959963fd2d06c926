import * as z from 'zod/mini';
import type { Taxonomy } from '../../core/records/taxonomy.ts';
import { partOf } from './check.ts';

/** What programmes read of a taxonomy, whose checks `defineTaxonomy` makes. */
export const TAXONOMY = partOf<Taxonomy>(
  z.looseObject({ chains: z.array(z.looseObject({ code: z.string() })) }),
);
