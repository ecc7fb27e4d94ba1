"""The words of `kotowari check --reply` and `--copy` in the languages of the command line."""

from __future__ import annotations

from kotowari.record import record


@record
class SendingWords:
    """What is said beside a reply that goes out. `{…}` are filled in where they are used."""

    copied: str
    nothing: str
    ask: str
    no_words: str


ENGLISH = SendingWords(
    copied="the reply is on the clipboard",
    nothing="there is no reply yet",
    ask="it waits for {facts}; give it with -f, or leave out --reply to see what it changes",
    no_words="no rule that speaks here, and no usual script, has words for the customer",
)

JAPANESE = SendingWords(
    copied="返信をクリップボードにコピーしました",
    nothing="返信はまだありません",
    ask="{facts}が必要です。-f で指定するか、--reply を外して、何が変わるかをご覧ください",
    no_words="該当するルールにも共通の定型文にも、お客様への文面がありません",
)


def sending_words(language: str) -> SendingWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
