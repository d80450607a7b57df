#!/usr/bin/env python3
"""Cuts small corpora out of a question set in BEIR's layout whose documents have titles, and measures them: what the first
confidence curve learns small folders from.

    python3 tools/cut_small.py SET topics_small.jsonl passages_small.jsonl

Of each title six to thirty documents stay. Beside the questions that they answer stand, in the first file, as many about other
titles, and in the second, as many whose document went and whose answer then stands nowhere in what stayed. Both are lines of
`accord eval --details`, for tools/fit_weights.py; `accord` must be on the PATH.
"""
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

SIZES = [6, 12, 20, 30]
FEWEST_STRANGERS = 10


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(source, topics, passages):
    source, draw = Path(source), random.Random(5)
    documents = {document["_id"]: document for document in lines(source / "corpus.jsonl")}
    relevant = defaultdict(list)
    for line in (source / "qrels" / "dev.tsv").read_text().splitlines()[1:]:
        query, document, _ = line.split("\t")
        relevant[query].append(document)
    asked = [q for q in lines(source / "queries.jsonl") if q["metadata"]["answerable"] and q["_id"] in relevant]
    title = {q["_id"]: documents[relevant[q["_id"]][0]]["title"] for q in asked}
    with open(topics, "w") as topics, open(passages, "w") as passages, tempfile.TemporaryDirectory() as scratch:
        for number, name in enumerate(sorted({d["title"] for d in documents.values()})):
            own = [i for i, d in documents.items() if d["title"] == name]
            kept = set(draw.sample(own, min(SIZES[number % len(SIZES)], len(own) // 2)))
            said = " ".join(documents[i]["text"].lower() for i in sorted(kept))
            answered, gone = [], []
            for question in (q for q in asked if title[q["_id"]] == name):
                if relevant[question["_id"]][0] in kept:
                    answered.append(question)
                elif not any(answer.lower() in said for answer in question["metadata"]["answers"]):
                    gone.append(question)
            gone = draw.sample(gone, min(len(answered), len(gone)))
            strangers = draw.sample([q for q in asked if title[q["_id"]] != name], max(len(answered), FEWEST_STRANGERS))
            cut = Path(scratch) / str(number)
            (cut / "qrels").mkdir(parents=True)
            (cut / "corpus.jsonl").write_text("".join(json.dumps(documents[i]) + "\n" for i in sorted(kept)))
            marked = [(q, True) for q in answered] + [(q, False) for q in gone + strangers]
            with open(cut / "queries.jsonl", "w") as queries:
                for question, answerable in marked:
                    queries.write(json.dumps({**question, "metadata": {**question["metadata"], "answerable": answerable}}) + "\n")
            judged = "".join(f"{q['_id']}\t{relevant[q['_id']][0]}\t1\n" for q in answered)
            (cut / "qrels" / "dev.tsv").write_text("query-id\tcorpus-id\tscore\n" + judged)
            details = cut / "details.jsonl"
            subprocess.run(["accord", "eval", cut, "--details", details], check=True, capture_output=True)
            foreign = {q["_id"] for q in strangers}
            for line in details.read_text().splitlines(keepends=True):
                question = json.loads(line)["question"]
                if question["metadata"]["answerable"] or question["_id"] in foreign:
                    topics.write(line)
                if question["metadata"]["answerable"] or question["_id"] not in foreign:
                    passages.write(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
