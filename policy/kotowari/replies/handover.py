"""Notes to the teams that take over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kotowari.engine.decision import Ruling
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Model, Texts, Verdict
from kotowari.model.wording import say, say_list, say_time
from kotowari.replies.because import cited
from kotowari.replies.fill import data
from kotowari.replies.speakers import Speaker, respond_by, speakers

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "to": "To", "by": "Answer by", "why": "Why", "asked": "Also asked for", "facts": "Known", "text": "Request",
        "wanted": "Wanted", "avoid": "Do not say", "risk": "Risk", "colon": ": ", "between": "; ",
    },
    "ja": {
        "to": "宛先", "by": "回答期限", "why": "理由", "asked": "その他のご要望", "facts": "わかっていること",
        "text": "お問い合わせ", "wanted": "必要な判断", "avoid": "触れないこと", "risk": "リスク", "colon": "：",
        "between": "／",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Handover:
    """What a team is told: `respond_by` is absolute, None where nobody said within how long it answers."""

    to: str
    respond_by: datetime | None
    note: str


def handovers(model: Model, ruling: Ruling) -> tuple[Handover, ...]:
    """One note for each team, the most urgent first."""
    teams: dict[str, list[Speaker]] = {}
    for speaker in speakers(model, ruling):
        if speaker.outcome.verdict is Verdict.ESCALATE and speaker.outcome.team:
            teams.setdefault(speaker.outcome.team, []).append(speaker)
    found = [_handover(model, ruling, team, those) for team, those in teams.items()]
    now = ruling.situation.now
    return tuple(sorted(found, key=lambda one: (one.respond_by is None, one.respond_by or now, one.to)))


def _handover(model: Model, ruling: Ruling, team: str, speakers_: Sequence[Speaker]) -> Handover:
    moments = [moment for one in speakers_ if (moment := respond_by(model, ruling, one.outcome))]
    moment = min(moments) if moments else None
    language = ruling.situation.language
    said = _words(language)
    lines = [f"{said[word]}{said['colon']}{text}" for word, text in _lines(model, ruling, team, speakers_, moment)]
    written = ruling.situation.facts.get(REQUEST_TEXT)
    if isinstance(written, str) and written:
        lines.append(f"{said['text']}{said['colon'].rstrip()}\n{written}")
    return Handover(team, moment, "\n".join(lines))


def _words(language: str) -> Mapping[str, str]:
    return _WORDS.get(language, _WORDS["en"])


def _lines(
    model: Model, ruling: Ruling, team: str, speakers_: Sequence[Speaker], moment: datetime | None
) -> Iterator[tuple[str, str]]:
    situation = ruling.situation
    language = situation.language
    yield "to", model.teams[team].texts.get(language, team)
    if moment is not None:
        yield "by", say_time(moment, language, situation.zone)
    for why in dict.fromkeys(_why(model, ruling, speaker) for speaker in speakers_):
        yield "why", why
    mine = {speaker.about for speaker in speakers_}
    others = [topic for demand in ruling.demands if demand.about not in mine for topic in demand.about]
    if others:
        yield "asked", say_list([model.topics[topic].texts.get(language, topic) for topic in others], language)
    for kind in ("wanted", "avoid", "risk"):
        for point in dict.fromkeys(_note(speaker, kind).get(language, "") for speaker in speakers_):
            if point:
                yield kind, point
    known = list(_known(model, ruling))
    if known:
        yield "facts", _words(language)["between"].join(known)


def _why(model: Model, ruling: Ruling, speaker: Speaker) -> str:
    """The rule and what speaks for it, what is internal included: nobody but the team reads this."""
    title = (speaker.rule.title or speaker.rule.name) if speaker.rule else ""
    language, today = ruling.situation.language, ruling.situation.today
    because = cited(model, speaker.outcome, today)
    return " — ".join(filter(None, [title, *(model.principles[name].texts.get(language, name) for name in because)]))


def _note(speaker: Speaker, kind: str) -> Texts:
    if speaker.rule is None:
        return {}
    notes = speaker.rule.notes
    return {"wanted": notes.wanted, "avoid": notes.avoid, "risk": notes.risk}[kind]


def _known(model: Model, ruling: Ruling) -> Iterator[str]:
    """The facts that somebody gave, in words; defaults are no knowledge."""
    situation = ruling.situation
    for name in sorted(situation.known - {REQUEST_TEXT, REQUEST_LANGUAGE}):
        fact = model.facts[name]
        language = situation.language
        calls = {choice: texts[language] for choice, texts in fact.calls.items() if language in texts}
        value = data(say(fact.type, situation.facts[name], language, situation.zone, calls))
        yield f"{fact.texts.get(language, name)} {value}"
