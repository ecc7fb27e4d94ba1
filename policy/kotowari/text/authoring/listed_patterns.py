"""Lists that somebody wrote as one pattern, such as 「返金、返品」: it finds the list, and not what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kotowari.text.characters import KANJI

_SIGNS: Final = ",，､、;；"
# These part the words of a name as well: A/B, クーリング・オフ.
_SIGNS_OF_NAMES: Final = "・･/／"
_TOKEN: Final = re.compile(r"\\.|[0-9０-９]+(?:[,，][0-9０-９]+)+|.", re.DOTALL)
# Ends of clauses, and words that go on with one; names in a list have neither.
_GOES_ON: Final = re.compile(
    "(?:ます|です|ない|た)(?:が|けど|けれど)$|(?:ので|のに|けれども?|ですから|たら|[えけげせてねべめれ]ば|ても)$"
)
_CONTINUES: Final = re.compile(
    r"(?:but|so|because|though|although|if|when|which|who|please|thanks|thank|i|we|you|it|is|are|can|could)\b",
    re.IGNORECASE,
)
_OF_NO_NAME: Final = re.compile(f"[\u3041-\u309f{KANJI}]")


def listed(text: str) -> tuple[str, ...]:
    r"""The patterns that stand in `text` as a list; none where it is no list.

    A sign with a backslash before it, within brackets or within a number is meant as it stands.
    """
    parts = _parts(text, _SIGNS)
    if len(parts) == 1:
        parts = _parts(text, _SIGNS_OF_NAMES)
        parts = parts if all(_OF_NO_NAME.search(part) for part in parts) else []
    return tuple(filter(None, parts)) if len(parts) > 1 and not _is_sentence(parts) else ()


def _is_sentence(parts: Sequence[str]) -> bool:
    """Whether what the signs part is one sentence, as in 「高いので、安くして」 or "sorry, but no"."""
    return any(_GOES_ON.search(part) for part in parts[:-1]) or any(_CONTINUES.match(part) for part in parts[1:])


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
