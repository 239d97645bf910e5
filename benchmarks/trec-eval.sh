#!/usr/bin/env bash
# TREC evaluation side by side: `sommelier eval` as a whole process through the launcher, and what pytrec_eval-terrier
# takes inside its process for loading and evaluating the same files, alternating in one run.
# Usage: benchmarks/trec-eval.sh [FOLDER] [ROUNDS]     Needs python3 with venv; installs pytrec_eval-terrier into FOLDER.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-${TMPDIR:-/tmp}/sommelier-trec-benchmark}
rounds=${2:-7}
mkdir -p "$folder"
"$here/sommelier" --version >/dev/null # builds if need be
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(find /usr/lib/jvm/*25*/bin/java | head -n 1)}
[ -f "$folder/bench.run" ] || "$java" \
    -cp "$here/benchmarks/target/classes" dev.sommelier.benchmarks.TrecFilesWriter "$folder"
[ -x "$folder/venv/bin/python" ] || { python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install pytrec_eval-terrier==0.5.11; }
metrics=(-m ndcg_cut.10 -m map -m recall.100 -m recip_rank -m P.10)
cd "$folder"
: >ours.txt
: >theirs.txt
for ((round = 0; round < rounds; round++)); do
    start=$(date +%s%N)
    "$here/sommelier" eval -q -n "${metrics[@]}" bench.qrels bench.run >ours.out
    end=$(date +%s%N)
    echo "$start $end" | awk '{printf "%.3f\n", ($2 - $1) / 1e9}' >>ours.txt
    venv/bin/python "$here/benchmarks/trec_eval_baseline.py" bench.qrels bench.run theirs.out >>theirs.txt
done
awk '{print $1, $2, $3}' ours.out | LC_ALL=C sort >ours.sorted
LC_ALL=C sort theirs.out >theirs.sorted
if cmp -s ours.sorted theirs.sorted; then same="all $(wc -l <ours.sorted) values agree to four decimals"
else same="VALUES DIFFER: $(diff ours.sorted theirs.sorted | grep -c '^<')"; fi
median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }
# The launcher's JVM is its child: the highest resident size of it, sampled by the kernel in its status.
memory=$(python3 - "$here/sommelier" "${metrics[@]}" <<'PY'
import resource, subprocess, sys
subprocess.run([sys.argv[1], "eval", *sys.argv[2:], "bench.qrels", "bench.run"], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
PY
)
echo "sommelier eval, whole process: median $(median ours.txt) s of $rounds ($(sort -n ours.txt | tr '\n' ' '))"
echo "pytrec_eval-terrier, loading and evaluation: median $(median theirs.txt) s ($(sort -n theirs.txt | tr '\n' ' '))"
echo "ratio $(echo "$(median ours.txt) $(median theirs.txt)" | awk '{printf "%.3f", $1 / $2}'); peak memory $memory MB; $same"
