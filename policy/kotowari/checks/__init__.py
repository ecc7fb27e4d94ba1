"""Checks of a whole policy: each is a function from the model (and the day, where it matters) to diagnostics.

They run on a policy that has no errors so far, `LINTS` only where somebody asks. Adding one is adding a file here, a
page and a golden case.
"""

from collections.abc import Callable, Iterator
from datetime import date

from kotowari.checks.allowances import allowances
from kotowari.checks.cut_words import cut_words
from kotowari.checks.cycles import cycles
from kotowari.checks.dead_patterns import dead_patterns
from kotowari.checks.finals import overridden_finals
from kotowari.checks.internal_replies import internal_replies
from kotowari.checks.listed_patterns import listed_patterns
from kotowari.checks.missing_replies import missing_replies
from kotowari.checks.promises import promises
from kotowari.checks.reviewed_scripts import reviewed_scripts
from kotowari.checks.seasons import seasons
from kotowari.checks.tables import tables
from kotowari.checks.unnamed import unnamed
from kotowari.checks.unsure_placeholders import unsure_placeholders
from kotowari.checks.useless_patterns import useless_patterns
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.model.model import Model

Check = Callable[[Model, date | None], Iterator[Diagnostic]]

# Without circles the others are safe to run: `cycles` comes first, and where it finds one the rest waits.
CHECKS: tuple[Check, ...] = (
    cycles,
    overridden_finals,
    missing_replies,
    internal_replies,
    unsure_placeholders,
    promises,
    tables,
    seasons,
    unnamed,
    allowances,
)
# What could be better, and decides nothing: looked for where somebody asks what is to be said of a policy.
LINTS: tuple[Check, ...] = (
    dead_patterns,
    useless_patterns,
    cut_words,
    listed_patterns,
    reviewed_scripts,
)
