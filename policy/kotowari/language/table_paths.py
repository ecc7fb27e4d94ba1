"""Where the rows of a table stand that names a file for them."""

from __future__ import annotations

import posixpath

SUFFIX = ".csv"


def path_of(rule_file: str, named: str) -> str | None:
    """The path, from the policy's folder, of a file that a rule file names; None where it leads out of the folder."""
    if "\\" in named or ":" in named or named.startswith("/") or not named.casefold().endswith(SUFFIX):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(rule_file), named))
    return None if any(part.startswith(".") for part in path.split("/")) else path


def has_rows(name: str) -> bool:
    """Whether a file holds the rows of tables; all others hold rules."""
    return name.casefold().endswith(SUFFIX)
