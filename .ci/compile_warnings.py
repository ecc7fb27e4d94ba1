"""Compiles the extension's sources for their warnings alone, with most of what gcc and clang warn of; any is an error.

python3 .ci/compile_warnings.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "policy" / "kotowari" / "extension"
WARNINGS = (
    "-Wall", "-Wextra", "-Werror", "-Wshadow", "-Wpointer-arith", "-Wstrict-prototypes", "-Wvla",
    "-Wno-unused-parameter",  # the signatures are Python's
    "-Wno-missing-field-initializers",  # the types leave most of theirs empty
    "-Wno-cast-function-type",  # methods are cast to what Python calls
)  # fmt: skip


def main() -> int:
    """Compile every source without writing anything; the exit code of the first one with a warning."""
    compiler = os.environ.get("CC", "cc").split()
    include = f"-I{sysconfig.get_paths()['include']}"
    for source in sorted(SOURCES.glob("*.c")):
        command = [*compiler, "-std=c11", "-O2", "-fsyntax-only", *WARNINGS, include, str(source)]
        done = subprocess.run(command, check=False)  # noqa: S603 - the words are our own
        if done.returncode:
            return done.returncode
        print(f"no warnings: {source.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
