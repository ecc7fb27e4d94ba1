"""One run of a policy's examples and cases, from the options to the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import kotowari
from kotowari.diagnostics.said import say, several
from kotowari.diagnostics.suggest import nearest
from kotowari.record import record
from kotowari.testing import CasesError, Choice, Result, Status, Suite, Trial, load_suite, run_all
from kotowari_cli.counting import counted
from kotowari_cli.covering import covered
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure, complain, no_such
from kotowari_cli.measured import Measured
from kotowari_cli.options import Format, asking
from kotowari_cli.present import present
from kotowari_cli.remembered import recall, remember
from kotowari_cli.screen import in_their_language, print_diagnostics, print_note


@record
class Options:
    """What is to be run, and how. `now` is None for the present."""

    folder: Path
    names: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    failed: bool = False
    stop: bool = False
    jobs: int = 1
    now: datetime | None = None
    format: str = Format.TEXT
    coverage: bool = False
    page: str | None = None
    fail_under: int | None = None
    mutate: bool = False
    suggest: bool = False


def run_suite(options: Options) -> int:
    """Run what the options choose, print what came of it, and return the exit code.

    Raises PolicyError for a policy that does not compile, Failure for options that fit nothing of it.
    """
    policy = kotowari.load(options.folder)
    # One moment for the whole run, so that no case is decided for another day than its neighbour.
    now = options.now or present()
    try:
        suite = load_suite(policy, options.folder, now)
    except CasesError as error:
        print_diagnostics(error.diagnostics, error.sources, err=True)
        return Exit.INPUT
    if options.suggest and options.format == Format.TEXT:
        return _suggest(suite, now, options)
    trials = _chosen(suite, options)
    if not trials:
        _say_none(suite, options)
        return Exit.POLICY
    results = list(_results(policy, trials, now, options))
    _remember(options, results)
    return _told(suite, results, now, options, left=len(trials) - len(results))


def _told(suite: Suite, results: Sequence[Result], now: datetime, options: Options, *, left: int) -> int:
    """Print what came of a run, with all that is asked for besides, and return the exit code."""
    from kotowari_cli.render.trials import write_results

    measured = _measured(suite, results, now, options)
    more = measured.record(suite) if options.format == Format.JSON else dict[str, object]()
    write_results(suite, now, results, options.format, options.folder, left=left, more=more)
    if options.format == Format.TEXT:
        measured.print(suite)
    low = [measured.covers_little(options.fail_under), measured.notices_little(options.fail_under)]
    return Exit.POLICY if any(low) or any(result.status.bad for result in results) else Exit.DONE


def _measured(suite: Suite, results: Sequence[Result], now: datetime, options: Options) -> Measured:
    found = Measured(shown=options.coverage)
    if options.coverage or options.page is not None:
        found.coverage = covered(suite, results, now, options.page)
    if options.mutate:
        from kotowari_cli.mutating import judged

        found.mutants = judged(suite, now, _rules_of(suite, options), _files_of(suite, options), options.jobs)
    if options.suggest:
        from kotowari_cli.suggesting import suggested

        found.suggested = suggested(suite, now, _rules_of(suite, options), _files_of(suite, options))
    return found


def _suggest(suite: Suite, now: datetime, options: Options) -> int:
    """Print suggestions and nothing else, so that they can go into a file."""
    from kotowari_cli.suggesting import print_suggestions, suggested

    print_suggestions(suite, suggested(suite, now, _rules_of(suite, options), _files_of(suite, options)))
    return Exit.DONE


def _results(policy: kotowari.Policy, trials: Sequence[Trial], now: datetime, options: Options) -> Iterator[Result]:
    for result in counted(run_all(policy, trials, now, options.jobs), len(trials), in_their_language(say("cases"))):
        yield result
        if options.stop and result.status.bad:
            return


# --- what is chosen ---------------------------------------------------------------------------------------------------


def _chosen(suite: Suite, options: Options) -> list[Trial]:
    again = recall(options.folder) if options.failed else None
    known = {trial.name for trial in suite.trials}
    if again is not None and not again & known:
        print_note(say("nothing failed in the last run, as far as it is remembered; everything is run"))
        again = None
    choice = Choice(
        options.names or None,
        _rules_of(suite, options),
        _files_of(suite, options),
        again,
    )
    return list(suite.only(choice))


def _rules_of(suite: Suite, options: Options) -> frozenset[str] | None:
    return frozenset[str]().union(*(_rules(suite, name) for name in options.rules)) or None


def _files_of(suite: Suite, options: Options) -> frozenset[str] | None:
    return frozenset(_file(suite, options.folder, name) for name in options.files) or None


def _rules(suite: Suite, name: str) -> frozenset[str]:
    """The rule of this name, or the rows of the table. Raises Failure."""
    rules, tables = suite.policy.model.rules, suite.policy.model.tables
    if name in rules:
        return frozenset({name})
    if name in tables:
        return frozenset(tables[name].rows)
    raise no_such("rule", name, [*rules, *tables], asking("show rules"))


def _file(suite: Suite, folder: Path, name: str) -> str:
    """The file of the policy that is meant: as seen from here, as seen from the policy, or by its name alone."""
    path = Path(name).resolve()
    if path.is_relative_to(folder.resolve()):
        inside = path.relative_to(folder.resolve()).as_posix()
        if inside in suite.sources:
            return inside
    ends = [known for known in sorted(suite.sources) if known == name or known.endswith(f"/{name}")]
    if len(ends) == 1:
        return ends[0]
    if ends:
        either = several((f"`{end}`" for end in ends), say(" or "))
        raise Failure(say("`{name}` may be {either}", name=name, either=either), say("write it in full"))
    meant = nearest(name, suite.sources)
    advice = say("did you mean `{name}`?", name=meant) if meant else say("check the name")
    raise Failure(say("`{name}` is no file of this policy", name=name), advice)


def _say_none(suite: Suite, options: Options) -> None:
    if suite.trials:
        count = len(suite.trials)
        trials = say("{count} examples and cases", count=count) if count > 1 else say("one case")
        advice = say("the policy has {trials}; their names begin with a rule's or stand in `name:`", trials=trials)
        complain(say("no case found that fits"), advice)
    else:
        file = str(options.folder / "cases" / "first.yaml")
        advice = say('write `example "…"` into a rule, or a file `{file}`', file=file)
        complain(say("no case found: no rule has an example, and there is no file in `cases`"), advice)


# --- what is remembered -----------------------------------------------------------------------------------------------


def _remember(options: Options, results: Iterable[Result]) -> None:
    """Keep the names of what failed. That this cannot be done is told, but changes nothing of the run."""
    ran = {result.trial.name: result.status for result in results}
    try:
        remember(options.folder, ran.keys(), [name for name, status in ran.items() if status is Status.FAILED])
    except Failure as failure:
        print_note(say("{why}; --failed will not know of this run", why=failure.message))
