"""What README.md promises, for those who hold it to that: its marked commands and the output it shows for them.

python3 .ci/readme.py command NAME       prints the command in the block after `<!-- command: NAME -->`
python3 .ci/readme.py shown NAME FILE    fails where FILE does not end as the block after `<!-- output: NAME -->`
"""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def block(mark: str, readme: str) -> str:
    """The content of the one fenced block that follows the comment `<!-- mark -->`; exits where it is not there."""
    found = re.findall(rf"^<!-- {re.escape(mark)}\b[^>]*-->\n```\w*\n(.*?)\n```$", readme, re.MULTILINE | re.DOTALL)
    if len(found) != 1:
        sys.exit(f"README.md: {len(found)} fenced blocks are marked `{mark}`, one is needed")
    return str(found[0])


def difference(expected: str, printed: str) -> list[str]:
    """The lines in which the end of `printed` differs from `expected`; spaces at the ends of lines do not count."""
    wanted = [line.rstrip() for line in expected.strip().splitlines()]
    given = [line.rstrip() for line in printed.strip().splitlines()][-len(wanted) :]
    return list(difflib.unified_diff(wanted, given, "README.md", "printed", lineterm=""))


def main(arguments: list[str]) -> None:
    """Do what the arguments say; the exit code is 1 where README.md is not true, with the reason on standard error."""
    readme = README.read_text(encoding="utf-8")
    match arguments:
        case ["command", name]:
            print(block(f"command: {name}", readme))
        case ["shown", name, file]:
            lines = difference(block(f"output: {name}", readme), Path(file).read_text(encoding="utf-8"))
            if lines:
                sys.exit("\n".join(["README.md shows other output than was printed:", *lines]))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
