"""Says which functions of the linked module are put into its second half.

    later_functions.py MODULE OBJECTS NM WASM_OPT OUT --first SOURCE… --doors FUNCTION…

SOURCE is a folder or a source of the first half ("core/text", "core/restore/decide.cpp"), OBJECTS a file with the object
files of both halves, one a line. A function is in the second half if only sources outside the first have it. But what
the first half calls directly is in the first as well: the optimizer keeps one of two functions that do the same, under
either's name. Only the doors are called in the second half; they are functions of the namespace palimpsest that must not
be inlined. MODULE has names; OUT gets a name a line.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys


def printed_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def source_of(object_file):
    """"CMakeFiles/core.dir/core/text/utf8.cpp.o" is of "core/text/utf8.cpp"."""
    return re.sub(r"(?:^|(?<=/))CMakeFiles/[^/]*\.dir/", "", object_file).removesuffix(".o")


def read_sources(objects, nm):
    """Of each function, the sources that have it."""
    build = pathlib.Path(objects).resolve().parent
    files = [path for path in pathlib.Path(objects).read_text().split("\n") if path]
    sources = collections.defaultdict(set)
    for line in printed_by(nm, "-A", "--defined-only", *files):
        file, function = re.fullmatch(r"(.*\.o): *\S+ \S (.*)", line).groups()
        path = pathlib.Path(file)
        sources[function].add(source_of(str(path.relative_to(build) if path.is_absolute() else path)))
    return sources


def read_calls(module, wasm_opt):
    """Each function with those that it calls directly, and those that stand in the table of functions."""
    calls = collections.defaultdict(set)
    in_table = set()
    for line in printed_by(wasm_opt, module, "--print-call-graph", "--all-features", "--quiet"):
        if called := re.fullmatch(r' *"(.*)" -> "(.*)"; // call', line):
            calls[called[1]].add(called[2])
        elif placed := re.fullmatch(r' *"(.*)" \[style="filled, rounded"\];', line):
            in_table.add(placed[1])
        elif known := re.fullmatch(r' *"(.*)" \[style="filled".*\];', line):
            calls[known[1]]
    return calls, in_table


def reached(begin, calls, stops):
    found = set()
    left = list(begin)
    while left:
        function = left.pop()
        if function not in found and function not in stops:
            found.add(function)
            left.extend(calls.get(function, ()))
    return found


def main():
    arguments = argparse.ArgumentParser()
    for name in ("module", "objects", "nm", "wasm_opt", "out"):
        arguments.add_argument(name)
    for name in ("--first", "--doors"):
        arguments.add_argument(name, nargs="+", required=True)
    given = arguments.parse_args()
    sources = read_sources(given.objects, given.nm)
    calls, in_table = read_calls(given.module, given.wasm_opt)

    def is_first(source):
        return any(source == name or source.startswith(name + "/") for name in given.first)

    def is_only_later(function):
        # Where two sources have a function of one name for themselves, the linker puts a number after it.
        of = sources.get(function) or sources.get(re.sub(r"(?:\.llvm)?\.\d+$", "", function))
        return of is not None and not any(map(is_first, of))

    doors = set()
    for door in given.doors:
        named = {function for function in calls if function.startswith(f"_ZN10palimpsest{len(door)}{door}E")}
        if not named:
            sys.exit(f"{given.module} has no function {door}: was it inlined, or linked without names?")
        doors |= named
    # What stands in the table for a row is asked for as a row; what is a library's may be anybody's.
    is_ours = re.compile(r"_ZZ?NK?10palimpsest").match
    begin = {function for function in calls if not is_only_later(function)}
    begin |= {function for function in in_table if not is_ours(function)}
    first = reached(begin, calls, doors)
    later = sorted(function for function in calls if function not in first)
    pathlib.Path(given.out).write_text("".join(f"{function}\n" for function in later))


main()
