/*
 * The limit of this machine for the plain loop: add query weight x posting weight to the sums of one tile, list by list,
 * then look at the sums and clear them, in 32-bit floats. It knows lists alone: the columns of the WebAssembly kernel
 * may beat it.
 *
 *     limit FOLDER ROWS TERMS QUERIES TILE
 *
 * speaks the protocol of speed/children/protocol.ts with two cases: `scatter` adds and clears, `top` selects the ten
 * best as well, and tells them.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 256, LIMIT = 10 };

typedef struct { uint32_t next, end; float weight; } Cursor;
typedef struct { uint32_t row; float score; } Found;

static const char *folder;

static void fail(const char *what, const char *name) {
  fprintf(stderr, "%s: %s\n", what, name);
  exit(1);
}

static void *read_all(const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) fail("cannot open", path);
  fseek(file, 0, SEEK_END);
  const size_t size = (size_t)ftell(file);
  rewind(file);
  void *bytes = aligned_alloc(64, (size / 64 + 1) * 64);
  if (!bytes || fread(bytes, 1, size, file) != size) fail("cannot read", path);
  fclose(file);
  return bytes;
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

static uint32_t *run_offsets, *run_starts, *query_offsets, *query_ids;
static uint16_t *run_tiles, *run_lengths, *rows;
static float *weights, *query_weights;
static uint32_t row_count, tile_rows;

/* The hot loop. */
static void add(float *restrict sums, const uint16_t *restrict row, const float *restrict weight, uint32_t count,
                float query) {
#pragma GCC unroll 8
  for (uint32_t i = 0; i < count; i++) sums[row[i]] += query * weight[i];
}

/* Best first; equal scores in the order of rows, as rows come in ascending order. */
static uint32_t offer(Found *best, uint32_t size, uint32_t row, float score) {
  uint32_t at = size < LIMIT ? size++ : LIMIT - 1;
  for (; at > 0 && best[at - 1].score < score; at--) best[at] = best[at - 1];
  best[at] = (Found){row, score};
  return size;
}

static uint32_t scan(const float *sums, uint32_t count, uint32_t first, Found *best, uint32_t size) {
  for (uint32_t block = 0; block < count; block += 32) {
    const uint32_t end = block + 32 < count ? block + 32 : count;
    float most = 0;
    for (uint32_t i = block; i < end; i++) most = sums[i] > most ? sums[i] : most;
    if (size == LIMIT ? most <= best[LIMIT - 1].score : most == 0) continue;
    for (uint32_t i = block; i < end; i++)
      if (sums[i] > 0 && (size < LIMIT || sums[i] > best[LIMIT - 1].score)) size = offer(best, size, first + i, sums[i]);
  }
  return size;
}

/* Answers a batch of queries tile by tile; without `best` nothing is selected. */
static void search(uint32_t from, uint32_t to, float *sums, Cursor *cursors, Found (*best)[LIMIT], uint32_t *sizes) {
  const uint32_t base = query_offsets[from];
  for (uint32_t i = base; i < query_offsets[to]; i++)
    cursors[i - base] = (Cursor){run_offsets[query_ids[i]], run_offsets[query_ids[i] + 1], query_weights[i]};
  for (uint32_t first = 0, tile = 0; first < row_count; first += tile_rows, tile++) {
    const uint32_t count = row_count - first < tile_rows ? row_count - first : tile_rows;
    for (uint32_t q = from; q < to; q++) {
      for (uint32_t t = query_offsets[q] - base; t < query_offsets[q + 1] - base; t++) {
        Cursor *cursor = &cursors[t];
        if (cursor->next >= cursor->end || run_tiles[cursor->next] != tile) continue;
        const uint32_t run = cursor->next++, start = run_starts[run];
        add(sums, rows + start, weights + start, run_lengths[run], cursor->weight);
      }
      if (best) sizes[q - from] = scan(sums, count, first, best[q - from], sizes[q - from]);
      memset(sums, 0, count * sizeof *sums);
    }
  }
}

static void tell(Found (*best)[LIMIT], const uint32_t *sizes, uint32_t count, int comma) {
  for (uint32_t q = 0; q < count; q++) {
    printf("%s{\"rows\":[", comma || q ? "," : "");
    for (uint32_t i = 0; i < sizes[q]; i++) printf("%s%u", i ? "," : "", best[q][i].row);
    printf("],\"scores\":[");
    for (uint32_t i = 0; i < sizes[q]; i++) printf("%s%.9g", i ? "," : "", best[q][i].score);
    printf("]}");
  }
}

int main(int argc, char **argv) {
  if (argc != 6) fail("usage", "limit FOLDER ROWS TERMS QUERIES TILE");
  folder = argv[1];
  row_count = (uint32_t)atoi(argv[2]);
  tile_rows = (uint32_t)atoi(argv[5]);
  run_offsets = read_all("postings.runOffsets.u32");
  run_starts = read_all("postings.runStarts.u32");
  run_tiles = read_all("postings.runTiles.u16");
  run_lengths = read_all("postings.runLengths.u16");
  rows = read_all("postings.rows.u16");
  weights = read_all("postings.weights.f32");
  query_offsets = read_all("queries.offsets.u32");
  query_ids = read_all("queries.ids.u32");
  query_weights = read_all("queries.weights.f32");
  float *sums = aligned_alloc(64, (tile_rows * sizeof *sums / 64 + 1) * 64);
  Cursor *cursors = malloc((query_offsets[atoi(argv[4])] + 1) * sizeof *cursors);
  if (!sums || !cursors) fail("no memory", argv[1]);
  memset(sums, 0, tile_rows * sizeof *sums);
  static Found best[BATCH][LIMIT];
  static uint32_t sizes[BATCH];
  puts("{\"ready\":{}}");
  fflush(stdout);
  char name[32];
  uint32_t queries;
  int answers;
  while (scanf("%31s %u %d", name, &queries, &answers) == 3) {
    const int selects = strcmp(name, "top") == 0;
    if (answers) printf("{\"ms\":0,\"answers\":[");
    const double start = now();
    for (uint32_t q = 0; q < queries; q += BATCH) {
      const uint32_t to = q + BATCH < queries ? q + BATCH : queries;
      memset(sizes, 0, sizeof sizes);
      search(q, to, sums, cursors, selects ? best : NULL, sizes);
      if (answers) tell(best, sizes, to - q, q > 0);
    }
    if (answers) printf("]}\n");
    else printf("{\"ms\":%.6f}\n", now() - start);
    fflush(stdout);
  }
  return 0;
}
