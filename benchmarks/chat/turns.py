#!/usr/bin/env python3
"""Measures a conversation over pipes: first output, time of each reply, memory of the process.

usage: turns.py TURNS SOMMELIER [ARGUMENT...]
  such as  turns.py 500 ./sommelier chat --data ml-100k --no-model --session turns.jsonl
A reply's time runs from the line's write to the first byte of its answer. Memory is that of the JVM (VmRSS).
"""
import json
import os
import statistics
import subprocess
import sys
import time

LINES = [
    "something like Alien, but no horror",
    "more",
    "I liked number 1",
    "more recent",
    "undo",
    "a comedy from the 90s",
    "why 2?",
    "less of the same",
    "I've seen the third",
    "start over",
]


def jvm(pid):
    """The youngest descendant: the launcher's JVM."""
    children = open(f"/proc/{pid}/task/{pid}/children").read().split()
    return jvm(int(children[-1])) if children else pid


def memory(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


turns = int(sys.argv[1])
start = time.monotonic()
chat = subprocess.Popen(
    sys.argv[2:] + ["--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
)
os.read(chat.stderr.fileno(), 1)
visible = time.monotonic() - start


def say(line):
    begun = time.monotonic()
    chat.stdin.write((line + "\n").encode())
    chat.stdin.flush()
    first = os.read(chat.stdout.fileno(), 1)
    took = time.monotonic() - begun
    json.loads(first + chat.stdout.readline())
    return took


ready = say("/model")
chat_pid = jvm(chat.pid)
times, memories = [], []
for turn in range(turns):
    times.append(say(LINES[turn % len(LINES)]))
    memories.append(memory(chat_pid))
chat.stdin.close()
code = chat.wait()
millis = sorted(1000 * t for t in times)
print(f"first visible output {visible:.2f} s after the command, ready after {visible + ready:.2f} s")
print(
    f"{turns} replies: first {1000 * times[0]:.0f} ms, median {statistics.median(millis):.1f} ms,"
    f" 95th percentile {millis[int(0.95 * (len(millis) - 1))]:.1f} ms, longest {millis[-1]:.0f} ms"
)
for turn in [t for t in (10, 100, 200, 300, 400, 500) if t <= turns]:
    print(f"memory after turn {turn}: {memories[turn - 1]:.0f} MB")
print(f"exit code {code}")
