"""What a built wheel holds, against the checkout.

python3 .ci/wheel.py content WHEEL       every file of the packages and packs once, and nothing else
python3 .ci/wheel.py same WHEEL WHEEL    the same names and bytes
"""

from __future__ import annotations

import sys
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZipFile

CHECKOUT = Path(__file__).resolve().parent.parent
PLACES = {"policy/kotowari": "kotowari", "cli/kotowari_cli": "kotowari_cli", "rules": "kotowari/rules"}
NEEDED = (
    "kotowari/py.typed",
    "kotowari/language/grammar.lark",
    "kotowari/diagnostics/pages/*.md",
    "kotowari/diagnostics/pages/ja/*.md",
    "kotowari/*.schema.json",
    "kotowari/text/*.txt",
    "kotowari/rules/starter/*.rules",
    "kotowari/rules/starter/README.md",
    "kotowari/rules/airline/*.rules",
    "kotowari/rules/retail/*.rules",
    "kotowari_cli/main.py",
    "kotowari-*.dist-info/entry_points.txt",
    "kotowari-*.dist-info/licenses/LICENSE",
)
# What is compiled, in a wheel for the machines that it was compiled on.
COMPILED = "kotowari/extension/_compiled.c*"


def expected() -> set[str]:
    """The names that the checkout says a wheel has, `.dist-info` and what is compiled aside."""
    return {
        f"{target}/{file.relative_to(CHECKOUT / folder).as_posix()}"
        for folder, target in PLACES.items()
        for file in (CHECKOUT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.suffix not in {".c", ".h", ".so"}
    }


def faults(names: list[str]) -> list[str]:
    """What is wrong with a wheel of these names, a line each."""
    packaged = {name for name in names if ".dist-info/" not in name and not fnmatch(name, COMPILED)}
    top = {name.split("/")[0] for name in packaged}
    return [
        *(f"twice: {name}" for name in sorted(set(names)) if names.count(name) > 1),
        *(f"not a name of ours at the top: {name}" for name in sorted(top - {"kotowari", "kotowari_cli"})),
        *(f"not in the checkout: {name}" for name in sorted(packaged - expected())),
        *(f"left out: {name}" for name in sorted(expected() - packaged)),
        *(f"nothing like: {pattern}" for pattern in NEEDED if not any(fnmatch(name, pattern) for name in names)),
    ]


def content(wheel: Path) -> dict[str, bytes]:
    """Every file of the wheel with its bytes."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def differences(one: Path, other: Path) -> list[str]:
    """The names whose bytes differ, or that only one of the wheels has."""
    first, second = content(one), content(other)
    return [f"differs: {name}" for name in sorted({*first, *second}) if first.get(name) != second.get(name)]


def main(arguments: list[str]) -> None:
    """Do what the arguments say; the exit code is 1 where something is wrong, with every fault on standard error."""
    match arguments:
        case ["content", wheel]:
            with ZipFile(wheel) as archive:
                found = faults(archive.namelist())
        case ["same", one, other]:
            found = differences(Path(one), Path(other))
        case _:
            sys.exit(__doc__)
    if found:
        sys.exit("\n".join(found))
    print(f"as it should be: {', '.join(Path(wheel).name for wheel in arguments[1:])}")


if __name__ == "__main__":
    main(sys.argv[1:])
