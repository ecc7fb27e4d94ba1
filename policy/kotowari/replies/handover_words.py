"""The labels and phrases of hand-over notes, by language; any other language gets the English ones."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.model.model import Verdict
from kotowari.record import record


@record
class NoteWords:
    """`{…}` are filled in where the phrases are used."""

    summary: str
    to: str
    by: str
    why: str
    basis: str
    wanted: str
    avoid: str
    risk: str
    customer: str
    also: str
    told: str
    next: str
    text: str
    colon: str
    between: str
    dash: str
    contact: str
    """A team and how to reach it."""
    due: str
    a_customer: str
    named: str
    writes_about: str
    rule: str
    """A rule's title and its name."""
    otherwise: str
    unanswered: str
    quoted: str
    assumed: str
    not_known: str
    missed: str
    """What comes of it when the answer promised does not come."""
    writes_in: str
    languages: Mapping[str, str]
    answered: Mapping[Verdict, str]
    """What became of something else that was asked for, where the reply answers it."""
    open: str
    nothing_told: str
    answers: str


_ENGLISH = NoteWords(
    summary="Summary",
    to="To",
    by="Answer by",
    why="Why",
    basis="Rests on",
    wanted="Wanted",
    avoid="Do not say",
    risk="If nobody acts",
    customer="Customer",
    also="Also asked for",
    told="Told so far",
    next="Next",
    text="Request",
    colon=": ",
    between="; ",
    dash=" — ",
    contact="{team} ({contact})",
    due="{by} ({zone}), within {within}",
    a_customer="A customer",
    named="{name}",
    writes_about="{who} writes about {topics}",
    rule="{title} ({name})",
    otherwise="No rule covers this",
    unanswered="What would decide this cannot be found out",
    quoted="{topic} (“{text}”)",
    assumed="{fact} (assumed)",
    not_known="{fact} not known",
    missed="the customer waits for an answer promised by {by}",
    writes_in="writes in {language}",
    languages={"en": "English", "ja": "Japanese"},
    answered={
        Verdict.ACCEPT: "{topics} (accepted in the same reply)",
        Verdict.DECLINE: "{topics} (declined in the same reply)",
        Verdict.ESCALATE: "{topics} (with the {team})",
    },
    open="{topics} (not answered yet)",
    nothing_told="nothing",
    answers="{team} writes to the customer by {by}",
)

_JAPANESE = NoteWords(
    summary="要約",
    to="宛先",
    by="回答期限",
    why="理由",
    basis="根拠",
    wanted="必要な判断",
    avoid="触れないこと",
    risk="対応しない場合",
    customer="お客様",
    also="その他のご要望",
    told="ご案内済みの内容",
    next="次の連絡",
    text="お問い合わせ",
    colon="：",
    between="／",
    dash=" — ",
    contact="{team}（{contact}）",
    due="{by}（{zone}）、{within}以内",
    a_customer="お客様",
    named="{name}様",
    writes_about="{who}より、{topics}についてのお問い合わせ",
    rule="{title}（{name}）",
    otherwise="該当するルールなし",
    unanswered="判断に必要な情報が得られない",
    quoted="{topic}（「{text}」）",
    assumed="{fact}（仮定）",
    not_known="{fact} 不明",
    missed="{by}までの回答というお約束を果たせなくなる",
    writes_in="{language}でのご連絡",
    languages={"en": "英語", "ja": "日本語"},
    answered={
        Verdict.ACCEPT: "{topics}（同じ返信で承諾）",
        Verdict.DECLINE: "{topics}（同じ返信でお断り）",
        Verdict.ESCALATE: "{topics}（{team}が担当）",
    },
    open="{topics}（未回答）",
    nothing_told="なし",
    answers="{by}までに、{team}からお客様へ",
)

_TABLE: Mapping[str, NoteWords] = {"en": _ENGLISH, "ja": _JAPANESE}


def note_words(language: str) -> NoteWords:
    """The words in a language."""
    return _TABLE.get(language, _ENGLISH)
