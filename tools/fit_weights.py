#!/usr/bin/env python3
"""Fits the ranking weights and the confidence curve of src/search/{rank,confidence}.rs. Needs numpy and scipy.

    accord eval SET --details set.jsonl                              # ranking, one file a set
    accord eval SET --leave-out topics --details topics.jsonl        # confidence
    python3 tools/fit_weights.py rank set.jsonl ...
    python3 tools/fit_weights.py confidence topics.jsonl passages.jsonl own.jsonl

Ranking: the weights that make the relevant passages likeliest under a softmax over each question's candidates, every
set counting the same, none negative. Confidence: logistic regression drawn towards a first guess, every set counting the
same, both classes of a set counting the same. Both report figures by five-fold cross-validation over questions.
"""
import json
import sys

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
        if not row["question"]["metadata"]["answerable"] or not row["features"]:
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


# The first guess that the curve is drawn towards: our own set is small, and what it shows beside squad is easily noise.
# Intercept (free), then the signals in the order of Signal::ALL.
GUESS = np.array([-6.5, 1.2, 3.0, 2.5, 1.0, -1.0, 1.0, -2.0, 0.5, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0])


def confidence(paths):
    data = []
    for path in paths:
        rows = [r for r in lines(path) if r["signals"] and not r["answer"].get("clause") and r["answer"].get("reason") != "no_such_clause"]
        data.append((np.array([r["signals"] for r in rows]), np.array([r["question"]["metadata"]["answerable"] for r in rows], dtype=float)))

    def fit(parts, pull=0.01):
        def loss(theta):
            total, slope = 0.0, np.zeros_like(theta)
            for x, y in parts:
                z = np.clip(x @ theta[1:] + theta[0], -30, 30)
                p = 1 / (1 + np.exp(-z))
                w = np.where(y == 1, 0.5 / y.sum(), 0.5 / (1 - y).sum())
                total -= (w * (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))).sum()
                error = w * (p - y)
                slope[0] += error.sum()
                slope[1:] += x.T @ error
            away = np.r_[0, theta[1:] - GUESS[1:]]
            return total + pull * (away**2).sum(), slope + 2 * pull * away

        return minimize(loss, GUESS, jac=True, method="L-BFGS-B").x

    folds = 5
    for index, path in enumerate(paths):
        score = np.zeros(len(data[index][1]))
        for fold in range(folds):
            train = [(x[np.arange(len(y)) % folds != fold], y[np.arange(len(y)) % folds != fold]) for x, y in data]
            theta = fit(train)
            held = np.arange(len(score)) % folds == fold
            score[held] = data[index][0][held] @ theta[1:] + theta[0]
        y = data[index][1]
        print(f"{path}: AUROC {auroc(score, y):.4f}, answered at 5 % {answered(score, y, .05):.3f}, at 10 % {answered(score, y, .1):.3f}, "
              f"at confidence 0.5: answered {(score[y == 1] > 0).mean():.3f}, false answers {(score[y == 0] > 0).mean():.3f}")
    theta = fit(data)
    print("intercept", round(theta[0], 3), "weights", np.round(theta[1:], 3).tolist())


if __name__ == "__main__":
    {"rank": rank, "confidence": confidence}[sys.argv[1]](sys.argv[2:])
