"""Texts made of the topics' own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from kotowari.analysis.talk import Version
from kotowari.api import Policy
from kotowari.cases.finding.spelled import texts_of
from kotowari.engine.situation import Mention, mentions_of
from kotowari.text.characters import IS_JAPANESE

_MOST_TRIED = 40
_MOST_OF_A_PATTERN = 8
_DENIALS = ("we do not need {}", "we do not want {}")
_DENIALS_IN_JAPANESE = ("{}は不要です", "{}はいりません")

# What a text has to do with each version of a topic, by its key.
Wanted = Mapping[str, Mention]


def text_for(policies: Sequence[Policy], versions: Sequence[Version], wanted: Wanted) -> str | None:
    """A text that is about these topics, and about no others than that brings with it; None where none was found."""
    sentences: list[str] = []
    for version in versions:
        mention = wanted.get(version.key, Mention.NO)
        if mention is Mention.NO or _is_said(policies, versions, wanted, version, sentences):
            continue
        sentence = _sentence(policies, versions, wanted, version)
        if sentence is not None:  # else the words of another topic may bring it with them
            sentences.append(sentence)
    text = _joined(sentences)
    return text if _fits(_seen(policies, versions, text), wanted) else None


def _is_said(
    policies: Sequence[Policy], versions: Sequence[Version], wanted: Wanted, version: Version, sentences: list[str]
) -> bool:
    return bool(sentences) and _seen(policies, versions, _joined(sentences)).get(version.key) is wanted[version.key]


def _sentence(policies: Sequence[Policy], versions: Sequence[Version], wanted: Wanted, version: Version) -> str | None:
    """Words of the topic that bring no unwanted one with them."""
    for words in islice(_words(version), _MOST_TRIED):
        ways = (words,) if wanted[version.key] is Mention.ASKS else _denied(words)
        for sentence in ways:
            seen = _seen(policies, versions, sentence)
            if seen.get(version.key) is wanted[version.key] and _fits_so_far(seen, wanted):
                return sentence
    return None


def _words(version: Version) -> Iterator[str]:
    """The words of each pattern, as they are written if possible; regular expressions have none."""
    for pattern in sorted(version.patterns, key=lambda pattern: "*" in pattern.text):  # beginnings read badly
        yield from islice(texts_of(pattern), _MOST_OF_A_PATTERN)


def _denied(words: str) -> tuple[str, ...]:
    denials = _DENIALS_IN_JAPANESE if IS_JAPANESE.search(words) else _DENIALS
    return tuple(denial.format(words) for denial in denials)


def _joined(sentences: Sequence[str]) -> str:
    text = ""
    for sentence in sentences:
        first = f"{sentence[:1].upper()}{sentence[1:]}"
        text += (" " if text and not text.endswith("。") else "") + first
        text += "。" if IS_JAPANESE.match(sentence[-1:]) else "."
    return text


def _seen(policies: Sequence[Policy], versions: Sequence[Version], text: str) -> dict[str, Mention]:
    """What the text has to do with each version of a topic, by the policies' own finders."""
    seen: dict[str, Mention] = {}
    for place, policy in enumerate(policies):
        keys = {version.name: version.key for version in versions if place in version.places}
        for topic, mention in mentions_of(policy.topics(text)).items():
            key = keys.get(topic)
            if key is not None and seen.get(key) is not Mention.ASKS:
                seen[key] = mention
    return seen


def _fits(seen: Wanted, wanted: Wanted) -> bool:
    return all(seen.get(key, Mention.NO) is mention for key, mention in wanted.items())


def _fits_so_far(seen: Wanted, wanted: Wanted) -> bool:
    return all(wanted.get(key, mention) is not Mention.NO for key, mention in seen.items())
