"""What docs/ says of the language is true: its policies compile, its mistakes are found, its tables hold."""

from __future__ import annotations

import json
import re
from datetime import UTC
from typing import cast

import pytest
from tests.docs.pages import DOCS, OWN, PAGES, codes, policies, policy, rows, tables, text_of, wrong

import kotowari
from kotowari.diagnostics.diagnostic import Severity
from kotowari.model.values import read_value, to_json
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import TopicFinder, TopicWords

GUIDES = tuple(page for page in PAGES if page.endswith("language.md"))
NOW = "2026-04-01T09:00:00+09:00"
YES, NO = {"yes", "はい"}, {"no", "いいえ"}


def test_there_is_a_guide_in_both_languages() -> None:
    assert GUIDES == ("ja/language.md", "language.md")


@pytest.mark.parametrize(("page", "name"), [(page, name) for page in PAGES for name in policies(page)])
def test_a_policy_compiles_without_a_word_of_complaint(page: str, name: str) -> None:
    assert policy(page, name).diagnostics == ()


@pytest.mark.parametrize(("page", "number"), [(page, number) for page in PAGES for number in range(len(wrong(page)))])
def test_a_mistake_is_found(page: str, number: int) -> None:
    code, files = wrong(page)[number]
    with pytest.raises(kotowari.PolicyError) as raised:
        kotowari.compile_policy(files)
    assert {found.code for found in raised.value.diagnostics if found.severity is Severity.ERROR} == {code}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", text_of(page)):
        linked = (DOCS / page).parent / target if target else DOCS / page
        assert linked.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", GUIDES)
def test_every_marked_table_is_of_a_kind_that_is_tested(page: str) -> None:
    kinds = {table.mark.split()[0] for table in tables(page)}
    assert kinds == {"types", "reads", "matches", "missed", "asks", "conditions", "decided"}
    assert text_of(page).count("<!-- test: ") == len(tables(page))


# --- facts and conditions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", GUIDES)
def test_values_of_every_type_are_read(page: str) -> None:
    found = rows(page, "types")
    assert len(found) == 12
    for kind, _, given in found:
        made = policy_with(page, f"fact docs.sample is {codes(kind)[0]}\n")
        for written in codes(given):
            value = read_value(made.model.facts["docs.sample"].type, json.loads(written), offset=UTC)
            assert value is not None or written == "null"


@pytest.mark.parametrize("page", GUIDES)
def test_what_is_read_from_a_text_and_what_is_not(page: str) -> None:
    found = rows(page, "reads")
    assert len(found) > 8
    for kind, pattern, read, not_read in found:
        made = policy_with(page, f"fact docs.sample is {codes(kind)[0]} read from {codes(pattern)[0]}\n")
        for text in codes(read):
            assert values_read(made, text), f"{pattern} does not read {text}"
        for text in codes(not_read):
            assert not values_read(made, text), f"{pattern} reads {text}"


def values_read(made: kotowari.Policy, text: str) -> list[object]:
    decision = made.decide({"text": text, "now": NOW}).to_dict()
    read = cast("list[dict[str, object]]", decision["read"])
    return [item["value"] for item in read if item["fact"] == "docs.sample"]


@pytest.mark.parametrize("page", GUIDES)
def test_every_condition_compiles(page: str) -> None:
    found = [codes(row[0])[0] for row in rows(page, "conditions")]
    assert len(found) > 20
    made = policy_with(page, "".join(f"define docs-{number}\n  {each}\n" for number, each in enumerate(found)))
    assert made.diagnostics == ()


def policy_with(page: str, more: str) -> kotowari.Policy:
    return kotowari.compile_policy({**policies(page)[OWN], "more.rules": more})


# --- topics -----------------------------------------------------------------------------------------------------------


def finder(written: str) -> TopicFinder:
    """What finds the texts of one pattern, written as in a policy."""
    exact, quoted = written.startswith("exactly "), written.removeprefix("exactly ")
    pattern = Pattern(quoted[1:-1], exact=exact, regex=quoted.startswith("/"))
    return TopicFinder([TopicWords("sample", ((pattern, "page:1"),))])


@pytest.mark.parametrize(("page", "row"), [(page, row) for page in GUIDES for row in rows(page, "matches")])
def test_a_pattern_finds_what_the_page_says(page: str, row: tuple[str, ...]) -> None:
    pattern, finds, misses = row
    found = finder(codes(pattern)[0])
    assert [text for text in codes(finds) if not found.find(text)] == [], page
    assert [text for text in codes(misses) if found.find(text)] == [], page


@pytest.mark.parametrize(("page", "row"), [(page, row) for page in GUIDES for row in rows(page, "missed")])
def test_what_is_said_not_to_be_found_is_not_found(page: str, row: tuple[str, ...]) -> None:
    found = finder(codes(row[0])[0])
    assert codes(row[1])
    assert [text for text in codes(row[1]) if found.find(text)] == [], page


@pytest.mark.parametrize("page", GUIDES)
def test_messages_ask_for_what_the_page_says(page: str) -> None:
    (table,) = [table for table in tables(page) if table.mark.startswith("asks ")]
    topic = table.mark.split()[1]
    for message, asks in table.rows:
        matches = [match for match in policy(page).topics(codes(message)[0]) if match.topic == topic]
        assert matches, message
        assert asks in YES | NO
        assert any(not match.denied for match in matches) == (asks in YES), message


# --- decisions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("page", "row"), [(page, row) for page in GUIDES for row in rows(page, "decided")])
def test_a_request_is_decided_as_the_page_says(page: str, row: tuple[str, ...]) -> None:
    message, known, verdict, by = row
    decision = policy(page).decide(request(codes(message)[0], known))
    assert str(decision.verdict or "open") == verdict
    assert spoken(decision) == codes(by)


def request(text: str, known: str) -> dict[str, object]:
    """The request of a row: `customer.plan` = `pro`, or a fact alone that is not available."""
    facts: dict[str, object] = {}
    unavailable: list[str] = []
    for part in filter(None, known.split(", ")):
        name, *value = codes(part)
        facts.update({name: value[0]} if value else {})
        unavailable.extend([] if value else [name])
    return {"text": text, "now": NOW, "facts": facts, "unavailable": unavailable}


def spoken(decision: kotowari.Decision) -> list[str]:
    """The rules that gave the verdict, or the policy's own outcome."""
    if decision.ruling.outcome is None:
        return [rule.name for rule in decision.ruling.rules]
    model = decision.policy.model
    return ["otherwise" if decision.ruling.outcome is model.otherwise else "unanswered"]


@pytest.mark.parametrize(("page", "name"), [(page, name) for page in PAGES for name in policies(page)])
def test_the_examples_of_rules_hold(page: str, name: str) -> None:
    made = policy(page, name)
    for rule in made.model.rules.values():
        for example in rule.examples:
            facts = {fact: to_json(made.model.facts[fact].type, value) for fact, value in example.given.items()}
            decision = made.decide({"text": example.text, "now": example.now or NOW, "facts": facts})
            if example.gives is not None:
                assert decision.verdict is example.gives, (rule.name, example.text)
            judge = decision._judge
            assert judge.unknowns.circuit(judge.program.conditions[rule.name]) is example.holds, rule.name
