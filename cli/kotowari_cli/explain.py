"""`kotowari explain`: what is behind the code of a diagnostic."""

from __future__ import annotations

import click

from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure


@click.command(name="explain", short_help="Explain a diagnostic.")
@click.argument("code", required=False)
def command(*, code: str | None) -> int:
    """Explain the diagnostic with this CODE: what to avoid, what to write, and why. Without one, list all codes."""
    if code is None:
        _list()
    else:
        _print_page(code.strip().strip("[]"))
    return Exit.DONE


def _list() -> None:
    from kotowari.diagnostics.pages import codes, sentence
    from kotowari_cli.screen import console, print_lines, width
    from kotowari_cli.tables import table

    target = console()
    rows = [(code, sentence(code) or "") for code in codes()]
    print_lines(target, table(rows, width(target)))


def _print_page(code: str) -> None:
    from kotowari.diagnostics.pages import codes, page
    from kotowari.diagnostics.suggest import nearest
    from kotowari_cli.screen import console, width

    text = page(code)
    if text is None:
        meant = nearest(code, codes())
        advice = f"did you mean `{meant}`?" if meant else "`kotowari explain` lists all codes"
        raise Failure(f"`{code}` is no code of a diagnostic", advice)
    target = console()
    if target.is_terminal:
        from rich.markdown import Markdown

        target.print(Markdown(text, code_theme="ansi_dark"), soft_wrap=False, width=width(target))
    else:
        click.echo(text, nl=not text.endswith("\n"))
