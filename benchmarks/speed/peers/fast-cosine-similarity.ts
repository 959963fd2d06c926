import { cosineSimilarity } from 'fast-cosine-similarity';
import type { Vectors } from '../data/vectors.ts';
import { denseEngine } from './dense.ts';
import type { Engine } from './peer.ts';

export function open(vectors: Vectors): Engine {
  return denseEngine(vectors, cosineSimilarity);
}
