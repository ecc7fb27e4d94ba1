"""Makes data/starts.ja.txt of kotowari.text anew, when the dictionary that reads Japanese has changed; takes minutes.

    python3 .ci/starts.py > policy/kotowari/text/data/starts.ja.txt

`kotowari.text.japanese.starts` tells what the words of a key begin with. This asks it about every word of the
dictionary, and lists for which of them it is wrong.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from sudachipy import Dictionary

from kotowari.text.fold import fold
from kotowari.text.japanese import listed
from kotowari.text.japanese.listed import SPACE
from kotowari.text.japanese.morphemes import CAN, Morpheme, key_of
from kotowari.text.japanese.starts import CLASSES, LENGTH, beginnings, lengthened

HEAD = """\
# What the words filed under a form can begin with, in two or three characters, beside what follows from that form and
# from how it is read: first the three characters that the form begins with.
# Made by .ci/starts.py from sudachidict-core (Apache License 2.0).
"""


def words() -> Iterator[Morpheme]:
    """Each word of the dictionary as a morpheme, with how it is written in place of its reading."""
    for word in Dictionary(dict="core").entries():
        word_class, base = word.part_of_speech()[0], word.dictionary_form()
        written = fold(word.surface()).text
        yield Morpheme(0, len(written), key_of(word_class, base, word.normalized_form()), word_class, base, written)


def unexpected(group: list[Morpheme], able: list[Morpheme]) -> Iterator[str]:
    """What words of one key begin with, where that does not follow from the form of one of them.

    A pattern finds what can be done as well, which has a key of its own.
    """
    written = {word.reading for word in (*group, *able)}
    forms = {(word.word_class, word.base): word for word in group if word.word_class in CLASSES}
    for form in forms.values():
        told = beginnings(form)
        for word in written:
            if not word.startswith(tuple(lengthened(word[:2], form))):
                yield word[:3]
            elif not word.startswith(told):
                yield word[:2]


def main() -> None:
    """Print the table: a form a line."""
    assert not listed.starts(), "empty the table first"
    groups: dict[str, list[Morpheme]] = defaultdict(list)
    for word in words():
        groups[word.key].append(word)
    found: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        found[key.removesuffix(CAN)[:LENGTH]].update(unexpected(group, groups.get(key + CAN, [])))
    sys.stdout.write(HEAD)
    for form, starts in sorted(found.items()):
        if starts:
            spelled = (each.replace(" ", SPACE) for each in (form, *sorted(starts)))
            sys.stdout.write(f"{' '.join(spelled)}\n")


if __name__ == "__main__":
    main()
