"""Breaking running text into lines that fit, in Japanese as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kotowari.diagnostics.display import clusters, columns
from kotowari.diagnostics.phrases import phrases

# What no line begins with, what no line ends with: the usual rules of Japanese typesetting. A backtick opens and
# closes, so no line breaks on either side of one.
NEVER_FIRST = frozenset(
    "、。，．・：；？！ー々〻ゝゞヽヾ〜～…‥」』）］｝〉》】〕”’゛゜"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    ",.:;?!)]}%`"
)
NEVER_LAST = frozenset("「『（［｛〈《【〔“‘([{`")
_WORD = re.compile(r" *[^ ]+")


def wrap(text: str, width: int, *, first: int | None = None, japanese: bool = False) -> list[str]:
    """`text` in lines of at most `width` columns, the first of at most `first`.

    Lines break at spaces and between Japanese characters, or in `japanese` sentences between phrases, and inside a
    word only where the word alone is wider than a line. Where nothing fits on the first line, it is empty. A width
    below 2 counts as 2, since a character may be that wide.
    """
    widths = [max(2, width if first is None else first), max(2, width)]
    lines, used = [""], 0
    for piece in phrases(text) if japanese else _pieces(text):
        room = widths[min(len(lines), 2) - 1]
        if used + columns(piece) <= room:
            lines[-1] += piece
        elif lines[-1] or room < widths[1]:
            lines += _cut(piece.lstrip(" "), widths[1], widths[1])
        else:
            lines[-1:] = _cut(piece, room, widths[1])
        used = columns(lines[-1])
    return lines


def _pieces(text: str) -> Iterator[str]:
    """The stretches of `text` between which a line may break, each with the spaces before it."""
    for word in _WORD.findall(text):
        piece, last, wide = list[str](), " ", False  # joined once: a word may be as long as a file
        for cluster, size in clusters(word):
            breaks = (wide or size == 2) and last not in NEVER_LAST and cluster[0] not in NEVER_FIRST
            if piece and last != " " and breaks:
                yield "".join(piece)
                piece.clear()
            piece.append(cluster)
            last, wide = cluster[0], size == 2
        yield "".join(piece)


def _cut(word: str, first: int, width: int) -> list[str]:
    """`word` in as many lines as it fills, the first of at most `first` columns."""
    lines, used = [""], 0
    for cluster, size in clusters(word):
        if used + size > (first if len(lines) == 1 else width) and used:
            lines.append("")
            used = 0
        lines[-1] += cluster
        used += size
    return lines
