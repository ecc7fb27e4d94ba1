"""`kotowari test --mutate`: whether anybody would notice a change of the policy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from kotowari.cases.mutation.mutant import Mutant
from kotowari.diagnostics.said import say
from kotowari.testing import Suite
from kotowari.testing.mutation_run import Judged, Mutation, score
from kotowari_cli import language_of
from kotowari_cli.counting import counted
from kotowari_cli.failures import Failure, complain
from kotowari_cli.strings_mutation import mutation_words


def judged(
    suite: Suite, now: datetime, rules: Collection[str] | None, files: Collection[str] | None, jobs: int
) -> tuple[Judged, ...]:
    """What becomes of each mutant, for these rules and files alone where they are named. Raises Failure."""
    words = mutation_words(language_of())
    mutation = Mutation(suite.policy, suite.trials, now)
    wanted = [mutant for mutant in mutation.mutants if _is_wanted(mutant, rules, files)]
    if not wanted:
        raise Failure(words.none, say("name a rule, or a file of rules"))
    return tuple(counted(mutation.run(wanted, jobs), len(wanted), words.unit))


def _is_wanted(mutant: Mutant, rules: Collection[str] | None, files: Collection[str] | None) -> bool:
    named = rules is None or mutant.name in rules or any(name in rules for name in mutant.rules)
    return named and (files is None or mutant.span.source in files)


def is_low(found: Sequence[Judged], least: int | None) -> bool:
    """Whether fewer are noticed than asked for, which is told."""
    share = score(found)
    if least is None or share.reaches(least):
        return False
    complain(mutation_words(language_of()).low.format(percent=share.percent, least=least))
    return True
