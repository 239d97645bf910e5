"""Loads and evaluates the benchmark's files with pytrec_eval-terrier; prints the seconds of both, writes four decimals.

Arguments: qrels, run, and the file for the values."""
import sys
import time

import pytrec_eval

MEASURES = {"ndcg_cut.10", "map", "recall.100", "recip_rank", "P.10"}
start = time.perf_counter()
with open(sys.argv[1]) as f:
    qrels = pytrec_eval.parse_qrel(f)
with open(sys.argv[2]) as f:
    run = pytrec_eval.parse_run(f)
results = pytrec_eval.RelevanceEvaluator(qrels, MEASURES).evaluate(run)
seconds = time.perf_counter() - start
print(f"{seconds:.3f}")
with open(sys.argv[3], "w") as f:
    f.writelines(sorted(f"{m} {t} {v:.4f}\n" for t, values in results.items() for m, v in values.items()))
