"""Writes the expected values of TrecParityTest: every metric, every topic, by pytrec_eval-terrier.

Made with (Python 3.11, pytrec_eval-terrier 0.5.11):
    python3 -m venv venv && venv/bin/pip install pytrec-eval-terrier==0.5.11
    mvn -q test -pl core,evaluation -Dtest=TrecParityTest -Dsommelier.trec.python=$PWD/venv/bin/python
which calls this script with the folder that holds case-N.qrels and case-N.run and the file to write.
Output: a header, then tab-separated lines: case, level, judged-only (0/1), topic, metric, value.
"""
import gzip
import pathlib
import sys

import pytrec_eval

MEASURES = {
    "map", "P", "recall", "ndcg", "ndcg_cut", "recip_rank", "Rprec", "bpref", "success", "set_P", "set_recall",
    "set_F", "set_map", "num_q", "num_ret", "num_rel", "num_rel_ret", "infAP", "gm_map", "gm_bpref",
    "iprec_at_recall", "map_cut", "relative_P", "num_nonrel_judged_ret", "Rprec_mult", "utility", "11pt_avg", "binG",
    "G", "ndcg_rel", "Rndcg", "set_relative_P",
}


def main(folder, target):
    lines = []
    for qrels_file in sorted(pathlib.Path(folder).glob("case-*.qrels")):
        with open(qrels_file) as f:
            qrels = pytrec_eval.parse_qrel(f)
        with open(qrels_file.with_suffix(".run")) as f:
            run = pytrec_eval.parse_run(f)
        case = qrels_file.stem.split("-")[1]
        for level, judged in ((1, 0), (2, 0), (1, 1)):
            evaluator = pytrec_eval.RelevanceEvaluator(qrels, MEASURES, relevance_level=level,
                                                       judged_docs_only_flag=bool(judged))
            results = evaluator.evaluate(run)
            for topic in sorted(results):
                for metric in sorted(results[topic]):
                    lines.append(f"{case}\t{level}\t{judged}\t{topic}\t{metric}\t{results[topic][metric]!r}\n")
            for metric in sorted(next(iter(results.values()))):
                mean = pytrec_eval.compute_aggregated_measure(metric, [results[t][metric] for t in sorted(results)])
                lines.append(f"{case}\t{level}\t{judged}\tall\t{metric}\t{mean!r}\n")
    with open(target, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write("".join(lines).encode())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
