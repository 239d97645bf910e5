#!/bin/sh
# Judging speed of the in-process engine: benchmarks/llm.sh ROUNDS MODEL.gguf [OTHER.gguf ...]
# Build first: mvn -q -pl benchmarks -am package -DskipTests -DskipITs dependency:copy-dependencies
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" --enable-native-access=ALL-UNNAMED -cp "$here/target/classes:$here/target/dependency/*" \
    dev.sommelier.benchmarks.llm.JudgeBenchmark "$@"
