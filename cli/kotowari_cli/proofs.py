"""What is proved of a policy that compiles, where z3 is installed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from kotowari_cli import language_of

if TYPE_CHECKING:
    from kotowari.loader import Compiled


def with_proofs(found: Compiled, *, all_: bool) -> Compiled:
    """What was found with what is proved besides; of a policy with faults nothing is proved.

    Without z3 a line on stderr says what was left out.
    """
    from kotowari import analysis
    from kotowari_cli.strings_lint import lint_words

    if found.model is None:
        return found
    if not analysis.available():
        click.echo(lint_words(language_of()).no_proofs, err=True)
    from kotowari.analysis import lint
    from kotowari.api import Policy, today

    policy = Policy(found.model, found.diagnostics, found.sources)
    diagnostics = (*found.diagnostics, *lint.findings(policy, today(), all_=all_))
    return replace(found, diagnostics=tuple(sorted(diagnostics, key=lambda one: one.order)))
