"""`kotowari lint`: every problem of a policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari_cli import locate
from kotowari_cli.exits import Exit
from kotowari_cli.json_text import write
from kotowari_cli.options import Format, format_option

if TYPE_CHECKING:
    from kotowari.diagnostics.diagnostic import Diagnostic
    from kotowari.diagnostics.source import Source


@click.command(name="lint", short_help="Report every problem.")
@click.argument("folder", required=False, metavar="[DIR]")
@format_option("sarif", "github")
def command(*, folder: str | None, format_: str) -> int:
    """Report every problem of the policy in DIR, each with its place and what to do.

    The exit code is 1 where there are errors; warnings alone are no reason to stop.
    """
    import kotowari
    from kotowari.diagnostics.diagnostic import Severity

    place = locate.locate(folder)
    diagnostics, sources = kotowari.load_diagnostics(place.folder)
    if format_ == Format.TEXT:
        _print_text(place.folder, diagnostics, sources)
    else:
        text = rendered(format_, place.folder, diagnostics, sources)
        write(f"{text}\n".encode() if text else b"")  # a log that has nothing to say has no line
    return Exit.POLICY if any(found.severity is Severity.ERROR for found in diagnostics) else Exit.DONE


def _print_text(folder: Path, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, Source]) -> None:
    if diagnostics:
        from kotowari_cli.screen import print_diagnostics

        print_diagnostics(diagnostics, sources)
    else:
        from kotowari.diagnostics.display import printable

        files = "1 file" if len(sources) == 1 else f"{len(sources)} files"
        click.echo(f"no problems in {files} of {printable(str(folder))}")


def rendered(format_: str, folder: Path, diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The diagnostics for machines. Files are named as seen from where the command runs."""
    match format_:
        case "sarif":
            from kotowari import __version__
            from kotowari.diagnostics.sarif import to_sarif

            return to_sarif(diagnostics, sources, folder=seen(folder), version=__version__)
        case "github":
            from kotowari.diagnostics.github import to_github

            return to_github(diagnostics, sources, folder=seen(folder))
        case _:
            from kotowari.diagnostics.record import to_json

            return to_json(diagnostics, sources)


def seen(folder: Path) -> str:
    """A folder as seen from the current one where it lies in it, else in full; empty for the current one."""
    path = folder.resolve()
    here = Path.cwd()
    return path.relative_to(here).as_posix().removeprefix(".") if path.is_relative_to(here) else path.as_posix()
