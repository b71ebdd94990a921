"""CPU time to inflate every blob entry of a repository's packs once with zlib: python3 bench/floor.py REPOSITORY

No scanner of whole history can do with less, so this is what the comparison holds CPU times against. Entries that are
deltas are inflated (their instructions), not applied. Loose objects are not counted. Prints one line of JSON:

  cpu         seconds, of the inflating alone; finding out which entries are blobs is not timed
  entries     blob entries inflated, and how many of them are deltas
  compressed  bytes read
  inflated    bytes written

Formats: https://git-scm.com/docs/gitformat-pack (pack version 2, index version 2, SHA-1 and SHA-256).
"""

import glob
import json
import mmap
import os
import struct
import subprocess
import sys
import time
import zlib

BLOB, OFFSET_DELTA, REFERENCE_DELTA = 3, 6, 7


def object_folders(repository):
    """The repository's object folder and those of its alternates (gitrepository-layout, objects/info/alternates)."""

    def git(*args):
        return subprocess.run(
            ["git", "-C", repository, "rev-parse", *args], check=True, capture_output=True, text=True
        ).stdout.strip()

    todo = [os.path.join(repository, git("--git-path", "objects"))]
    seen = []
    while todo:
        folder = os.path.realpath(todo.pop())
        if folder in seen:
            continue
        seen.append(folder)
        listing = os.path.join(folder, "info", "alternates")
        if os.path.exists(listing):
            with open(listing, encoding="utf-8") as lines:
                todo += [os.path.join(folder, line.rstrip("\n")) for line in lines if line.strip()]
    return seen, 32 if git("--show-object-format") == "sha256" else 20


def read_index(path, hash_length):
    """Offset of each object by its binary name."""
    with open(path, "rb") as file:
        index = file.read()
    if index[:8] != b"\xfftOc\0\0\0\x02":
        raise ValueError(f"{path}: not an index of version 2")
    (count,) = struct.unpack_from(">I", index, 8 + 255 * 4)
    names = 8 + 256 * 4
    small = names + count * (hash_length + 4)
    large = small + 4 * count
    offsets = {}
    for at, offset in enumerate(struct.unpack_from(f">{count}I", index, small)):
        if offset & 0x80000000:
            (offset,) = struct.unpack_from(">Q", index, large + 8 * (offset & 0x7FFFFFFF))
        offsets[index[names + at * hash_length : names + (at + 1) * hash_length]] = offset
    return offsets


def read_header(pack, offset, by_name, hash_length):
    """Type of an entry, where its base stands (-1 without one), and where its compressed data begin."""
    at = offset
    byte = pack[at]
    kind = (byte >> 4) & 7
    while byte & 0x80:
        at += 1
        byte = pack[at]
    at += 1
    if kind == OFFSET_DELTA:
        byte = pack[at]
        back = byte & 0x7F
        while byte & 0x80:
            at += 1
            byte = pack[at]
            back = ((back + 1) << 7) | (byte & 0x7F)
        return kind, offset - back, at + 1
    if kind == REFERENCE_DELTA:
        return kind, by_name[pack[at : at + hash_length]], at + hash_length
    return kind, -1, at


def blob_entries(pack, by_name, hash_length):
    """(begin, end, is a delta) of the compressed data of each blob, in the order of the pack."""
    offsets = sorted(by_name.values())
    headers = {offset: read_header(pack, offset, by_name, hash_length) for offset in offsets}
    kinds = {}
    for offset in offsets:
        chain = [offset]
        while chain[-1] not in kinds and headers[chain[-1]][1] >= 0:
            chain.append(headers[chain[-1]][1])
        kind = kinds.get(chain[-1], headers[chain[-1]][0])
        kinds.update((one, kind) for one in chain)
    ends = [*offsets[1:], len(pack) - hash_length]
    return [
        (headers[offset][2], end, headers[offset][1] >= 0)
        for offset, end in zip(offsets, ends)
        if kinds[offset] == BLOB
    ]


def inflate_all(pack, entries):
    """Seconds of CPU time, and bytes that came out."""
    inflated = 0
    inflater = zlib.decompressobj
    begun = time.process_time()
    for begin, end, _ in entries:
        inflated += len(inflater().decompress(pack[begin:end]))
    return time.process_time() - begun, inflated


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python3 bench/floor.py REPOSITORY")
    folders, hash_length = object_folders(sys.argv[1])
    total = {"cpu": 0.0, "entries": 0, "deltas": 0, "compressed": 0, "inflated": 0}
    for path in sorted(one for folder in folders for one in glob.glob(os.path.join(folder, "pack", "*.pack"))):
        by_name = read_index(path[: -len("pack")] + "idx", hash_length)
        with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pack:
            entries = blob_entries(pack, by_name, hash_length)
            cpu, inflated = inflate_all(pack, entries)
        total["cpu"] += cpu
        total["entries"] += len(entries)
        total["deltas"] += sum(delta for _, _, delta in entries)
        total["compressed"] += sum(end - begin for begin, end, _ in entries)
        total["inflated"] += inflated
    print(json.dumps(total))


main()
