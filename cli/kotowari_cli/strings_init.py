"""The words of `kotowari init` in the languages of the command line."""

from __future__ import annotations

from kotowari.record import record


@record
class InitWords:
    """What is said once a pack is copied. `{…}` are filled in where they are used."""

    copied: str
    read_first: str


ENGLISH = InitWords(
    copied="`{folder}` holds a policy now, a copy of the pack `{pack}`. Next:",
    read_first="{file} says what to change first.",
)

JAPANESE = InitWords(
    copied="付属の方針 `{pack}` を `{folder}` に写しました。次にできること：",
    read_first="初めに変えるところは {file} にあります。",
)


def init_words(language: str) -> InitWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
