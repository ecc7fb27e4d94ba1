"""Measures the packs that decide from words alone, on requests that the project does not hold.

    python benchmarks/text.py [DATA] [--set bank|inn|requests] [--fold K/N] [--errors] [--json]

DATA holds `bank/questions.jsonl`, `inn/sentences.jsonl` and `requests/requests.jsonl`; without it, `../shared/data`
beside the checkout. What is missing, data or pack, is skipped, and the output says so. Shares come with Wilson's
interval, F1 with the percentile interval of 1,000 bootstrap rounds from a fixed seed, both at 95 %. The same data and
packs give the same bytes. Exit codes: 0 done; 2 nothing to measure, or wrong options.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, TypeAlias, TypeVar, cast

import kotowari

DATA: Final = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
PROJECTS: Final = ("prettier", "black", "ripgrep")
ROUNDS: Final = 1000
SEED: Final = 77
_Z: Final = 1.959963984540054  # 95 % of a normal distribution lie within so many standard deviations

T = TypeVar("T")
Row: TypeAlias = Mapping[str, object]
Pair: TypeAlias = tuple[str, str]  # what is expected of a request, and what was found
Topics: TypeAlias = tuple[frozenset[str], frozenset[str]]  # what a text mentions, and what of it is wanted


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` out of `of`, with Wilson's 95 % interval; a share of nothing is 0, and could be anything."""

    hits: int
    of: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scores:
    """How well one outcome or topic is found."""

    precision: Share
    recall: Share
    f1: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Wrong:
    """A request that was not decided as expected."""

    id: str
    expected: str
    found: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured on one set: numbers by name, tables of scores and counts by name, and the wrong ones."""

    name: str
    requests: int
    estimates: Mapping[str, Estimate]
    shares: Mapping[str, Share]
    scores: Mapping[str, Scores]
    confusion: Mapping[str, int]
    wrong: tuple[Wrong, ...]


# --- numbers ---


def share(hits: int, of: int) -> Share:
    """The share of `hits` in `of`."""
    if not of:
        return Share(0, 0, 0.0, 0.0, 1.0)
    p, z2 = hits / of, _Z * _Z
    centre, spread = p + z2 / (2 * of), _Z * math.sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    return Share(hits, of, p, max(0.0, (centre - spread) / (1 + z2 / of)), min(1.0, (centre + spread) / (1 + z2 / of)))


def scores(hits: int, expected: int, found: int) -> Scores:
    """Precision, recall and F1 of what was found `hits` times rightly."""
    f1 = 2 * hits / (expected + found) if expected + found else 0.0
    return Scores(share(hits, found), share(hits, expected), f1)


def outcome_scores(pairs: Iterable[Pair]) -> dict[str, Scores]:
    """The scores of each outcome that is expected or found, by name."""
    tally = Counter(pairs)
    names = sorted({name for pair in tally for name in pair})
    expected = Counter({name: sum(n for (want, _), n in tally.items() if want == name) for name in names})
    found = Counter({name: sum(n for (_, got), n in tally.items() if got == name) for name in names})
    return {name: scores(tally[name, name], expected[name], found[name]) for name in names}


def macro_f1(pairs: Iterable[Pair]) -> float:
    """The mean F1 of the outcomes that are expected anywhere."""
    listed = tuple(pairs)
    of_each = outcome_scores(listed)
    names = sorted({expected for expected, _ in listed})
    return sum(of_each[name].f1 for name in names) / len(names)


def topic_scores(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> dict[str, Scores]:
    """The scores of each topic, over texts with the topics that they are about and those that were found."""
    hits, expected, found = Counter[str](), Counter[str](), Counter[str]()
    for want, got in pairs:
        hits.update(want & got)
        expected.update(want)
        found.update(got)
    return {name: scores(hits[name], expected[name], found[name]) for name in sorted({*expected, *found})}


def micro(of_each: Iterable[Scores]) -> Scores:
    """The scores over all topics taken together."""
    listed = tuple(of_each)
    return scores(
        sum(one.recall.hits for one in listed),
        sum(one.recall.of for one in listed),
        sum(one.precision.of for one in listed),
    )


def estimate(sample: Sequence[T], measure: Callable[[list[T]], float]) -> Estimate:
    """A number measured on a sample, and the interval in which it falls when the sample is drawn anew from itself."""
    chance = random.Random(SEED)  # noqa: S311 - statistics, no secret; the seed makes the interval repeatable
    rounds = sorted(measure(chance.choices(sample, k=len(sample))) for _ in range(ROUNDS))
    return Estimate(measure(list(sample)), rounds[int(ROUNDS * 0.025)], rounds[int(ROUNDS * 0.975) - 1])


# --- data ---


def fold_of(name: str, folds: int) -> int:
    """The fold, from 1, that a request falls into by its id alone."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % folds + 1


def rows(path: Path, fold: tuple[int, int] | None = None) -> list[Row]:
    """The requests of a file of JSON Lines, or one fold (K, N) of them."""
    read = [cast("Row", json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in read if fold is None or fold_of(str(row["id"]), fold[1]) == fold[0]]


def strings(row: Row, key: str) -> frozenset[str]:
    """A list of strings of a request."""
    return frozenset(map(str, cast("list[object]", row[key])))


# --- sets ---


def outcome(policy: kotowari.Policy, text: str) -> str:
    """What becomes of a text: `accept`, `decline`, `open`, or `escalate:` with the team that has to answer first."""
    decision = policy.decide({"text": text})
    if decision.verdict == kotowari.Verdict.ESCALATE:
        return f"escalate:{decision.handovers[0].to}"
    return "open" if decision.verdict is None else str(decision.verdict)


def judged(name: str, requests: Sequence[tuple[str, str, str, str]]) -> Report:
    """The report on requests given as id, expected, found, text."""
    pairs = [(expected, found) for _, expected, found, _ in requests]
    of_each = outcome_scores(pairs)
    confusion = {f"{want} > {got}": n for (want, got), n in sorted(Counter(pairs).items())}
    wrong = tuple(Wrong(*one) for one in requests if one[1] != one[2])
    return Report(name, len(requests), {"macro F1": estimate(pairs, macro_f1)}, {}, of_each, confusion, wrong)


def bank(data: Path, fold: tuple[int, int] | None) -> Iterator[Report]:
    """The desk of the bank: five outcomes."""
    policy = kotowari.load(kotowari.packs() / "bank")
    yield judged(
        "bank",
        [
            (str(row["id"]), str(row["expected"]), outcome(policy, str(row["text"])), str(row["text"]))
            for row in rows(data / "bank" / "questions.jsonl", fold)
        ],
    )


def requests(data: Path, fold: tuple[int, int] | None) -> Iterator[Report]:
    """Feature requests to each project with a pack, and to all of them."""
    everything: list[tuple[str, str, str, str]] = []
    for project in present(PROJECTS):
        policy = kotowari.load(kotowari.packs() / project)
        listed = [row for row in rows(data / "requests" / "requests.jsonl", fold) if row["project"] == project]
        texts = [f"{row['title']}. {row['text']}" for row in listed]
        found = [str(policy.decide({"text": text}).verdict or "open") for text in texts]
        named = [
            (str(row["id"]), str(row["expected"]), got, text)
            for row, got, text in zip(listed, found, texts, strict=True)
        ]
        everything += named
        if named:
            yield judged(project, named)
    if everything:
        yield judged("requests", everything)


def inn(data: Path, fold: tuple[int, int] | None) -> Iterator[Report]:
    """The guests of the inns: what each sentence is about, and what of it is denied."""
    policy = kotowari.load(kotowari.packs() / "inn")
    listed = rows(data / "inn" / "sentences.jsonl", fold)
    known = frozenset[str]().union(*(strings(row, "mentions") for row in listed))
    called = {topic.name: topic.texts.get("ja", topic.name) for topic in policy.model.topics.values()}
    names = {name: name if name in known else called[name] for name in called}
    found = [heard(policy, str(row["text"]), names) for row in listed]
    expected = [(strings(row, "mentions"), strings(row, "asks_for")) for row in listed]
    pairs = [(want, frozenset(got & known)) for (want, _), (got, _) in zip(expected, found, strict=True)]
    wrong = tuple(
        Wrong(str(row["id"]), " ".join(sorted(want)), " ".join(sorted(got)), str(row["text"]))
        for row, (want, got) in zip(listed, pairs, strict=True)
        if want != got
    )
    numbers = {"micro F1": estimate(pairs, lambda drawn: micro(topic_scores(drawn).values()).f1)}
    of_each = topic_scores(pairs)
    yield Report(
        "inn", len(listed), numbers, denial(zip(expected, found, strict=True)),
        {**of_each, "all": micro(of_each.values())}, {}, wrong,
    )  # fmt: skip


def heard(policy: kotowari.Policy, text: str, names: Mapping[str, str]) -> Topics:
    """What a text mentions and, of that, what it does not only deny, by the names of the data."""
    matches = policy.topics(text)
    return (
        frozenset(names[match.topic] for match in matches),
        frozenset(names[match.topic] for match in matches if not match.denied),
    )


def denial(pairs: Iterable[tuple[Topics, Topics]]) -> dict[str, Share]:
    """Of the mentions that were found: the share of the denied seen as denied, and of the wanted kept wanted."""
    seen: list[tuple[bool, bool]] = []
    for (mentions, wanted), (found, kept) in pairs:
        seen += [(topic in wanted, topic in kept) for topic in sorted(mentions & found)]
    tally = Counter(seen)
    return {
        "denied seen as denied": share(tally[False, False], tally[False, False] + tally[False, True]),
        "wanted kept wanted": share(tally[True, True], tally[True, True] + tally[True, False]),
    }


def present(packs: Iterable[str]) -> list[str]:
    """Those of the packs that are there."""
    return [pack for pack in packs if any((kotowari.packs() / pack).glob("*.rules"))]


# --- output ---


def lines(report: Report, *, errors: bool) -> Iterator[str]:
    """The report for a terminal, with the wrong ones where `errors`."""
    yield f"{report.name}: {report.requests:,} requests"
    for name, number in report.estimates.items():
        yield f"  {name:<24}{number.value:.3f}  ({number.low:.3f} to {number.high:.3f}, bootstrap)"
    for name, one in report.shares.items():
        yield f"  {name:<24}{shown(one)}"
    yield f"  {'':<20}{'F1':>6}  {'precision':<31}recall"
    for name, of_one in report.scores.items():
        yield f"  {pad(name, 20)}{of_one.f1:>6.3f}  {shown(of_one.precision):<31}{shown(of_one.recall)}"
    if report.confusion:
        yield "  expected > found"
    yield from (f"  {pad(pair, 40)}{n:>6,}" for pair, n in report.confusion.items())
    if errors:
        yield from (f"  {safe(f'{one.id}: {one.expected} > {one.found} | {one.text}')}" for one in report.wrong)


def shown(one: Share) -> str:
    """A share as 0.950 (0.90 to 0.98) 95/100."""
    return f"{one.share:.3f} ({one.low:.2f} to {one.high:.2f}) {one.hits}/{one.of}"


def pad(text: str, columns: int) -> str:
    """Text filled up to so many columns of a terminal, where Japanese takes two a character."""
    return text + " " * (columns - sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text))


def safe(text: str) -> str:
    """Text from a request, with nothing in it that a terminal would obey or hide."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape", "replace").decode() for sign in text)


# --- the command ---


@dataclass(frozen=True, slots=True)
class Set:
    """A set of requests: its file in the folder of the data, the packs that decide it, and how it is measured."""

    file: str
    packs: tuple[str, ...]
    measure: Callable[[Path, tuple[int, int] | None], Iterator[Report]]


SETS: Final[Mapping[str, Set]] = {
    "bank": Set("bank/questions.jsonl", ("bank",), bank),
    "inn": Set("inn/sentences.jsonl", ("inn",), inn),
    "requests": Set("requests/requests.jsonl", PROJECTS, requests),
}


def missing(data: Path, name: str) -> list[str]:
    """What cannot be measured of a set, and why."""
    chosen = SETS[name]
    if not (data / chosen.file).is_file():
        return [f"{name}: skipped, there is no {data / chosen.file}"]
    return [f"{name}: the pack {pack} is not there" for pack in chosen.packs if pack not in present(chosen.packs)]


def reports(data: Path, name: str, fold: tuple[int, int] | None) -> Iterator[Report]:
    """The reports on a set; none where its data or all of its packs are missing."""
    if (data / SETS[name].file).is_file() and present(SETS[name].packs):
        yield from SETS[name].measure(data, fold)


def fold(written: str) -> tuple[int, int]:
    """The fold K of N that `K/N` names."""
    part, _, of = written.partition("/")
    if not (part.isdecimal() and of.isdecimal() and 1 <= int(part) <= int(of)):
        raise argparse.ArgumentTypeError("write K/N, such as 1/4")
    return int(part), int(of)


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Measure the packs that decide from words alone.")
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="the folder of the data")
    parser.add_argument("--set", action="append", choices=SETS, help="measure this set; can be given several times")
    parser.add_argument("--fold", type=fold, help="K/N: measure only this of N parts, cut by the hash of the id")
    parser.add_argument("--errors", action="store_true", help="list what was not found as expected")
    parser.add_argument("--json", action="store_true", help="write JSON, the wrong ones included")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; returns the exit code."""
    asked = options(arguments)
    names = [name for name in SETS if not asked.set or name in asked.set]
    for name in names:
        for words in missing(asked.data, name):
            print(safe(words), file=sys.stderr)
    measured = [report for name in names for report in reports(asked.data, name, asked.fold) if report.requests]
    if not measured:
        print("nothing to measure", file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps([asdict(report) for report in measured], indent=2))
        return 0
    print("\n\n".join("\n".join(lines(report, errors=asked.errors)) for report in measured))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
