"""Regular expressions that are compiled when they are first used.

There are many of them, few are needed in a run, and compiling one takes as long as deciding some requests.
"""

from __future__ import annotations

import re
from typing import cast


class _Lazy:
    """Becomes the compiled expression, as far as anyone looks: its methods are the compiled ones from the first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """What is not there yet: the methods and attributes of the compiled expression."""
        compiled = re.compile(self._source, self._flags)
        for each in ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "pattern", "flags"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, compiled when it is first used; it must be one that `re` reads."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
