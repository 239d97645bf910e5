#!/usr/bin/env bash
# Times reading and filtering of 20 million made-up ratings in MovieLens's CSV layout: each line has the load, then wall
# seconds, and at the end the seconds of processor time and the peak memory.
#
# Usage: benchmarks/datasets.sh [FOLDER] [ROUNDS] [ROWS]     Writes about 520 MB to FOLDER once. Needs Maven and
# DuckDB's jar, which Maven brings.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-${TMPDIR:-/tmp}/sommelier-datasets-benchmark}
rounds=${2:-3}
rows=${3:-20000000}
mkdir -p "$folder"
[ -n "${BUILT:-}" ] || (cd "$here" && mvn -q -B -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dmaven.test.skip package)
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(find /usr/lib/jvm/*25*/bin/java | head -n 1)}
jars=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'duckdb_jdbc-*.jar' -o -name 'fastcsv-*.jar' \
    -o -name 'jackson-databind-*.jar' -o -name 'jackson-core-*.jar' -o -name 'jackson-annotations-*.jar' | tr '\n' ':')
classes=$here/core/target/classes:$here/io/target/classes:$here/datasets/target/classes:$here/benchmarks/target/classes
[ -f "$folder/done" ] || {
    "$java" -cp "$classes" dev.sommelier.benchmarks.datasets.MovieLensWriter "$folder" "$rows" 7
    touch "$folder/done"
}
for ((round = 1; round <= rounds; round++)); do
    echo "load $(cut -d ' ' -f 1 /proc/loadavg)"
    TIMEFORMAT='processor time: %U s user, %S s system'
    time "$java" -Xmx1800m --enable-native-access=ALL-UNNAMED -cp "$classes:$jars" \
        dev.sommelier.benchmarks.datasets.ReadingBenchmark "$folder" min-rating=3 k-core=10
done
