"""Looking for words in all that a policy says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kotowari_cli.describe.things import Thing

_CONTEXT = 30


def find(things: Iterable[Thing], words: str) -> list[tuple[Thing, str]]:
    """The things in which every one of these words stands, in any case and width, and where the first stands.

    The second is empty where the name or the summary shows it already.
    """
    wanted = [folded(word) for word in words.split()]
    found: list[tuple[Thing, str]] = []
    for thing in things:
        texts = [folded(text) for text in (thing.name, thing.summary, *thing.texts)]
        if wanted and all(any(word in text for text in texts) for word in wanted):
            found.append((thing, _where(thing, wanted)))
    return found


def folded(text: str) -> str:
    """`text` as it is compared: neither case nor width matters."""
    return unicodedata.normalize("NFKC", text).casefold()


def _where(thing: Thing, wanted: Iterable[str]) -> str:
    shown = folded(f"{thing.name} {thing.summary}")
    for word in wanted:
        if word in shown:
            continue
        return next(_excerpt(text, word) for text in thing.texts if word in folded(text))
    return ""


def _excerpt(text: str, word: str) -> str:
    """The neighbourhood of a word; of the folded text where folding moved it."""
    line = " ".join(text.split())
    if len(folded(line)) != len(line):
        line = folded(line)
    start = folded(line).find(word)
    low, high = max(0, start - _CONTEXT), start + len(word) + _CONTEXT
    return f"{'…' if low else ''}{line[low:high]}{'…' if high < len(line) else ''}"
