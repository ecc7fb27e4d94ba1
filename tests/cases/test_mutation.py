"""Changes of a policy, one at a time: whether its examples and cases notice, and what would."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cases.conftest import AT, HERE, NOW, RunTests
from tests.cases.pasting import paste
from tests.cases.test_docs import lay_out
from tests.cases.test_suggest import BARE
from tests.docs.pages import blocks
from tests.small import policy

import kotowari
from kotowari.cases.mutation.mutant import Sort
from kotowari.diagnostics.display import columns
from kotowari.schema import results_schema
from kotowari.testing import load_suite, run_all
from kotowari.testing.mutation_run import Fate, Judged, Mutation, score
from kotowari.testing.suggested import Reason

# One change of each kind, as somebody would make it in the pack's files.
PLANTED = {
    "comparison": ("money.rules", "customer.seats at least 50", "customer.seats more than 50"),
    "threshold": ("money.rules", "customer.seats at least 50", "customer.seats at least 51"),
    "connective": ("money.rules", "customer.seats at least 50 or", "customer.seats at least 50 and"),
    "verdict": ("features.rules", "decline as not-us because", "accept as not-us because"),
    "team": ("people.rules", "escalate to legal", "escalate to sales"),
    "exception": (
        "money.rules",
        "when larger-team\n    escalate",
        "when larger-team and customer.seats less than 1\n    escalate",
    ),
    "row": ("money.rules", "  | yearly       | more than 30 days     |", "# | yearly       | more than 30 days     |"),
    "topic": ("features.rules", "about gantt", "about chat"),
    "default": ("facts.rules", "usually 0", "usually 9"),
    "pattern": ("topics.rules", '"gantt', '"gantry'),
}


def judged(folder: Path) -> list[Judged]:
    policy = kotowari.load(folder)
    mutation = Mutation(policy, load_suite(policy, folder, NOW).trials, NOW)
    return list(mutation.run(mutation.mutants))


def survivors(found: Sequence[Judged]) -> list[tuple[str, str, str | None]]:
    return [(one.mutant.name, one.mutant.old, one.mutant.new) for one in found if one.fate is Fate.SURVIVED]


def paste_catches(folder: Path) -> list[Judged]:
    """Pastes what would notice each survivor, until nothing is proposed any more."""
    found = judged(folder)
    for _ in range(3):
        policy = kotowari.load(folder)
        taken = [trial.name for trial in load_suite(policy, folder, NOW).trials]
        catches = [Reason(one.catch, one.mutant.old) for one in found if one.catch is not None]
        if not catches:
            break
        unique = {repr((one.proposal.rule, one.proposal.asked, one.proposal.expected)): one for one in catches}
        paste(folder, unique.values(), taken)
        found = judged(folder)
    return found


@pytest.mark.parametrize("kind", PLANTED)
def test_a_mutant_planted_in_a_pack_is_caught_by_its_cases(kind: str) -> None:
    file, old, new = PLANTED[kind]
    folder = kotowari.packs() / "starter"
    # What proves that a table has no gaps notices as well; here the cases are to.
    suite = load_suite(kotowari.load(folder), folder, NOW)
    files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.rules")}
    assert old in files[file]
    text = files[file].replace(old, new, 1)
    changed = kotowari.compile_policy({**files, file: text.replace("  one row\n", "  every row\n")})
    cases = [trial for trial in suite.trials if trial.expected.verdict is not None]
    assert any(result.status.bad for result in run_all(changed, cases, NOW))
    assert not any(result.status.bad for result in run_all(suite.policy, cases, NOW))


def test_every_kind_is_tried(desk: Path) -> None:
    text = (desk / "policy.rules").read_text(encoding="utf-8")
    more = """
fact order.gift is yes or no usually no
table sizes about shipping, discount
  one row
  | order.gift | outcome             |
  | yes        | accept because care |
  | no         | accept because care |
"""
    (desk / "policy.rules").write_text(text + more, encoding="utf-8")
    assert {one.mutant.sort for one in judged(desk)} == set(Sort)


def test_what_is_proposed_notices_the_mutant(desk: Path) -> None:
    before = judged(desk)
    assert survivors(before)
    after = paste_catches(desk)
    assert survivors(after) == []
    assert score(after).percent == 100
    assert len(after) == len(before)


def test_every_sort_of_fact(tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / "policy.rules").write_text(BARE, encoding="utf-8")
    first = judged(folder)
    assert {one.fate for one in first} == {Fate.SURVIVED}
    assert [survivor for one, survivor in zip(first, survivors(first), strict=True) if one.catch is None] == []
    assert survivors(paste_catches(folder)) == []


@pytest.mark.parametrize(
    ("dates", "fate"),
    [("", Fate.EQUIVALENT), ("until 2027-01-01", Fate.SURVIVED), ("from 2020-01-01", Fate.SURVIVED)],
)
def test_what_is_covered_only_on_some_days_makes_a_difference(dates: str, fate: Fate) -> None:
    rules = f"""
rule big about refund when order.total more than 5 USD decline because trust
  except always when order.total more than 1 USD escalate to lead because trust {dates}
"""
    found = Mutation(policy(rules), (), NOW)
    judged_ = {(one.mutant.name, one.mutant.old, one.mutant.new): one.fate for one in found.run(found.mutants)}
    assert judged_["big", "decline", "accept"] is fate


def test_what_makes_no_difference_is_not_counted(desk: Path) -> None:
    rule = """
rule outranked about discount
  when customer.seats at least 10
  accept because care
  say en answer "Yes."
  say ja answer 「承ります。」
  overrides free-shipping
topic parcel en "a parcel" ja 「荷物」
  words en "parcel", "big parcel"
rule parcels about parcel
  accept because care
  say en answer "Yes."
  say ja answer 「承ります。」
  example "My parcel" gives accept
"""
    text = (desk / "policy.rules").read_text(encoding="utf-8")
    (desk / "policy.rules").write_text(text + rule, encoding="utf-8")
    found = {(one.mutant.name, one.mutant.old, one.mutant.new): one.fate for one in judged(desk)}
    assert found["outranked", "accept", "decline"] is Fate.SURVIVED
    assert found["outranked", "overrides free-shipping", None] is Fate.SURVIVED
    assert found["parcel", "big parcel", None] is Fate.EQUIVALENT
    assert found["parcel", "parcel", None] is Fate.KILLED


def test_a_row_below_a_stronger_one(desk: Path) -> None:
    """Rows that overlap where another verdict ranks before are seen by nobody."""
    table = """
table sizes about shipping
  one row
  | customer.seats | outcome                                |
  | at most 10     | accept because care                    |
  | more than 10   | escalate to people because care        |
"""
    text = (desk / "policy.rules").read_text(encoding="utf-8")
    (desk / "policy.rules").write_text(text + table, encoding="utf-8")
    found = {(one.mutant.name, one.mutant.old, one.mutant.new): one.fate for one in judged(desk)}
    assert found["sizes/1", "10", "11"] is Fate.EQUIVALENT
    assert found["sizes/1", "at most", "less than"] is Fate.SURVIVED


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_shown(
    language: str, desk: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests(desk.name, "--mutate", *AT)
    assert (code, err) == (0, "")
    assert max(columns(line) for line in out.splitlines() if not line.startswith("  - name")) <= 80
    path = HERE / "golden_mutation" / f"{language}.txt"
    if update:
        path.write_text(out, encoding="utf-8", newline="\n")
    assert out == path.read_text(encoding="utf-8")


def test_json_is_as_its_schema_says(desk: Path, run_tests: RunTests) -> None:
    code, out, _ = run_tests(desk.name, "--mutate", "--format", "json", *AT)
    data = json.loads(out)
    Draft202012Validator(results_schema()).validate(data)  # pyright: ignore[reportUnknownMemberType] - untyped stubs
    assert code == 0
    found = data["mutation"]
    fates = [one["fate"] for one in found["mutants"]]
    assert found["score"] == {
        "covered": fates.count("killed"),
        "total": len(fates),
        "percent": found["score"]["percent"],
    }
    (gone,) = [one for one in found["mutants"] if one["old"] == "to sales"]
    assert gone["new"] == "to people"
    assert gone["source"] == "policy.rules:57"
    assert "team:\n        - sales" in gone["catch"]["text"]


def test_too_little_fails(desk: Path, run_tests: RunTests) -> None:
    _, out, _ = run_tests(desk.name, "--mutate", "--format", "json", *AT)
    percent = json.loads(out)["mutation"]["score"]["percent"]
    assert 0 < percent < 100
    assert run_tests(desk.name, "--mutate", "--fail-under", str(percent), *AT)[0] == 0
    code, _, err = run_tests(desk.name, "--mutate", "--fail-under", "100", *AT)
    assert code == 1
    assert err == f"error: the mutation score is {percent}%, less than the 100% of --fail-under\n"


def test_processes_find_the_same(desk: Path, run_tests: RunTests) -> None:
    alone, shared = (run_tests(desk.name, "--mutate", "-j", jobs, *AT) for jobs in ("1", "2"))
    assert alone == shared


def test_only_what_is_asked_for(desk: Path, run_tests: RunTests) -> None:
    _, out, _ = run_tests(desk.name, "--mutate", "--rule", "free-shipping", *AT)
    assert "`free-shipping`" in out
    assert "talk-to-sales" not in out
    code, _, err = run_tests(desk.name, "--mutate", "--file", "nothing.rules", *AT)
    assert code == 2
    assert "nothing.rules" in err


def test_what_fails_already_notices_nothing(desk: Path, run_tests: RunTests) -> None:
    text = (desk / "policy.rules").read_text(encoding="utf-8")
    wrong = text.replace("with customer.seats 3 gives decline", "with customer.seats 3 gives accept")
    (desk / "policy.rules").write_text(wrong, encoding="utf-8")
    code, out, _ = run_tests(desk.name, "--mutate", *AT)
    assert code == 1
    assert "no example or case notices `accept` instead of `decline`" in " ".join(out.split())


def test_a_format_without_a_place_for_it(desk: Path, run_tests: RunTests) -> None:
    shutil.rmtree(desk / "cases")
    code, out, err = run_tests(desk.name, "--mutate", "--format", "tap", *AT)
    assert (code, out) == (2, "")
    assert "take text or json" in err


def test_the_page_shows_what_is_printed(tmp_path: Path, run_tests: RunTests) -> None:
    lay_out("cases.md", tmp_path / "shop", failing=False)
    shutil.rmtree(tmp_path / "shop" / "cases")
    shown = [
        block.body for block in blocks("cases.md", "console") if "--mutate" in block.body or "--suggest" in block.body
    ]
    assert len(shown) == 2
    for body in shown:
        command, *lines = body.splitlines()
        code, out, err = run_tests("shop", *command.split()[4:])
        assert (code, err, out.splitlines()) == (0, "", lines)
