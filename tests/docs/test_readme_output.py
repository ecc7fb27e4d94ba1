"""README.md shows what its first command prints; .ci/run compares it after a real installation, this test at once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

COMMAND = "from kotowari_cli.main import main; main()"
# What would change what a terminal shows.
LEFT_OUT = {"COLUMNS", "FORCE_COLOR", "NO_COLOR", "KOTOWARI_POLICY", "LC_ALL", "LC_MESSAGES"}


def test_the_first_output_of_the_readme_is_what_is_printed(checkout: Path, tmp_path: Path) -> None:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"<!-- output: try [^>]*-->\n```text\n(.*?)\n```", readme, re.DOTALL)
    (words,) = re.findall(r'&& kotowari (check) "([^"]+)" -f (\S+)\n', readme)
    paths = os.pathsep.join(str(checkout / name) for name in ("policy", "cli"))
    kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", COMMAND, words[0], words[1], "-f", words[2]],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        encoding="utf-8",
        env={**kept, "PYTHONPATH": paths, "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
    )
    assert [line.rstrip() for line in run.stdout.strip().splitlines()] == shown.splitlines()
