"""Words that the text writes as one and the pattern as two, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kotowari.text.fold import fold
from kotowari.text.near.seen import Place, Seen
from kotowari.text.near.units import Unit


def joined(words: Sequence[Unit], seen: Seen) -> tuple[Place, ...]:
    """Where the text has `login` for "log in", or "time sheet" for `timesheet`: the first place of each."""
    pieces = [fold(unit.piece).text for unit in words]
    if not all(piece.isalpha() and piece.isascii() for piece in pieces):
        return ()
    whole = "".join(pieces)
    if len(pieces) > 1:
        return tuple((token.start, token.end) for token in seen.words if token.text == whole)
    return tuple(_parted(whole, seen))


def _parted(word: str, seen: Seen) -> Iterator[Place]:
    """Where two neighbouring words of the text make up the word."""
    known = {token.text for token in seen.words}
    for cut in range(2, len(word) - 1):
        before, after = word[:cut], word[cut:]
        for sign in " -" if before in known and after in known else "":
            found = seen.folded.text.find(f"{before}{sign}{after}")
            if found >= 0:
                yield found, found + len(word) + 1
