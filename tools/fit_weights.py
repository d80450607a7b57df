#!/usr/bin/env python3
"""Fits the ranking weights and the confidence curve of src/search/{rank,confidence}.rs. Needs numpy and scipy.

    accord eval SET --details set.jsonl                                      # ranking, one file a set
    python3 tools/fit_weights.py rank set.jsonl ...

    accord eval SET --leave-out topics --draw N --details topicsN.jsonl      # the first curve, some draws of each kind
    accord eval SET --leave-out passages --draw N --details passagesN.jsonl
    python3 tools/cut_small.py SET topics_small.jsonl passages_small.jsonl   # small corpora count too
    accord eval tests/evals --details own.jsonl                              # the second curve
    python3 tools/fit_weights.py confidence topics0.jsonl passages0.jsonl ... -- own.jsonl ...

Ranking: the weights that make the relevant passages likeliest under a softmax over each question's candidates, every
set counting the same, none negative. Confidence: logistic regression with a ridge on standardised signals, every set
counting by its size, both classes of a set counting the same. What is printed is ready for src/search/confidence.rs. Figures
are by four-fold cross-validation, a question being in the same fold in every draw.

Which signals each curve uses, and which products, was found by greedy selection on the cross-validated figures.
"""
import json
import sys
import zlib

import numpy as np
from scipy.optimize import minimize


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def relevant(row):
    """For each candidate, whether it answers; ranked documents repeat, gains do not."""
    gains, by_document, flags = row["verdict"]["gains"], {}, []
    own = bool(row["question"]["metadata"].get("sources"))
    for place, hit in enumerate(row["answer"]["hits"]):
        if own:
            flags.append(bool(gains[place]))
            continue
        if hit["document"] not in by_document:
            by_document[hit["document"]] = gains[len(by_document)] > 0
        flags.append(by_document[hit["document"]])
    return flags


def ranking_groups(path):
    groups = []
    for row in lines(path):
        # What was looked up stands before what was ranked, and has no features.
        looked_up = len(row["answer"]["hits"]) != len(row["features"])
        if not row["question"]["metadata"]["answerable"] or not row["features"] or looked_up:
            continue
        flags = np.array(relevant(row), dtype=bool)
        features = np.array([f for _, f in row["features"]])[: len(flags)]
        if flags.any() and not flags.all():
            groups.append((features, flags))
    return groups


def fit_ranking(sets, l2=0.002):
    width = sets[0][0][0].shape[1]

    def loss(weights):
        total, slope = 0.0, np.zeros(width)
        for groups in sets:
            for features, flags in groups:
                scores = features @ weights
                scores -= scores.max()
                p = np.exp(scores)
                p /= p.sum()
                inside = p[flags].sum()
                total -= np.log(inside + 1e-12) / len(groups)
                q = np.where(flags, p / (inside + 1e-12), 0.0)
                slope -= features.T @ (q - p) / len(groups)
        return total + l2 * (weights**2).sum(), slope + 2 * l2 * weights

    start = np.full(width, 5.0)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * width).x


def hit_at_1(groups, weights):
    return np.mean([flags[np.argmax(features @ weights)] for features, flags in groups])


def rank(paths):
    sets = [ranking_groups(path) for path in paths]
    folds = 5
    for path, index in zip(paths, range(len(paths))):
        scores = []
        for fold in range(folds):
            train = [[g for i, g in enumerate(s) if i % folds != fold] for s in sets]
            weights = fit_ranking(train)
            scores.append(hit_at_1([g for i, g in enumerate(sets[index]) if i % folds == fold], weights))
        print(f"{path}: hit@1 among candidates {np.mean(scores):.4f}")
    weights = fit_ranking(sets)
    print("weights, the first being 1:", np.round(weights / weights[0], 3).tolist(), "scale", round(weights[0], 2))


def auroc(score, label):
    order = np.argsort(score)
    ranks = np.empty(len(score))
    ranks[order] = np.arange(1, len(score) + 1)
    n = label.sum()
    return (ranks[label == 1].sum() - n * (n + 1) / 2) / (n * (len(label) - n))


def answered(score, label, most):
    threshold = np.sort(score[label == 0])[::-1][int(most * (label == 0).sum())]
    return (score[label == 1] > threshold).mean()


FIRST = """SentenceCoverage Exact Margin Near KnownCoverage Evidence SentenceExact Topic Adjacent Title Sentence Rareness Pair Focus
AsWritten Related""".split()
PRODUCTS = [("Title", "Passage"), ("Kind", "Rareness"), ("Passage", "Rareness"), ("Evidence", "Plain"), ("Kind", "Plain"),
            ("SentenceCoverage", "Topic"), ("Evidence", "UnknownExact"), ("Margin", "Plain"), ("Near", "UnknownExact"),
            ("Topic", "Related"), ("Margin", "SentenceExact"), ("Margin", "Sentence"), ("Missing", "Related")]
SECOND = """AnticipatedKind AnticipatedPlain Raised RaisedPlain RaisedExact Fits AnticipatedNext Gap GapPlain Uncovered Unforeseen
TopThree Terms Near KnownCoverage Evidence Adjacent Sentence Focus""".split()
FOLDS = 4
MOST_LOGITS = 6.0
# Where the curves are to cross one half: the share of unanswerable questions that is answered there.
FIRST_FALSE_ANSWERS, SECOND_FALSE_ANSWERS = 0.06, 0.09
# What is absent from a topic that is there is harder to tell than a topic that is not there: its questions count for more.
PASSAGES_COUNT = 2.5


class Part:
    """The questions of one set that were searched for: what was looked up is not judged by a curve."""

    def __init__(self, path):
        rows = [row for row in lines(path) if row["signals"] and row["answer"]["confidence"] not in (0.0, 1.0)]
        self.path = path
        self.signals = [row["signals"] for row in rows]
        self.label = np.array([row["question"]["metadata"]["answerable"] for row in rows], dtype=float)
        self.fold = np.array([zlib.crc32(row["question"]["_id"].encode()) % FOLDS for row in rows])
        halves = np.where(self.label == 1, 0.5 / self.label.sum(), 0.5 / (1 - self.label).sum())
        self.weight = halves * len(rows) * (PASSAGES_COUNT if "passages" in path else 1)

    def columns(self, names, products=()):
        single = [[signals[name] for name in names] for signals in self.signals]
        both = [[signals[a] * signals[b] for a, b in products] for signals in self.signals]
        return np.hstack([np.array(single), np.array(both).reshape(len(both), len(products))])


def ridge(x, y, w, l2, steps=12):
    """Logistic regression by Newton's method; weights for the values as they are, the intercept first."""
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    theta, share = np.zeros(z.shape[1]), w / w.sum()
    penalty = l2 * np.eye(len(theta))
    penalty[0, 0] = 0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(z @ theta, -30, 30)))
        slope = z.T @ (share * (p - y)) + penalty @ theta
        theta -= np.linalg.solve((z * (share * p * (1 - p))[:, None]).T @ z + penalty, slope)
    raw = theta[1:] / spread
    return np.r_[theta[0] - raw @ mean, raw]


def fit_curve(parts, matrices, l2):
    """The weights on everything, and each part's scores by weights that did not see them."""
    def fitted(keep):
        x = np.vstack([m[keep(part)] for part, m in zip(parts, matrices)])
        y = np.concatenate([part.label[keep(part)] for part in parts])
        w = np.concatenate([part.weight[keep(part)] for part in parts])
        return ridge(x, y, w, l2)

    scores = [np.zeros(len(part.label)) for part in parts]
    for fold in range(FOLDS):
        theta = fitted(lambda part: part.fold != fold)
        for part, m, score in zip(parts, matrices, scores):
            held = part.fold == fold
            score[held] = m[held] @ theta[1:] + theta[0]
    return fitted(lambda part: part.fold >= 0), scores


def tell(parts, scores, theta, most):
    """Moves the intercept to where `most` of the unanswerable questions are answered, and says how the parts fare there."""
    shift = np.mean([np.quantile(score[part.label == 0], 1 - most) for part, score in zip(parts, scores)])
    theta[0] -= shift
    for part, score in zip(parts, scores):
        y = part.label
        print(f"// {part.path.rsplit('/', 1)[-1]}: AUROC {auroc(score, y):.4f}, answered at 5 % {answered(score, y, .05):.3f}, "
              f"at 10 % {answered(score, y, .1):.3f}; at one half answered {(score[y == 1] > shift).mean():.3f}, "
              f"false answers {(score[y == 0] > shift).mean():.3f}")


def show(name, kind, values):
    print(f"const {name}: [{kind}; {len(values)}] = [")
    for names, value in values:
        print("    (" + ", ".join(f"Signal::{n}" for n in names) + f", {value:.3f}),")
    print("];")


def confidence(arguments):
    split = arguments.index("--")
    plain, own = [Part(p) for p in arguments[:split]], [Part(p) for p in arguments[split + 1:]]
    topics = [part for part in plain if "topics" in part.path]
    first, scores = fit_curve(plain, [part.columns(FIRST, PRODUCTS) for part in plain], 1e-3)
    by_part = dict(zip((part.path for part in plain), scores))
    tell(topics, [by_part[part.path] for part in topics], first, FIRST_FALSE_ANSWERS)
    tell([p for p in plain if p not in topics], [by_part[p.path] for p in plain if p not in topics], first.copy(), 0.25)
    print(f"const INTERCEPT: f32 = {first[0]:.3f};")
    show("WEIGHTS", "(Signal, f32)", [((n,), v) for n, v in zip(FIRST, first[1:])])
    show("TOGETHER", "(Signal, Signal, f32)", list(zip(PRODUCTS, first[1 + len(FIRST):])))
    logits = [np.clip(part.columns(FIRST, PRODUCTS) @ first[1:] + first[0], -MOST_LOGITS, MOST_LOGITS) for part in own]
    second, scores = fit_curve(own, [np.c_[z, part.columns(SECOND)] for z, part in zip(logits, own)], 1e-2)
    tell(own, scores, second, SECOND_FALSE_ANSWERS)
    print(f"const FORESIGHT_INTERCEPT: f32 = {second[0]:.3f};")
    print(f"const FORESIGHT_FIRST: f32 = {second[1]:.3f};")
    show("FORESIGHT", "(Signal, f32)", [((n,), v) for n, v in zip(SECOND, second[2:])])


if __name__ == "__main__":
    {"rank": rank, "confidence": confidence}[sys.argv[1]](sys.argv[2:])
