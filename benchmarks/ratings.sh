#!/usr/bin/env bash
# Times five-fold cross-validation of rating predictors beside scikit-surprise, in alternation: each line has the model,
# the load, and the seconds of the rounds with the mean RMSE.
#
# Usage: benchmarks/ratings.sh FILE [FOLDER] [MODEL ...]     FILE is MovieLens 100K's u.data, as 'sommelier data get
# ml-100k' brings it, with or without a line of headings; MODEL as knn, slopeone, svd, svdpp; default all. Needs Maven
# and python3 with venv; installs scikit-surprise into FOLDER. JOBS=N sets the processes of Surprise (default 2).
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
file=${1:?name the file of ratings}
folder=${2:-${TMPDIR:-/tmp}/sommelier-rating-benchmark}
shift $(($# < 2 ? $# : 2))
models=("$@")
[ $# -gt 0 ] || models=(knn slopeone svd svdpp)
mkdir -p "$folder"
(cd "$here" && mvn -q -B -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dmaven.test.skip package)
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(find /usr/lib/jvm/*25*/bin/java | head -n 1)}
[ -x "$folder/venv/bin/python" ] || {
    python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install 'numpy<2' scikit-surprise==1.1.5
}
modules=$here/core/target/classes:$here/evaluation/target/classes:$here/recommenders/target/classes
for model in "${models[@]}"; do
    echo "$model | load $(cut -d ' ' -f 1 /proc/loadavg) | ours   $("$java" -cp "$modules:$here/benchmarks/target/classes" \
        dev.sommelier.benchmarks.recommenders.RatingBenchmark "$file" "$model" 3)"
    echo "$model | load $(cut -d ' ' -f 1 /proc/loadavg) | theirs $("$folder/venv/bin/python" -W ignore \
        "$here/benchmarks/ratings_baseline.py" "$file" "$model" 1 "${JOBS:-2}")"
done
