"""Lists that somebody wrote as one pattern, such as 「返金、返品」: it finds the list, and not what stands in it."""

from __future__ import annotations

import re
from typing import Final

from kotowari.text.characters import KANJI

_SIGNS: Final = ",，､、;；"
# These part the words of a name as well: A/B, クーリング・オフ.
_SIGNS_OF_NAMES: Final = "・･/／"
_TOKEN: Final = re.compile(r"\\.|[0-9０-９]+(?:[,，][0-9０-９]+)+|.", re.DOTALL)
_OF_NO_NAME: Final = re.compile(f"[\u3041-\u309f{KANJI}]")


def listed(text: str) -> tuple[str, ...]:
    r"""The patterns that stand in `text` as a list; none where it is no list.

    A sign with a backslash before it, within brackets or within a number is meant as it stands.
    """
    parts = _parts(text, _SIGNS)
    if len(parts) == 1:
        parts = _parts(text, _SIGNS_OF_NAMES)
        parts = parts if all(_OF_NO_NAME.search(part) for part in parts) else []
    return tuple(filter(None, parts)) if len(parts) > 1 else ()


def _parts(text: str, signs: str) -> list[str]:
    """The text parted at these signs."""
    parts, depth = [""], 0
    for sign in _TOKEN.findall(text):
        depth += (sign in "(（") - (sign in ")）")
        if depth == 0 and sign in signs:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
