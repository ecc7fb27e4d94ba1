"""The packs that hold what three projects publish about themselves, at work on wishes that were made up for this."""

from __future__ import annotations

from functools import cache

import pytest

import kotowari

PACKS = ("prettier", "black", "ripgrep")
NOW = "2026-11-20T09:00:00+00:00"

# A wish in the words of one who never read the rules, and what the project's published stance makes of it.
WISHES = (
    ("prettier", "I'd love a way to choose in my `.prettierrc` where braces go", "decline"),
    ("prettier", "Could we get an option that keeps short objects in one column?", "decline"),
    ("prettier", "We do not want aligned comments, please put them right after the code", "decline"),
    ("prettier", "Alphabetise my imports when I save", "decline"),
    ("prettier", "Would you consider a formatter for Kotlin files?", "decline"),
    ("prettier", "Wrap my JSDoc blocks at the print width", "decline"),
    ("prettier", "The output has a syntax error after a comment in a JSX tag", "accept"),
    ("prettier", "Please support the new pipeline operator syntax", "accept"),
    ("prettier", "It would be good to have CRLF line endings on Windows machines", "accept"),
    ("prettier", "A CLI option to write the cache somewhere else", "escalate"),
    ("prettier", "Could assignments with await break a bit later?", "escalate"),
    ("black", "Our house style has tabs, may we keep them?", "decline"),
    ("black", "Don't put the closing bracket on its own line", "decline"),
    ("black", "An option for fewer blank lines would be lovely", "decline"),
    ("black", "Drop unused imports while you are at it", "decline"),
    ("black", "Stop splitting my arguments over many lines", "decline"),
    ("black", "Please relax the AST check for annotations", "decline"),
    ("black", "Black crashes on a walrus in a slice", "accept"),
    ("black", "Notebook cells should be formatted, too", "accept"),
    ("black", "Could there be wheels for Alpine?", "escalate"),
    ("ripgrep", "Let rg rewrite the matches in place", "decline"),
    ("ripgrep", "Hidden files ought to be searched by default", "decline"),
    ("ripgrep", "Look into jar archives as well", "decline"),
    ("ripgrep", "A pager that starts by itself", "decline"),
    ("ripgrep", "Which release comes next, and when will it be out?", "decline"),
    ("ripgrep", "Panic with an empty glob", "accept"),
    ("ripgrep", "The guide should explain search and replace", "accept"),
    ("ripgrep", "Sort the hits by path, please", "accept"),
    ("ripgrep", "Lines that match both patterns, whatever their order", "escalate"),
)


@cache
def policy_of(pack: str) -> kotowari.Policy:
    return kotowari.load(kotowari.packs() / pack)


def decide(pack: str, text: str) -> kotowari.Decision:
    return policy_of(pack).decide({"text": text, "now": NOW})


@pytest.mark.parametrize(("pack", "wish", "verdict"), WISHES)
def test_a_wish_is_decided_as_the_project_says_it_stands(pack: str, wish: str, verdict: str) -> None:
    assert decide(pack, wish).verdict == verdict


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_compiles_without_a_word(pack: str) -> None:
    assert [f"{one.code}: {one.message}" for one in policy_of(pack).diagnostics] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_example_holds_and_no_counterexample_does(pack: str) -> None:
    wrong = [
        (name, example.text)
        for name, rule in policy_of(pack).model.rules.items()
        for example in rule.examples
        if example.text is not None and (name in speaking(pack, example.text)) is not example.holds
    ]
    assert wrong == []


def speaking(pack: str, text: str) -> set[str]:
    """The rules in force for a text, whether or not their verdict is the one of the request."""
    return {rule for rule, _ in decide(pack, text).reasons}


@pytest.mark.parametrize("pack", PACKS)
def test_every_example_gives_the_verdict_that_it_says(pack: str) -> None:
    wrong = [
        (name, example.text)
        for name, rule in policy_of(pack).model.rules.items()
        for example in rule.examples
        if example.text and example.gives and decide(pack, example.text).verdict != example.gives
    ]
    assert wrong == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_says_by_example_what_it_is_for_and_what_it_is_not_for(pack: str) -> None:
    rules = policy_of(pack).model.rules.values()
    without = [rule.name for rule in rules if {example.holds for example in rule.examples} != {True, False}]
    assert without == []


@pytest.mark.parametrize(("pack", "wish"), [(pack, wish) for pack, wish, verdict in WISHES if verdict == "decline"])
def test_a_decline_says_why_and_what_else_there_is(pack: str, wish: str) -> None:
    reply = decide(pack, wish).reply
    assert reply is not None
    assert {"thanks", "answer", "reason", "instead", "next", "close"} <= {part.part for part in reply.parts}
