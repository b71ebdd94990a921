"""Runs one command and says what it and everything it started cost.

  python3 bench/measure.py --timeout SECONDS [--count PREFIX] [--spot LABEL=REGEX]... -- COMMAND...

Nothing the command prints is kept, since scanners print what they find: lines of its standard output that begin with
PREFIX are counted, and of its standard error only the LABELs are told whose REGEX a line held. Prints one line of JSON:

  wall        seconds from start to exit
  user, system  seconds of CPU time of all its processes
  process     largest resident size of any one process, bytes
  tree        largest sum of resident sizes, bytes, looked at every 100 ms; pages that processes share count for each
  exit        its exit code, or minus the signal's number
  timed_out   whether it was ended after SECONDS
  lines       lines of standard output counted
  spotted     labels
  offline     whether it ran without any network

Linux only: processes whose parent ended are adopted (prctl(2), PR_SET_CHILD_SUBREAPER) so that wait(2) tells their CPU
time too, and the command gets a network namespace without a way out (unshare(2)) where the user is allowed to.
"""

import argparse
import ctypes
import json
import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
CLONE_NEWNET = 0x40000000
LINE_LIMIT = 1 << 16
SAMPLE_SECONDS = 0.1
PAGE = os.sysconf("SC_PAGE_SIZE")


def descendants(pid):
    """Ids of all processes below one. What ends meanwhile is left out."""
    found = []
    todo = [pid]
    while todo:
        one = todo.pop()
        try:
            for thread in os.listdir(f"/proc/{one}/task"):
                with open(f"/proc/{one}/task/{thread}/children", encoding="ascii") as file:
                    children = [int(child) for child in file.read().split()]
                found += children
                todo += children
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def resident(pid):
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


def lines_of(stream):
    """The first part of each line: a line has no bound, what is kept of it has."""
    begins = True
    while part := stream.readline(LINE_LIMIT):
        if begins:
            yield part
        begins = part.endswith(b"\n")


def reap():
    """Ends and waits for what the command left behind, so that its CPU time is counted."""
    while left := descendants(os.getpid()):
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        try:
            while os.waitpid(-1, 0)[0]:
                pass
        except ChildProcessError:
            pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--timeout", type=float, required=True)
    parser.add_argument("--count")
    parser.add_argument("--spot", action="append", default=[])
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    spots = [(label, re.compile(regex.encode())) for label, regex in (spot.split("=", 1) for spot in options.spot)]

    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    # Whoever ends the comparison ends what it measures, too.
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    offline = libc.unshare(CLONE_NEWNET) == 0

    result = {"tree": 0, "lines": 0, "timed_out": False, "offline": offline}
    spotted = set()

    def count(stream):
        for line in lines_of(stream):
            if options.count is not None and line.startswith(options.count.encode()):
                result["lines"] += 1

    def spot(stream):
        for line in lines_of(stream):
            spotted.update(label for label, regex in spots if regex.search(line))

    # A wrapper that stands in for python3 may have had children of its own under this process id.
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    child = subprocess.Popen(
        options.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    readers = [
        threading.Thread(target=count, args=(child.stdout,)),
        threading.Thread(target=spot, args=(child.stderr,)),
    ]
    for reader in readers:
        reader.start()
    while True:
        try:
            child.wait(SAMPLE_SECONDS)
            break
        except subprocess.TimeoutExpired:
            result["tree"] = max(result["tree"], sum(map(resident, descendants(os.getpid()))))
        if time.monotonic() - begun > options.timeout:
            result["timed_out"] = True
            child.kill()
            child.wait()
            break
    result["wall"] = time.monotonic() - begun
    reap()
    for reader in readers:
        reader.join()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    result["user"] = usage.ru_utime - before.ru_utime
    result["system"] = usage.ru_stime - before.ru_stime
    result["process"] = usage.ru_maxrss * 1024
    result["tree"] = max(result["tree"], result["process"])
    result["exit"] = child.returncode
    result["spotted"] = sorted(spotted)
    print(json.dumps(result))


try:
    main()
finally:
    reap()
