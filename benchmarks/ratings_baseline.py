"""Times scikit-surprise's five-fold cross-validation: the seconds of each round and the mean RMSE.

Usage: ratings_baseline.py FILE knn|slopeone|svd|svdpp ROUNDS JOBS
"""

import sys
import time

import surprise
from surprise.model_selection import KFold, cross_validate

MODELS = {
    "knn": lambda: surprise.KNNBaseline(verbose=False),
    "slopeone": surprise.SlopeOne,
    "svd": lambda: surprise.SVD(random_state=1),
    "svdpp": lambda: surprise.SVDpp(random_state=1),
}


def main(path, model, rounds, jobs):
    with open(path) as file:
        headings = int(file.readline().startswith("user"))
    data = surprise.Dataset.load_from_file(
        path, reader=surprise.Reader(line_format="user item rating timestamp", sep="\t", skip_lines=headings)
    )
    for _ in range(int(rounds)):
        start = time.perf_counter()
        result = cross_validate(
            MODELS[model](), data, measures=["RMSE"], cv=KFold(5, random_state=0), n_jobs=int(jobs)
        )
        print(f"{time.perf_counter() - start:.2f}", end=" ")
    print(f"RMSE {result['test_rmse'].mean():.4f}")


main(*sys.argv[1:])
