#!/bin/sh
# What `sommelier compare` does beside models and metrics: a run under Java Flight Recorder, its samples by what was at
# work. Usage: benchmarks/compare-overhead.sh [FILE|PRESET] (default ml-100k-topn). The data set has to be here already.
# Samples count threads that run Java code; what the collector and the compiler do beside them is in no row.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

SOMMELIER_JAVA_OPTS="${SOMMELIER_JAVA_OPTS:-} -XX:FlightRecorderOptions=stackdepth=256 \
-XX:StartFlightRecording=filename=$work/compare.jfr,settings=profile,dumponexit=true" \
    "$here/../sommelier" compare "${1:-ml-100k-topn}" --out "$work/out" >"$work/text" 2>"$work/errors" || {
    cat "$work/errors" >&2
    exit 1
}
# jfr stands beside the java that the launcher found.
jfr=$(command -v jfr || find /usr/lib/jvm "${JAVA_HOME:-/nonexistent}" -path '*25*' -name jfr -type f 2>/dev/null | head -n 1)
[ -n "$jfr" ] || { echo "jfr of JDK 25 was not found: put it on the path" >&2; exit 1; }
"$jfr" print --json --stack-depth 256 --events jdk.ExecutionSample,jdk.NativeMethodSample "$work/compare.jfr" \
    >"$work/samples.json"
python3 "$here/compare_overhead.py" "$work/samples.json"
