"""What a run found out besides how its trials ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kotowari.record import record
from kotowari_cli.covering import is_low

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kotowari.cases.coverage import Coverage
    from kotowari.testing import Suite
    from kotowari.testing.mutation_run import Judged
    from kotowari.testing.suggest import Suggested


@record(frozen=False)
class Measured:
    """A coverage, which is not always `shown`, mutants and suggestions; None for what nobody asked for."""

    shown: bool = False
    coverage: Coverage | None = None
    mutants: tuple[Judged, ...] | None = None
    suggested: tuple[Suggested, ...] | None = None

    def covers_little(self, least: int | None) -> bool:
        """Whether less is covered than asked for, which is told."""
        return is_low(self.coverage, least)

    def notices_little(self, least: int | None) -> bool:
        """Whether fewer mutants are noticed than asked for, which is told."""
        if self.mutants is None:
            return False
        from kotowari_cli import mutating

        return mutating.is_low(self.mutants, least)

    def record(self, suite: Suite) -> Mapping[str, object]:
        """All of it as data, for the results in JSON."""
        found: dict[str, object] = {}
        taken = {trial.name for trial in suite.trials}
        if self.coverage is not None and self.shown:
            from kotowari.testing import coverage_record

            found["coverage"] = coverage_record(self.coverage, suite.place)
        if self.mutants is not None:
            from kotowari.testing.mutation_report import mutation_record

            found["mutation"] = mutation_record(suite.policy.model, self.mutants, suite.place, taken)
        if self.suggested is not None:
            from kotowari.testing.suggested import suggestions_record

            found["suggestions"] = suggestions_record(suite.policy.model, self.suggested, suite.place, taken)
        return found

    def print(self, suite: Suite) -> None:
        """All of it for people."""
        if self.coverage is not None and self.shown:
            from kotowari_cli.render.coverage import print_coverage

            print_coverage(suite, self.coverage)
        if self.mutants is not None:
            from kotowari_cli.render.mutants import print_mutants

            print_mutants(suite, self.mutants)
