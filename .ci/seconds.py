"""Makes data/seconds.ja.txt of kotowari.text anew, when the dictionary that reads Japanese has changed.

    python3 .ci/seconds.py > policy/kotowari/text/data/seconds.ja.txt

A text is searched for what the spellings of a pattern's words can begin with, by two characters where that can be told.
Mostly they are those of the form under which the dictionary files the word, with the endings of a verb in place of its
last character, or those of its reading. This asks the dictionary for all other beginnings.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from sudachipy import Dictionary

from kotowari.text.characters import IS_KANJI
from kotowari.text.fold import fold
from kotowari.text.japanese.listed import ENDS_OF_VERBS, IRREGULAR, SPACE, elsewhere, opening

HEAD = """\
# Two characters that the words filed under a form can begin with beside those that follow from that form and from how
# they are read: first the two characters that the form begins with.
# Made by .ci/seconds.py from sudachidict-core (Apache License 2.0).
"""


def entries() -> Iterator[tuple[str, str, str]]:
    """Each word of the dictionary: how it is written, the form under which it is filed, how it is read."""
    for word in Dictionary(dict="core").entries():
        yield fold(word.surface()).text, fold(word.normalized_form()).text, fold(word.reading_form()).text


def is_unexpected(start: str, filed: str, read: str) -> bool:
    """Whether a word begins otherwise than its form and its reading tell, with a character that it is searched for."""
    form = filed[:2]
    ends = ENDS_OF_VERBS.get(filed[1:], "")
    ending = len(start) > 1 and start[1] in ends
    if start == form or (ending and start[0] == form[0]):
        return False
    if IS_KANJI.match(start):
        return opening(start) in {opening(form), *elsewhere().get(opening(form), ())}
    return start != read[:2] or (ends != "" and not ending)


def main() -> None:
    """Print the table: a form a line."""
    found: dict[str, set[str]] = defaultdict(set)
    several: dict[str, set[str]] = defaultdict(set)
    for written, filed, read in entries():
        start = written[:2]
        if is_unexpected(start, filed, read):
            found[filed[:2]].add(start)
        if start[:1] in {"お", "ご"} or filed in IRREGULAR:
            several[filed].add(start)
    for filed, starts in several.items():
        if len(starts) > 1:  # one is that of the reading
            found[filed[:2]] |= starts - {filed[:2]}
    sys.stdout.write(HEAD)
    for form, starts in sorted(found.items()):
        words = (word.replace(" ", SPACE) for word in (form, *sorted(starts)))
        sys.stdout.write(f"{' '.join(words)}\n")


if __name__ == "__main__":
    main()
