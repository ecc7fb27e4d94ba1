"""The words of `kotowari reply` in the languages of the command line."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.record import record


@record
class ReplyWords:
    """What is said of a reply. `{…}` are filled in where they are used."""

    nothing_found: str
    against: str
    languages: Mapping[str, str]


ENGLISH = ReplyWords(
    nothing_found="no problems in this reply, read as {language}",
    against="no problems in this reply, read as {language}, for the decision {verdict}",
    languages={"en": "English", "ja": "Japanese"},
)

JAPANESE = ReplyWords(
    nothing_found="この返信に問題はありません（{language}として確認）",
    against="この返信に問題はありません（{language}、判定「{verdict}」の返信として確認）",
    languages={"en": "英語", "ja": "日本語"},
)


def reply_words(language: str) -> ReplyWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
