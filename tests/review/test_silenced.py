"""Checks that a policy silences for one script, with `allow`."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

import kotowari
from kotowari.diagnostics.pages import codes
from kotowari.loader import Compiled, compile_files
from kotowari.review.codes import LACKS, OF_DRAFTS, OF_LETTERS, OF_SCRIPTS

DIAGNOSTICS = Path(__file__).parent.parent / "diagnostics"
RULE = """
rule no-gantt about gantt
  decline because care
  say en
    answer "Unfortunately we will not be adding Gantt charts."
    instead "You can use a board."
"""
BECAUSE = 'because "They lose a day of work."'


def linted(rules: str, preamble: str = "replies") -> Compiled:
    name = f"preamble.{preamble}.rules"
    files = {name: (DIAGNOSTICS / name).read_text(encoding="utf-8"), "case.rules": rules}
    return compile_files(files, today=date(2026, 6, 1))


def found(rules: str, preamble: str = "replies") -> tuple[list[str], list[str]]:
    """The codes of what is told, and of what is silenced."""
    compiled = linted(rules, preamble)
    return [one.code for one in compiled.diagnostics], [one.code for one in compiled.silenced]


def test_what_a_rule_allows_is_silenced_with_its_reason() -> None:
    silenced = linted(f"{RULE}  allow regret-words {BECAUSE}\n").silenced
    assert [(one.code, one.silenced and one.silenced.message) for one in silenced] == [
        ("regret-words", "They lose a day of work.")
    ]


def test_other_checks_are_not_silenced() -> None:
    rules = RULE.replace("You can use", "You'll have to use")
    assert found(f"{rules}  allow regret-words {BECAUSE}\n") == (["commands-customer"], ["regret-words"])


def test_one_clause_silences_several_checks() -> None:
    rules = RULE.replace("You can use", "You'll have to use")
    assert found(f"{rules}  allow commands-customer, regret-words {BECAUSE}\n") == (
        [],
        ["regret-words", "commands-customer"],
    )


def test_another_rule_is_told() -> None:
    other = RULE.replace("no-gantt", "no-maps").replace("Gantt charts", "Gantt maps")
    assert found(f"{RULE}  allow regret-words {BECAUSE}\n{other}") == (["regret-words"], ["regret-words"])


def test_an_exception_answers_for_its_own_reply() -> None:
    inner = """  except no-gantt-late
    when request mentions gantt
    decline because care
    say en answer "Sadly we will not be adding Gantt charts." instead "You can use a board."
"""
    assert found(f"{RULE}  allow regret-words {BECAUSE}\n{inner}") == (["regret-words"], ["regret-words"])
    both = f"{RULE}  allow regret-words {BECAUSE}\n{inner}    allow regret-words {BECAUSE}\n"
    assert found(both) == ([], ["regret-words"] * 2)


SHARED = """
script closed
  en instead "Sadly there is nothing of the kind."
{allow}
rule no-gantt about gantt
  decline because care
  say en answer "We will not be adding Gantt charts."
  say closed
rule no-gantt-at-all about gantt
  decline because care
  say en answer "We will never be adding Gantt charts."
  say closed
{allow_rule}
"""


def test_a_script_answers_for_its_strings_whoever_says_it() -> None:
    rules = SHARED.format(allow=f"  allow regret-words {BECAUSE}", allow_rule=f"  allow absolute-words {BECAUSE}")
    assert found(rules) == ([], ["regret-words", "absolute-words"])


def test_what_one_rule_allows_is_told_of_the_others_that_say_the_same_string() -> None:
    rules = SHARED.format(allow="", allow_rule=f"  allow regret-words, absolute-words {BECAUSE}")
    assert found(rules) == (["regret-words"], ["absolute-words"])


def test_a_usual_script_answers_for_what_letters_with_it_lack() -> None:
    rules = """
usual script decline as plain
  en thanks "About {asked|this}."
  allow no-thanks because "The letter answers one of ours."
label plain en "plain"
rule no-gantt about gantt
  decline as plain because care
  say en answer "We will not be adding Gantt charts." instead "You can use a board."
"""
    assert found(rules) == ([], ["no-thanks"])


def test_a_usual_script_with_a_condition_answers_for_its_strings() -> None:
    rules = """
topic complaint en "a complaint" words en "complaint"
usual script when request mentions complaint
  allow doubting-apology because "We cannot know that it was."
  en sorry "We are sorry if it was slow."
"""
    assert found(rules) == ([], ["doubting-apology"])


def test_japanese() -> None:
    rules = """
rule no-gantt about gantt
  decline because care
  say ja
    answer 「ガントチャートは絶対に追加いたしません。」
    instead 「期日つきのボードをご利用いただけます。」
  allow absolute-words because 「創業者の約束です。」
"""
    assert found(rules, "ja") == ([], ["absolute-words"])


def test_languages_that_differ_are_silenced_at_their_strings() -> None:
    rules = f"""
policy two en "Two" ja 「二」
  edition 1
  languages en, ja
  zone "UTC"
  otherwise escalate to desk because care
  unanswered escalate to desk because care
value care en "Anyone can use it." ja 「どなたでもお使いいただけます。」
team desk en "the desk" ja 「窓口」 answers within 1 day
usual script escalate
  en
    thanks "Thank you for writing to us about {{asked|this}}."
    answer "{{team}} will answer you by {{by}}."
  ja
    thanks 「{{asked|本件}}についてご連絡いただき、誠にありがとうございます。」
    answer 「{{by}}までに、{{team}}よりご返信いたします。」
    close 「何とぞよろしくお願いいたします。」
  allow languages-differ {BECAUSE}
"""
    compiled = compile_files({"case.rules": rules}, today=date(2026, 6, 1))
    assert [one.code for one in compiled.diagnostics if one.code == "languages-differ"] == []
    assert [one.code for one in compiled.silenced] == ["languages-differ"]


def test_what_is_silenced_keeps_no_policy_from_compiling() -> None:
    compiled = linted(RULE.replace("You can use", "You'll have to use") + f"  allow commands-customer {BECAUSE}\n")
    assert compiled.model is not None


def test_an_allow_is_no_part_of_what_a_policy_means() -> None:
    plain, allowed = linted(RULE).model, linted(f"{RULE}  allow regret-words {BECAUSE}\n").model
    assert plain is not None
    assert allowed is not None
    assert plain.digest == allowed.digest


@pytest.mark.parametrize("name", ["topic allow", "label allow", "team allow", "rule allow"])
def test_allow_stays_a_name_where_only_a_name_can_stand(name: str) -> None:
    more = {"topic": 'en "x" words en "x"', "label": 'en "x"', "team": 'en "x" answers within 1 day'}
    outcome = 'accept because care\n  say en answer "We will do that for you."'
    said = more.get(name.split(maxsplit=1)[0], f"about gantt\n  {outcome}")
    assert linted(f"{name} {said}\n").errors == ()


def test_a_choice_may_be_called_allow() -> None:
    rules = """
fact customer.wish is one of allow, deny
rule yes about gantt
  when customer.wish is one of deny,
    allow
  accept because care
"""
    assert linted(rules).errors == ()


# --- which checks there are -------------------------------------------------------------------------------------------


def emitted() -> set[str]:
    """Every code of a page that the sources of the review write."""
    sources = sorted((Path(kotowari.__file__).parent / "review").glob("*.py"))
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources if path.name != "codes.py"]
    strings = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in strings if isinstance(text, str) and text in codes()}


def test_every_check_of_a_review_is_listed_once() -> None:
    assert emitted() == OF_SCRIPTS | OF_DRAFTS
    assert OF_SCRIPTS.isdisjoint(OF_DRAFTS)
    assert LACKS < OF_LETTERS < OF_SCRIPTS
