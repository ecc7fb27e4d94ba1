"""`kotowari lint`: every problem of a policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari_cli import language_of, locate
from kotowari_cli.exits import Exit
from kotowari_cli.json_text import write
from kotowari_cli.options import Format, format_option
from kotowari_cli.proofs import with_proofs

if TYPE_CHECKING:
    from kotowari.diagnostics.diagnostic import Diagnostic
    from kotowari.diagnostics.source import Source
    from kotowari.loader import Compiled


@click.command(name="lint", short_help="Report every problem.")
@click.argument("folder", required=False, metavar="[DIR]")
@format_option("sarif", "github")
@click.option("--all", "all_", is_flag=True, help="Show all that is found, however much of one kind.")
def command(*, folder: str | None, format_: str, all_: bool) -> int:
    """Report every problem of the policy in DIR, each with its place and what to do.

    The exit code is 1 where there are errors; warnings alone are no reason to stop.
    """
    import kotowari
    from kotowari.diagnostics.diagnostic import Severity

    place = locate.locate(folder)
    found = with_proofs(kotowari.lint(place.folder), all_=all_)
    if format_ == Format.TEXT:
        _print_text(place.folder, found)
    else:
        text = rendered(format_, place.folder, found.diagnostics, found.sources, found.silenced)
        write(f"{text}\n".encode() if text else b"")  # a log that has nothing to say has no line
    return Exit.POLICY if any(one.severity is Severity.ERROR for one in found.diagnostics) else Exit.DONE


def _print_text(folder: Path, found: Compiled) -> None:
    if found.diagnostics:
        from kotowari_cli.screen import print_diagnostics

        print_diagnostics(found.diagnostics, found.sources)
    for line in _summary(folder, found):
        click.echo(line)


def _summary(folder: Path, found: Compiled) -> Iterator[str]:
    """What is said below the diagnostics, or instead of them."""
    from kotowari.diagnostics.display import printable
    from kotowari.diagnostics.record import by_check
    from kotowari_cli.strings_lint import lint_words

    words, files, silenced = lint_words(language_of()), len(found.sources), len(by_check(found.silenced))
    if not found.diagnostics:
        line = words.no_problems_in_one if files == 1 else words.no_problems
        yield line.format(count=files, folder=printable(str(folder)))
    if silenced:
        yield (words.one_silenced if silenced == 1 else words.silenced).format(count=silenced)


def rendered(
    format_: str,
    folder: Path,
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    silenced: Iterable[Diagnostic] = (),
) -> str:
    """The diagnostics for machines. Files are named as seen from where the command runs.

    GitHub shows an annotation for each to people, so these are in their language, and what is silenced is left out.
    """
    match format_:
        case "sarif":
            from kotowari import __version__
            from kotowari.diagnostics.sarif import to_sarif

            return to_sarif(diagnostics, sources, silenced=silenced, folder=seen(folder), version=__version__)
        case "github":
            from kotowari.diagnostics.github import to_github

            return to_github(diagnostics, sources, folder=seen(folder), language=language_of())
        case _:
            from kotowari.diagnostics.record import to_json

            return to_json(diagnostics, sources, silenced)


def seen(folder: Path) -> str:
    """A folder as seen from the current one where it lies in it, else in full; empty for the current one."""
    path = folder.resolve()
    here = Path.cwd()
    return path.relative_to(here).as_posix().removeprefix(".") if path.is_relative_to(here) else path.as_posix()
