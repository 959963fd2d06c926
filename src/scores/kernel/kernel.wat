;; The hot loop. Everything it reads and writes lies in one imported memory; see wasm-kernel.ts for the places.
;; `npm run build:kernel` compiles it into bytes.ts, once for plain and once for shared memory.
(module
  (import "env" "memory" (memory 1))

  ;; sums[row] += query weight × posting weight, over the runs of one query in one tile.
  ;; A term is 12 bytes: its next run (u32), the end of its runs (u32), query weight (f32). A term whose next run lies in
  ;; the tile steps on, so that tiles must come in ascending order. Returns the number of runs in the tile.
  (func (export "accumulate")
    (param $term i32) (param $terms i32) (param $tile i32)
    (param $run_tiles i32) (param $run_lengths i32) (param $run_starts i32)
    (param $rows i32) (param $weights i32) (param $sums i32) (result i32)
    (local $last i32) (local $run i32) (local $start i32) (local $length i32) (local $found i32)
    (local $row i32) (local $weight i32) (local $end i32) (local $at i32) (local $query f32)
    (local.set $last (i32.add (local.get $term) (i32.mul (local.get $terms) (i32.const 12))))
    (local.set $term (i32.sub (local.get $term) (i32.const 12)))
    (block $done (loop $each_term
      (local.set $term (i32.add (local.get $term) (i32.const 12)))
      (br_if $done (i32.ge_u (local.get $term) (local.get $last)))
      (local.set $run (i32.load (local.get $term)))
      (br_if $each_term (i32.ge_u (local.get $run) (i32.load offset=4 (local.get $term))))
      (br_if $each_term (i32.ne (local.get $tile)
        (i32.load16_u (i32.add (local.get $run_tiles) (i32.shl (local.get $run) (i32.const 1))))))
      (i32.store (local.get $term) (i32.add (local.get $run) (i32.const 1)))
      (local.set $found (i32.add (local.get $found) (i32.const 1)))
      (local.set $query (f32.load offset=8 (local.get $term)))
      (local.set $length (i32.load16_u (i32.add (local.get $run_lengths) (i32.shl (local.get $run) (i32.const 1)))))
      (local.set $start (i32.load (i32.add (local.get $run_starts) (i32.shl (local.get $run) (i32.const 2)))))
      (local.set $row (i32.add (local.get $rows) (i32.shl (local.get $start) (i32.const 1))))
      (local.set $weight (i32.add (local.get $weights) (i32.shl (local.get $start) (i32.const 2))))

      ;; Eight postings a step, so that the loop's own work does not count.
      (local.set $end (i32.add (local.get $row) (i32.shl (i32.and (local.get $length) (i32.const -8)) (i32.const 1))))
      (block $few (loop $eight
        (br_if $few (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=2 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=4 (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=4 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=8 (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=6 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=12 (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=8 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=16 (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=10 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=20 (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=12 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=24 (local.get $weight)))))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u offset=14 (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load offset=28 (local.get $weight)))))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (local.set $weight (i32.add (local.get $weight) (i32.const 32)))
        (br $eight)))

      (local.set $end (i32.add (local.get $row) (i32.shl (i32.and (local.get $length) (i32.const 7)) (i32.const 1))))
      (block $next (loop $one
        (br_if $next (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $at (i32.add (local.get $sums) (i32.shl (i32.load16_u (local.get $row)) (i32.const 2))))
        (f32.store (local.get $at) (f32.add (f32.load (local.get $at)) (f32.mul (local.get $query) (f32.load (local.get $weight)))))
        (local.set $row (i32.add (local.get $row) (i32.const 2)))
        (local.set $weight (i32.add (local.get $weight) (i32.const 4)))
        (br $one)))
      (br $each_term)))
    (local.get $found))

  ;; Writes (row u32, sum f32) for every sum above a bound, in order, and leaves all sums at zero.
  ;; `bytes` of sums is a multiple of 64. Returns the number of pairs.
  (func (export "scan")
    (param $sums i32) (param $bytes i32) (param $bound f32) (param $out i32) (result i32)
    (local $at i32) (local $end i32) (local $first i32) (local $lane i32) (local $lanes i32)
    (local $bounds v128) (local $zero v128) (local $sum f32)
    (local.set $first (local.get $out))
    (local.set $at (local.get $sums))
    (local.set $end (i32.add (local.get $sums) (local.get $bytes)))
    (local.set $bounds (f32x4.splat (local.get $bound)))
    (block $done (loop $block
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (if (v128.any_true (v128.or
            (v128.or
              (f32x4.gt (v128.load (local.get $at)) (local.get $bounds))
              (f32x4.gt (v128.load offset=16 (local.get $at)) (local.get $bounds)))
            (v128.or
              (f32x4.gt (v128.load offset=32 (local.get $at)) (local.get $bounds))
              (f32x4.gt (v128.load offset=48 (local.get $at)) (local.get $bounds)))))
        (then
          (local.set $lane (local.get $at))
          (local.set $lanes (i32.add (local.get $at) (i32.const 64)))
          (loop $each
            (local.set $sum (f32.load (local.get $lane)))
            (if (f32.gt (local.get $sum) (local.get $bound)) (then
              (i32.store (local.get $out) (i32.shr_u (i32.sub (local.get $lane) (local.get $sums)) (i32.const 2)))
              (f32.store offset=4 (local.get $out) (local.get $sum))
              (local.set $out (i32.add (local.get $out) (i32.const 8)))))
            (local.set $lane (i32.add (local.get $lane) (i32.const 4)))
            (br_if $each (i32.lt_u (local.get $lane) (local.get $lanes))))))
      (v128.store (local.get $at) (local.get $zero))
      (v128.store offset=16 (local.get $at) (local.get $zero))
      (v128.store offset=32 (local.get $at) (local.get $zero))
      (v128.store offset=48 (local.get $at) (local.get $zero))
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
      (br $block)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $first)) (i32.const 3)))
)
