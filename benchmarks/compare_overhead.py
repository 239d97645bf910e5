"""Sorts the samples of a `sommelier compare` under Java Flight Recorder by what was at work.

Usage: compare_overhead.py SAMPLES.json, as `jfr print --json --events jdk.ExecutionSample,jdk.NativeMethodSample` writes.
"""
import collections
import json
import sys

HERE = "dev.sommelier."
COMPARE = HERE + "experiments.compare."
# The first rule that a frame of the stack meets decides, in this order of rules, wherever the frame stands.
RULES = [
    ("models", (COMPARE + "Fits.fit", HERE + "recommenders.", HERE + "llm.", HERE + "agent.")),
    ("metrics and statistics", (HERE + "evaluation.", COMPARE + "report.Measures", COMPARE + "report.Contrast",
                                COMPARE + "report.Slices")),
    ("journal", (HERE + "io.journal.", HERE + "io.sqlite.", COMPARE + "Codec")),
    ("data set and split", (HERE + "datasets.", COMPARE + "Material")),
    ("questions and checks of answers", (COMPARE + "Questions", COMPARE + "Asking")),
    ("report in every form", (COMPARE + "report.", HERE + "experiments.report.")),
]
OVERHEAD = "start, options, everything else"


def part(frames):
    for name, prefixes in RULES:
        if any(frame.startswith(prefixes) for frame in frames):
            return name
    return OVERHEAD


def main(path):
    with open(path, encoding="utf-8") as file:
        events = json.load(file)["recording"]["events"]
    counts = collections.Counter()
    places = collections.defaultdict(collections.Counter)
    for event in events:
        values = event["values"]
        stack = values.get("stackTrace") or {"frames": []}
        frames = [
            frame["method"]["type"]["name"].replace("/", ".") + "." + frame["method"]["name"]
            for frame in stack["frames"]
        ]
        thread = (values.get("sampledThread") or {}).get("javaName") or ""
        # Workers of the common pool train models; nothing else of this command uses them.
        name = "models" if thread.startswith("ForkJoinPool") else part(frames)
        counts[name] += 1
        own = next((frame for frame in frames if frame.startswith(HERE)), frames[0] if frames else "?")
        places[name][own] += 1
    total = sum(counts.values())
    print(f"{total} samples")
    for name, count in counts.most_common():
        print(f"{name:34} {count:6} {100 * count / total:6.2f} %")
        if name != "models":
            for place, times in places[name].most_common(4):
                print(f"    {times:6} {place}")
    rest = total - counts["models"] - counts["metrics and statistics"]
    print(f"overhead (all but models and metrics): {100 * rest / total:.2f} %")


if __name__ == "__main__":
    main(sys.argv[1])
