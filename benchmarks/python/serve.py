"""One Python engine on the vectors or texts of a folder: `serve.py ENGINE FOLDER`.

Speaks the protocol of ../speed/children/protocol.ts: a line `case queries answers` comes in, a line of JSON goes out.
Everything before the first line is preparation and is not timed.
"""

import json
import os
import sys
import time
from importlib.metadata import version

import numpy as np

LIMIT = 10
# Rows of queries that scipy multiplies at once: the product is a row of all scores for each of them.
BATCH = 64


class Vectors:
    """Head of the folder, and its queries and records as scipy matrices over the arrays of the files."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "head.json"), encoding="utf-8") as file:
            self.head = json.load(file)

    def read(self, side):
        from scipy.sparse import csr_matrix

        def array(name, kind):
            return np.fromfile(os.path.join(self.folder, f"{side}.{name}"), dtype=kind)

        values = (array("weights.f32", "<f4"), array("ids.u32", "<i4"), array("offsets.u32", "<i4"))
        return csr_matrix(values, shape=(self.head[side], self.head["terms"]))


def ranked(rows, scores):
    """Answers of one query; what scores nothing is no answer."""
    found = [(int(r), float(s)) for r, s in zip(rows, scores) if s > 0]
    return {"rows": [r for r, _ in found], "scores": [s for _, s in found]}


def scipy_engine(folder):
    vectors = Vectors(folder)
    transposed = vectors.read("records").T.tocsr()
    wanted = vectors.read("queries")

    def search(queries):
        answers = []
        for start in range(0, queries, BATCH):
            product = wanted[start : min(queries, start + BATCH)] @ transposed
            for q in range(product.shape[0]):
                first, last = product.indptr[q], product.indptr[q + 1]
                rows, scores = product.indices[first:last], product.data[first:last]
                if len(scores) > LIMIT:
                    best = np.argpartition(scores, len(scores) - LIMIT)[-LIMIT:]
                    rows, scores = rows[best], scores[best]
                order = np.lexsort((rows, -scores))
                answers.append((rows[order], scores[order]))
        return answers

    return search


def sparse_dot_topn_engine(folder, kind, threads):
    from sparse_dot_topn import sp_matmul_topn

    vectors = Vectors(folder)
    transposed = vectors.read("records").astype(kind).T.tocsr()
    wanted = vectors.read("queries").astype(kind)

    def search(queries):
        found = sp_matmul_topn(wanted[:queries], transposed, top_n=LIMIT, sort=True, n_threads=threads)
        return [
            (found.indices[a:b], found.data[a:b]) for a, b in zip(found.indptr[:-1], found.indptr[1:])
        ]

    return search


def bm25s_engine(folder, threads):
    import bm25s

    vectors = Vectors(folder)
    columns = vectors.read("records").tocsc()
    wanted = vectors.read("queries")
    retriever = bm25s.BM25(backend="numba")
    # It adds up precomputed scores, and takes no weights for queries: the weights of the records are its scores.
    retriever.scores = {
        "data": columns.data,
        "indices": columns.indices,
        "indptr": np.append(columns.indptr, columns.indptr[-1]),
        "num_docs": vectors.head["records"],
    }
    retriever.nonoccurrence_array = None
    # One more column, which is empty: it stands in for queries without terms, which are refused otherwise.
    retriever.vocab_dict = {"": vectors.head["terms"]}
    retriever.unique_token_ids_set = set(range(vectors.head["terms"]))
    tokens = [wanted.indices[a:b].tolist() for a, b in zip(wanted.indptr[:-1], wanted.indptr[1:])]
    limit = min(LIMIT, vectors.head["records"])

    def search(queries):
        found = retriever.retrieve(
            tokens[:queries], k=limit, n_threads=threads, show_progress=False, backend_selection="numba"
        )
        return list(zip(found.documents, found.scores))

    return search


def tfidf_engine(folder):
    from sklearn.feature_extraction.text import TfidfVectorizer

    with open(os.path.join(folder, "texts.json"), encoding="utf-8") as file:
        texts = json.load(file)

    def build(_):
        TfidfVectorizer(analyzer="char", ngram_range=(1, 2)).fit_transform(texts)
        return []

    return build


CORES = os.cpu_count() or 1
ENGINES = {
    "scipy": lambda folder: scipy_engine(folder),
    "sparse_dot_topn-f32": lambda folder: sparse_dot_topn_engine(folder, np.float32, 1),
    "sparse_dot_topn-f64": lambda folder: sparse_dot_topn_engine(folder, np.float64, 1),
    "sparse_dot_topn-threads": lambda folder: sparse_dot_topn_engine(folder, np.float32, CORES),
    "bm25s": lambda folder: bm25s_engine(folder, 1),
    "bm25s-threads": lambda folder: bm25s_engine(folder, CORES),
    "scikit-learn": tfidf_engine,
}
PACKAGES = ["scikit-learn", "scipy", "sparse-dot-topn", "bm25s", "numba", "numpy"]


def main():
    search = ENGINES[sys.argv[1]](sys.argv[2])
    versions = {name: version(name) for name in PACKAGES}
    print(json.dumps({"ready": {"python": sys.version.split()[0], **versions}}), flush=True)
    for line in sys.stdin:
        _, queries, answers = line.split()
        start = time.perf_counter()
        found = search(int(queries))
        reply = {"ms": (time.perf_counter() - start) * 1000}
        if answers == "1":
            reply["answers"] = [ranked(rows, scores) for rows, scores in found]
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
