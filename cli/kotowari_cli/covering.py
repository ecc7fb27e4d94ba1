"""What a run covers of its policy: written as a page, and held against what is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kotowari.cases.coverage import Coverage
from kotowari.diagnostics.said import say
from kotowari.testing import Result, Suite, gather
from kotowari_cli import language_of
from kotowari_cli.failures import complain


def covered(suite: Suite, results: Iterable[Result], now: datetime, page: str | None) -> Coverage:
    """What was covered, which also becomes the page `page` where one is named. Raises Failure if it cannot."""
    found = gather(suite.policy, [result.trial for result in results], now)
    if page is not None:
        _write_page(suite, found, page)
    return found


def _write_page(suite: Suite, found: Coverage, name: str) -> None:
    from kotowari_cli.lines import output_stream
    from kotowari_cli.render.coverage_html import CoveragePage
    from kotowari_cli.strings_coverage import coverage_words

    page = CoveragePage(suite.policy.model, coverage_words(language_of()), suite.place).page(found)
    with output_stream(name) as out:
        out.write(page.encode())


def is_low(found: Coverage | None, least: int | None) -> bool:
    """Whether less is covered than asked for, which is told."""
    if found is None or least is None or found.total.reaches(least):
        return False
    complain(
        say(
            "the coverage is {percent}%, less than the {least}% of --fail-under",
            percent=found.total.percent,
            least=least,
        )
    )
    return True
