import { describe, expect, it } from 'vitest';
import { placeParts, placeWords } from '../../../src/core/terms/word-pieces.ts';

describe('placing the pieces of a segmenter', () => {
  it('follows pieces that make up the text, also where one stood earlier across a border', () => {
    expect(placeWords('中科研究研究', ['中科研', '究', '研究'])).toEqual([
      { word: '中科研', start: 0, end: 3 },
      { word: '究', start: 3, end: 4 },
      { word: '研究', start: 4, end: 6 },
    ]);
  });

  it('looks ahead for a piece where the segmenter left something out, and drops what is not there', () => {
    expect(placeWords('涂 层技术', ['涂', '层', '\ufffd', '', '技术'])).toEqual([
      { word: '涂', start: 0, end: 1 },
      { word: '层', start: 2, end: 3 },
      { word: '技术', start: 3, end: 5 },
    ]);
  });

  it('places parts inside of the word that follows them, repeated ones one after the other', () => {
    const words = placeWords('试试试试看研究', ['试试试试看', '研究']);
    expect(placeParts(words, ['试试', '试试', '试看', '试试试试看', '研究'])).toEqual([
      { word: '试试', start: 0, end: 2 },
      { word: '试试', start: 1, end: 3 },
      { word: '试看', start: 3, end: 5 },
      { word: '试试试试看', start: 0, end: 5 },
      { word: '研究', start: 5, end: 7 },
    ]);
  });

  it('keeps the words where the parts do not fit them', () => {
    const words = placeWords('燃气轮机', ['燃气', '轮机']);
    expect(placeParts(words, ['钢铁', ''])).toEqual(words);
  });
});
