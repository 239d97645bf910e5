"""Times implicit on the benchmark's data: one line with the seconds of each repetition, and the loss where there is one.

Usage: recommenders_baseline.py als FOLDER FACTORS cg3|cholesky ITERATIONS | bpr FOLDER FACTORS EPOCHS | top FOLDER FACTORS ROUNDS
    | inverse FOLDER ITEMS ROUNDS
"""

import sys
import time

import numpy
import scipy.linalg.lapack
import scipy.sparse
from implicit.cpu.als import AlternatingLeastSquares, calculate_loss
from implicit.cpu.bpr import BayesianPersonalizedRanking

ITEMS = 27_000
CONFIDENCE = 5.0
REGULARIZATION = 0.01


def read(folder):
    offsets = numpy.fromfile(folder + "/offsets.int32", dtype="<i4")
    items = numpy.fromfile(folder + "/items.int32", dtype="<i4")
    return scipy.sparse.csr_matrix(
        (numpy.ones(len(items), dtype=numpy.float32), items, offsets), shape=(len(offsets) - 1, ITEMS)
    )


def timed(model, contacts):
    times = [time.perf_counter()]
    model.fit_callback = lambda *_: times.append(time.perf_counter())
    model.fit(contacts, show_progress=False)
    return numpy.diff(times)


def als(contacts, factors, solver, iterations):
    model = AlternatingLeastSquares(
        factors=factors,
        regularization=REGULARIZATION,
        alpha=CONFIDENCE,
        use_cg=solver != "cholesky",
        iterations=iterations,
        random_state=1,
        num_threads=2,
    )
    # What comes before the first iteration is not of it: its time is left out.
    seconds = timed(model, contacts)[1:]
    weighted = (contacts * CONFIDENCE).tocsr()
    # implicit's figure is the mean over all pairs and contacts; the sum is what can be compared.
    pairs = weighted.shape[0] * weighted.shape[1] - weighted.nnz + weighted.sum()
    loss = calculate_loss(weighted, model.user_factors, model.item_factors, REGULARIZATION, num_threads=2)
    return seconds, f"loss {loss * pairs:.1f}"


def bpr(contacts, factors, epochs):
    def fit(iterations):
        model = BayesianPersonalizedRanking(
            factors=factors, learning_rate=0.05, regularization=0.01, iterations=iterations, random_state=1, num_threads=2
        )
        start = time.perf_counter()
        model.fit(contacts, show_progress=False)
        return time.perf_counter() - start

    # It reports no single epochs: what comes before the first is taken off by a fit of one epoch.
    once = fit(1)
    return [(fit(1 + epochs) - once) / epochs], ""


def top(contacts, factors, rounds):
    random = numpy.random.default_rng(1)
    model = AlternatingLeastSquares(factors=factors, num_threads=2)
    model.user_factors = random.standard_normal((contacts.shape[0], factors), dtype=numpy.float32)
    model.item_factors = random.standard_normal((ITEMS, factors), dtype=numpy.float32)
    users = numpy.arange(5_000)
    seen = contacts[users]
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        model.recommend(users, seen, N=20, filter_already_liked_items=True)
        seconds.append(time.perf_counter() - start)
    return seconds, ""


def inverse(items, rounds):
    """The BLAS's own factor and inverse, in place."""
    random = numpy.random.default_rng(1)
    seconds = []
    for _ in range(rounds):
        matrix = numpy.asfortranarray(random.random((items, items)))
        matrix[numpy.diag_indices(items)] += items
        start = time.perf_counter()
        factor, _ = scipy.linalg.lapack.dpotrf(matrix, lower=0, overwrite_a=1, clean=0)
        scipy.linalg.lapack.dpotri(factor, lower=0, overwrite_c=1)
        seconds.append(time.perf_counter() - start)
    return seconds, ""


def main(work, folder, factors, *rest):
    if work == "inverse":
        seconds, note = inverse(int(factors), int(rest[0]))
    elif work == "als":
        seconds, note = als(read(folder), int(factors), rest[0], int(rest[1]))
    else:
        seconds, note = {"bpr": bpr, "top": top}[work](read(folder), int(factors), int(rest[0]))
    print(*[f"{second:.3f}" for second in seconds], note)


main(*sys.argv[1:])
