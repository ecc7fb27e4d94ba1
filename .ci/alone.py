"""Makes data/alone.ja.txt of kotowari.text anew, when the dictionary that reads Japanese has changed.

python3 .ci/alone.py > policy/kotowari/text/data/alone.ja.txt
"""

from __future__ import annotations

import sys
from collections import defaultdict

from sudachipy import Dictionary

from kotowari.text.characters import IS_KANJI
from kotowari.text.fold import fold
from kotowari.text.japanese.listed import SPACE

HEAD = """\
# Kanji that are words by themselves, each with the other forms under which the dictionary files these words.
# Made by .ci/alone.py from sudachidict-core (Apache License 2.0).
"""


def main() -> None:
    """Print the table: a kanji a line."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in Dictionary(dict="core").entries():
        written, filed = fold(word.surface()).text, fold(word.normalized_form()).text
        if len(written) == 1 and IS_KANJI.match(written) and filed != written:
            found[written].add(filed.replace(" ", SPACE))
    sys.stdout.write(HEAD)
    for written, forms in sorted(found.items()):
        sys.stdout.write(f"{written} {' '.join(sorted(forms))}\n")


if __name__ == "__main__":
    main()
