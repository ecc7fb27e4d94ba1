"""How a reply sounds: apologies, negatives, length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import Said, say
from kotowari.review.draft import Draft, Sentence
from kotowari.review.negatives import negatives
from kotowari.review.objections import fault
from kotowari.review.reading import Reading, Role
from kotowari.review.vocabulary import Words

# Apologise at the beginning and at the end; more sounds helpless.
_MOST_APOLOGIES: Final = 2
_CASUAL: Final = ("すみません", "すいません")
# More in one sentence, or in one paragraph, are hard to follow.
_MOST_NEGATIVES: Final = 2
_MOST_IN_PARAGRAPH: Final = 4
# A minute of reading: about 200 words, or 600 characters of Japanese.
_MOST_WORDS: Final = 200
_MOST_CHARACTERS: Final = 600
_WORD: Final = re.compile(r"\S+")
# Nothing but the apology: whom it is for, how much, and the end of the sentence.
_BARE: Final = re.compile(
    r"(?:(?:hi|hello|dear)[^,]{0,40},\s*)?(?:we|i)?(?:'re|'m| are| am)?\s*(?:(?:very|so|really|deeply|truly) )*"
    r"(?:sorry|apologi[sz]e|(?:my|our|please accept (?:my|our)) (?:sincere |deepest )?apolog(?:y|ies))[\s.!]*"
    r"|(?:誠に|大変|本当に|まことに|たいへん|どうも)*"
    r"(?:申し訳(?:ございません|ありません|ないです|ございませんでした)|すみません(?:でした)?|すいません(?:でした)?|ごめんなさい)"
    r"[。.!\s]*"
)


def repeated_apology(reading: Reading) -> Iterator[Diagnostic]:
    """More than two apologies, or a casual one twice."""
    found = [words for words in reading.words if words.kind == Role.APOLOGY]
    casual = [words for words in found if reading.draft.folded.text[words.start : words.end] in _CASUAL]
    extra = next(iter(casual[1:]), None) or next(iter(found[_MOST_APOLOGIES:]), None)
    if extra is not None:
        yield _again(reading.draft, extra)


def _again(draft: Draft, words: Words) -> Diagnostic:
    return fault(
        "repeated-apology",
        draft,
        (words.start, words.end),
        say("`{text}` apologises again", text=draft.written(words.start, words.end)),
        say("apologise once for what went wrong, at most once more at the end, and use the room for what helps"),
    )


def bare_apology(reading: Reading) -> Iterator[Diagnostic]:
    """An apology that does not say for what."""
    for sentence in reading.draft.spoken:
        if _BARE.fullmatch(sentence.text):
            yield fault(
                "bare-apology",
                reading.draft,
                (sentence.start, sentence.end),
                say("this apology does not say what it is for"),
                say("name what happened, or leave it out: a refusal is no wrong"),
            )


def many_negatives(reading: Reading) -> Iterator[Diagnostic]:
    """More than two negatives in a sentence, or more than four in a paragraph."""
    for paragraph in _paragraphs(reading.draft):
        each = [list(negatives(reading.draft, sentence)) for sentence in paragraph]
        crowded = next((found for found in each if len(found) > _MOST_NEGATIVES), None)
        every = [place for found in each for place in found]
        if crowded is not None:
            message = say("{count} negatives in one sentence", count=len(crowded))
            yield _negative(reading.draft, crowded[_MOST_NEGATIVES], message)
        elif len(every) > _MOST_IN_PARAGRAPH:
            message = say("{count} negatives in one paragraph", count=len(every))
            yield _negative(reading.draft, every[_MOST_IN_PARAGRAPH], message)


def _negative(draft: Draft, place: tuple[int, int], message: Said) -> Diagnostic:
    return fault("many-negatives", draft, place, message, say("say once what is not there, and from then on what is"))


def _paragraphs(draft: Draft) -> Iterator[Sequence[Sentence]]:
    gathered: list[Sentence] = []
    for sentence in draft.sentences:
        if gathered and "\n\n" in draft.folded.text[gathered[-1].end : sentence.start]:
            yield gathered
            gathered = []
        gathered.append(sentence)
    yield gathered


def too_long(reading: Reading) -> Iterator[Diagnostic]:
    """A reply that nobody reads to its end."""
    is_japanese = reading.draft.language == "ja"
    most = _MOST_CHARACTERS if is_japanese else _MOST_WORDS
    length, beyond = 0, None
    for sentence in reading.draft.sentences:
        length += len("".join(sentence.text.split())) if is_japanese else len(_WORD.findall(sentence.text))
        beyond = beyond or (sentence if length > most else None)
    if beyond is not None:
        yield fault(
            "too-long",
            reading.draft,
            (beyond.start, beyond.end),
            say("from here on few read the reply: it has {length} characters", length=length)
            if is_japanese
            else say("from here on few read the reply: it has {length} words", length=length),
            say("{most} are read to the end: keep the answer, one reason, one way out; link to the rest", most=most),
        )
