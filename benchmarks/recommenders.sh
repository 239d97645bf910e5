#!/usr/bin/env bash
# Factor models side by side with implicit 0.7.3 on data in the shape of MovieLens 20M, alternating in one run.
# Usage: benchmarks/recommenders.sh [FOLDER] [ROUNDS] [WORK ...]     WORK as 'als 64 cg3', 'als 64 cholesky',
# 'als 128 cg3', 'bpr 64', 'top 128', 'inverse 10000'; default all. Needs Maven and python3 with venv; installs implicit into FOLDER.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-${TMPDIR:-/tmp}/sommelier-recommender-benchmark}
rounds=${2:-2}
shift $(($# < 2 ? $# : 2))
works=("$@")
[ $# -gt 0 ] || works=('als 64 cg3' 'als 64 cholesky' 'als 128 cg3' 'bpr 64' 'top 128' 'inverse 10000')
mkdir -p "$folder"
(cd "$here" && mvn -q -B -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dmaven.test.skip package)
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(find /usr/lib/jvm/*25*/bin/java | head -n 1)}
ours() {
    "$java" -Xmx3g -XX:+UseTransparentHugePages --add-modules jdk.incubator.vector \
        -cp "$here/core/target/classes:$here/recommenders/target/classes:$here/benchmarks/target/classes" \
        dev.sommelier.benchmarks.recommenders.RecommenderBenchmark "$@" 2>&1 | grep -v '^WARNING: Using incubator' || true
}
[ -f "$folder/items.int32" ] || ours data "$folder" 1
[ -x "$folder/venv/bin/python" ] || { python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install implicit==0.7.3; }
# As implicit itself asks for: the library's own threads, not the BLAS's within them. The scan and the inverse are BLAS alone.
theirs() {
    local blas=1
    case "$1" in top | inverse) blas=2 ;; esac
    OPENBLAS_NUM_THREADS=$blas "$folder/venv/bin/python" -W ignore "$here/benchmarks/recommenders_baseline.py" "$@"
}
for work in "${works[@]}"; do
    read -r -a words <<<"$work"
    for ((round = 0; round < rounds; round++)); do
        echo "$work | load $(cut -d ' ' -f 1 /proc/loadavg) | ours   $(ours "${words[0]}" "$folder" "${words[@]:1}" 5)"
        echo "$work | load $(cut -d ' ' -f 1 /proc/loadavg) | theirs $(theirs "${words[0]}" "$folder" "${words[@]:1}" 3)"
    done
done
