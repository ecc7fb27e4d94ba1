"""The request that the words of a command line give, over the one of a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from kotowari.diagnostics.said import Said, say, several
from kotowari.model.model import Fact, Model
from kotowari.record import record
from kotowari.requests import Request, TopicState, parse_document, read_request
from kotowari_cli.answers import NOT_KNOWN, value_of
from kotowari_cli.failures import Failure, no_such
from kotowari_cli.files import MAX_DOCUMENT, STDIN, decoded, read_bytes, read_text, shown

ALL = "all"
_STATES: Mapping[str, TopicState] = {
    **dict.fromkeys(("asks", "yes", "true"), "asks"),
    "mentions": "mentions",
    **dict.fromkeys(("no", "false"), False),
}
_EQUALS = re.compile("[=＝]")
# Facts that have a way of their own to be given.
_BUILT_IN = {
    "request.text": say("give the text as TEXT or with --file"),
    "request.language": say("give it with --language"),
}


@record
class Given:
    """What stands on the command line, as it stands there."""

    text: str | None = None
    file: str | None = None
    request: str | None = None
    facts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    unavailable: tuple[str, ...] = ()
    language: str | None = None
    now: str | None = None

    @property
    def reads_stdin(self) -> bool:
        """Whether a document or a text comes by standard input."""
        return STDIN in (self.file, self.request)


def check_given(given: Given) -> None:
    """Refuse what can be seen to be wrong before any policy is read. Raises Failure."""
    if given.text is not None and given.file is not None:
        raise Failure(say("the text is given twice, as TEXT and with --file"), say("give one of them"))
    if given.file == given.request == STDIN:
        message = say("standard input cannot be both the request and its text")
        raise Failure(message, say("put one of them into a file"))
    words = (given.text, given.language, given.now, *given.facts, *given.topics, *given.unavailable)
    if any(word is not None and not _is_text(word) for word in words):
        raise Failure(say("an argument is not UTF-8"), say("give the text with --file, in UTF-8"))


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def request_of(given: Given, model: Model) -> Request:
    """The request to decide. Raises Failure, or the errors of kotowari.requests."""
    base = _base(given.request)
    text = read_text(given.file) if given.file is not None else given.text
    said = read_request({"text": text, "language": given.language, "now": given.now})
    now = said.now or base.now
    if given.facts and now is None:  # of this day they speak, and for it is decided
        from kotowari_cli.present import present

        now = present()
    facts = _facts(given.facts, model, now) if now else {}
    topics = _topics(given.topics, model)
    unavailable = _unavailable(given.unavailable, facts, model)
    kept = {name: value for name, value in base.facts.items() if name not in unavailable}
    return replace(
        base,
        text=base.text if said.text is None else said.text,
        language=said.language or base.language,
        now=now,
        facts={**kept, **facts},
        topics={**base.topics, **topics},
        unavailable=(base.unavailable - facts.keys()) | unavailable,
    )


def _base(name: str | None) -> Request:
    if name is None:
        return Request()
    data = read_bytes(name, MAX_DOCUMENT)
    if not decoded(data, shown(name)).strip():
        message = say("{file} is empty", file=shown(name))
        raise Failure(message, say('write a request into it, such as `{{"text": "Please add SSO"}}`'))
    return read_request(parse_document(data, name))


def _facts(given: Iterable[str], model: Model, now: datetime) -> dict[str, object]:
    facts: dict[str, object] = {}
    for word in given:
        short, value = _parted(word)
        name = fact_named(short, model)
        if name in facts:
            raise Failure(say("the fact `{name}` is given twice", name=name), say("give it once"))
        fact = model.facts[name]
        if value.strip() and value_of(fact, value) is NOT_KNOWN:
            message = say("`-f {word}` gives no value", word=word)
            raise Failure(message, say("write `--unavailable {fact}` where nobody can find it out", fact=short.strip()))
        facts[name] = None if is_none(fact, value) else _typed(model, fact, value, now)
    return facts


def _typed(model: Model, fact: Fact, value: str, now: datetime) -> object:
    from kotowari_cli.typed import typed_value

    return typed_value(model, fact, value, now)


def _parted(word: str) -> tuple[str, str]:
    """The fact and its value; the sign between them may be full-width. Raises Failure where one is missing."""
    sign = _EQUALS.search(word)
    short, value = (word[: sign.start()], word[sign.end() :]) if sign else (word, "")
    if sign and short.strip():
        return short, value
    message = say("`-f {word}` names no fact", word=word) if sign else say("`-f {word}` gives no value", word=word)
    fact, colon, meant = short.replace("：", ":").partition(":")
    if sign or not (colon and fact.strip() and meant.strip()):
        fact, meant = short.strip() or say("FACT"), say("VALUE")
    raise Failure(message, say("write `-f {fact}={value}`", fact=fact, value=meant))


def is_none(fact: Fact, value: str) -> bool:
    """Whether `value` says that there is none, of a fact of which there may be none."""
    return fact.type.or_none and unicodedata.normalize("NFKC", value).strip().casefold() == "none"


def _topics(given: Iterable[str], model: Model) -> dict[str, TopicState]:
    topics: dict[str, TopicState] = {}
    for word in given:
        short, equals, state = word.partition("=")
        name = _topic_named(short, model)
        if name in topics:
            raise Failure(say("the topic `{name}` is given twice", name=name), say("give it once"))
        if equals and state.strip().lower() not in _STATES:
            message = say("`-t {word}` does not say how the request meets the topic", word=word)
            raise Failure(message, _how_to_state(short))
        topics[name] = _STATES[state.strip().lower()] if equals else "asks"
    return topics


def _how_to_state(topic: str) -> Said:
    return say(
        "write `-t {topic}` where it asks for it, `-t {topic}=mentions` where it only comes up, or `-t {topic}=no`",
        topic=topic,
    )


def _topic_named(given: str, model: Model) -> str:
    name = unicodedata.normalize("NFC", given.strip())
    if name in model.topics:
        return name
    raise no_such("topic", name, model.topics, "kotowari show topics")


def fact_named(given: str, model: Model) -> str:
    """The fact of this name, or the one whose name ends so. Raises Failure where there is none, or several."""
    name = unicodedata.normalize("NFC", given.strip())
    facts = [fact.name for fact in model.facts.values() if not fact.built_in]
    if name in facts:
        return name
    if name in _BUILT_IN:
        raise Failure(say("`{name}` is given in another way", name=name), _BUILT_IN[name])
    ends = [fact for fact in facts if name and fact.endswith(f".{name}")]
    if len(ends) > 1:
        either = several((f"`{fact}`" for fact in sorted(ends)), say(" or "))
        raise Failure(say("`{name}` may be {either}", name=name, either=either), say("write it in full"))
    if not ends:
        raise no_such("fact", name, facts, "kotowari show facts")
    return ends[0]


def _unavailable(given: Iterable[str], said: Mapping[str, object], model: Model) -> frozenset[str]:
    """The facts that cannot be known; `all` is every fact that nobody gives."""
    names = {ALL if word == ALL else fact_named(word, model) for word in given}
    both = sorted(names & said.keys())
    if both:
        raise Failure(say("the fact `{name}` is both given and unavailable", name=both[0]), say("say one of them"))
    return frozenset(names)
