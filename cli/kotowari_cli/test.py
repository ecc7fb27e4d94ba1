"""`kotowari test`: the examples and cases of a policy."""

from __future__ import annotations

from datetime import datetime

import click

from kotowari.diagnostics.said import say, say_as
from kotowari_cli import locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure, guarded
from kotowari_cli.options import Format, format_option


@click.command(name="test", short_help="Run examples and cases.")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option(
    "-n", "--name", "names", multiple=True, metavar="WORDS", help="Only names with WORDS in them; * and ? too."
)
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Only what is about this rule.")
@click.option("--file", "files", multiple=True, metavar="FILE", help="Only what stands in this file.")
@click.option("--failed", is_flag=True, help="Only what failed in the last run.")
@click.option("-x", "--stop", is_flag=True, help="Stop at the first failure.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help="Share the work among N processes."
)
@click.option("--watch", is_flag=True, help="Run again whenever a file changes, until Ctrl-C.")
@click.option("--now", metavar="TIME", help="The moment for what names none; else the present.")
@format_option("junit", "tap", "github", "sarif")
@click.option("--coverage", is_flag=True, help="Show what the examples and cases have not tried.")
@click.option("--coverage-html", "page", metavar="FILE", help="Write the coverage as a page for a browser.")
@click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="With --coverage or --mutate: fail where less is covered or noticed.",
)
@click.option(
    "--mutate", is_flag=True, help="Change the policy in one place at a time, and see whether anything fails."
)
@click.option("--suggest", is_flag=True, help="Write examples and cases for what they have not tried, to paste.")
@click.option("--from", "decisions", metavar="FILE|-", help="Write decisions as cases, instead of running any.")
@click.option("-o", "--output", metavar="FILE", help="With --from: where the cases go; written whole or not at all.")
def command(  # noqa: PLR0913 - one parameter for each option, all by name
    *,
    folder: str | None,
    names: tuple[str, ...],
    rules: tuple[str, ...],
    files: tuple[str, ...],
    failed: bool,
    stop: bool,
    jobs: int,
    watch: bool,
    now: str | None,
    format_: str,
    coverage: bool,
    page: str | None,
    fail_under: int | None,
    mutate: bool,
    suggest: bool,
    decisions: str | None,
    output: str | None,
) -> int:
    """Run the examples of the rules in DIR, and the cases of its cases/*.yaml.

    A case that fails shows what was expected beside what came out, the clause that decided, and the rule that came
    nearest to what was expected. What failed is remembered for --failed in the user's folder for caches
    ($XDG_CACHE_HOME/kotowari), under the path of the policy.

    With --coverage a table shows for each rule how often it was in force, how often one clause alone kept it from that,
    and which clauses no decision hung on, both where they are true and where they are false.

    With --mutate the policy is changed in one place at a time: a comparison, a threshold, an outcome, a pattern. Each
    change that no example or case notices is shown with the case that would notice it, ready to paste.

    With --suggest requests are written for all that is not tried, as examples of rules and as cases, with the verdict
    that the policy gives now: whether it is right, a person has to judge.

    The exit code is 1 where something fails, nothing was run, or less is covered or noticed than --fail-under says, 2
    where the cases cannot be read.

    \b
    kotowari test --rule no-gantt
    kotowari batch requests.jsonl | kotowari test --from - -o rules/cases/real.yaml
    """  # noqa: D301 - click reads \\b
    if decisions is not None:
        if any((names, rules, files, failed, stop, watch, coverage, page, fail_under, mutate, suggest)):
            message = say("`--from` writes decisions as cases, and runs none")
            raise Failure(message, say("leave out the options for a run"))
        from kotowari_cli.write_cases import write_cases

        return write_cases(decisions, output)
    if output is not None:
        raise Failure(say("`-o` goes with --from"), say("send what is printed into a file with `> FILE`"))
    from kotowari_cli.trials import Options, run_suite

    if suggest and (names or failed or stop):
        message = say("--suggest looks for what nothing has tried, whatever its name")
        raise Failure(message, say("choose with --rule or --file"))
    if suggest and format_ == Format.TEXT and (coverage or mutate or page is not None):
        message = say("--suggest prints what is to be pasted, and nothing else")
        raise Failure(message, say("leave one out, or take --format json"))
    _check_coverage(format_, fail_under, page, measured=coverage or mutate, listed=coverage or mutate or suggest)
    place = locate.locate(folder)
    options = Options(
        place.folder, names, rules, files, failed, stop, jobs, _moment(now), format_, coverage, page, fail_under,
        mutate, suggest,
    )  # fmt: skip
    if not watch:
        return run_suite(options)
    if format_ != Format.TEXT:
        message = say("--watch is for people, `--format {format}` for programs", format=format_)
        raise Failure(message, say_as("options", "leave one of them out"))
    from kotowari_cli.watch import watch as watch_files

    # A policy that does not compile for the moment ends no watch: it is reported like anything else.
    watch_files(place.folder, lambda: guarded(lambda: run_suite(options)))
    return Exit.DONE


def _check_coverage(format_: str, fail_under: int | None, page: str | None, *, measured: bool, listed: bool) -> None:
    if fail_under is not None and not measured and page is None:
        raise Failure(say("`--fail-under` goes with --coverage or --mutate"), say("add one of them"))
    if listed and format_ not in (Format.TEXT, Format.JSON):
        message = say("`--format {format}` has no place for a coverage, mutants or suggestions", format=format_)
        raise Failure(message, say("take text or json"))


def _moment(given: str | None) -> datetime | None:
    if given is None:
        return None
    from kotowari.requests import read_now

    return read_now(given)
