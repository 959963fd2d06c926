"""All pairs of a collection in shards, on Spark: for each demand its best matches, as one machine would give them.

    spark-submit job.py SHARDS DEMANDS OUT [--options '{"limit": 10}'] [--slices 8] [--worker 'node worker.mjs']

SHARDS is a folder of shards.mjs that all nodes see, DEMANDS a file of JSON lines with ids of their own, OUT a new folder.
A task answers a slice of the demands by one shard. A score does not depend on the shard, so the best of all are among
the best of each.
"""

import argparse
import json
import os
import shlex
from datetime import datetime, timezone

from pyspark import SparkContext

HERE = os.path.dirname(os.path.abspath(__file__))

parser = argparse.ArgumentParser()
parser.add_argument("shards")
parser.add_argument("demands")
parser.add_argument("out")
parser.add_argument("--options", default="{}", help="of matcher.match, as JSON")
parser.add_argument("--slices", type=int, default=8, help="into which the demands are cut")
parser.add_argument("--worker", default=f"node {shlex.quote(os.path.join(HERE, 'worker.mjs'))}")
arguments = parser.parse_args()

options = json.loads(arguments.options)
limit = options.setdefault("limit", 10)
# Of all tasks the same day, however late each runs.
options.setdefault("filter", {}).setdefault("asOf", datetime.now(timezone.utc).strftime("%Y-%m-%d"))

with open(os.path.join(arguments.shards, "shards.json"), encoding="utf-8") as file:
    shards = [shard["name"] for shard in json.load(file)["shards"]]


def command(shard):
    paths = [os.path.abspath(os.path.join(arguments.shards, name)) for name in ("statistics.cuohe", shard)]
    return f"{arguments.worker} {shlex.join([*paths, json.dumps(options)])}"


def keyed(line):
    """The id, and (how many shards answered, the best so far)."""
    answer = json.loads(line)
    return answer["queryId"], (1, answer["matches"])


def place(match):
    # Ids as JavaScript compares texts, by units of UTF-16: the order in the shards.
    return -match["score"], match["id"].encode("utf-16-be", "surrogatepass")


def merged(a, b):
    return a[0] + b[0], sorted(a[1] + b[1], key=place)[:limit]


def finished(item):
    query, (answers, matches) = item
    if answers != len(shards):
        raise ValueError(f"demand {query!r}: {answers} answers of {len(shards)} shards; is its id there twice?")
    return json.dumps({"queryId": query, "matches": matches}, ensure_ascii=False)


context = SparkContext.getOrCreate()
demands = context.textFile(arguments.demands, arguments.slices)
# Without this a command would have no environment at all, and `node` might not be found.
environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
# A worker that ends with anything but 0 fails its task, and the job after some tries: no answers are lost in silence.
answers = context.union([demands.pipe(command(shard), environment, checkCode=True) for shard in shards])
answers.map(keyed).reduceByKey(merged, arguments.slices).map(finished).saveAsTextFile(arguments.out)
context.stop()
