"""The words of `kotowari lint` in the languages of the command line; what it finds has catalogues of its own."""

from __future__ import annotations

from kotowari.record import record


@record
class LintWords:
    """What stands below what was found. `{…}` are filled in where they are used."""

    no_problems: str
    no_problems_in_one: str
    silenced: str
    one_silenced: str
    no_proofs: str


ENGLISH = LintWords(
    no_problems="no problems in {count} files of {folder}",
    no_problems_in_one="no problems in 1 file of {folder}",
    silenced="{count} checks silenced",
    one_silenced="1 check silenced",
    no_proofs="deeper proofs are left out: they need z3 (pip install 'kotowari[verify]')",
)

JAPANESE = LintWords(
    no_problems="{folder} の{count}個のファイルに問題はありません",
    no_problems_in_one="{folder} の1個のファイルに問題はありません",
    silenced="理由を付けて止めている検査：{count}件",
    one_silenced="理由を付けて止めている検査：1件",
    no_proofs="より深い証明は行っていません。z3 が必要です（pip install 'kotowari[verify]'）",
)


def lint_words(language: str) -> LintWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
