"""`kotowari explain`: what is behind the code of a diagnostic."""

from __future__ import annotations

import click

from kotowari.diagnostics.said import say
from kotowari_cli import language_of
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure


@click.command(name="explain", short_help="Explain a diagnostic.")
@click.argument("code", required=False)
def command(*, code: str | None) -> int:
    """Explain the diagnostic with this CODE: what to avoid, what to write, and why. Without one, list all codes."""
    language = language_of()
    if code is None:
        _list(language)
    else:
        _print_page(code.strip().strip("[]"), language)
    return Exit.DONE


def _list(language: str) -> None:
    from kotowari.diagnostics.pages import codes, sentence
    from kotowari_cli.screen import console, print_lines, width
    from kotowari_cli.tables import table

    target = console()
    rows = [(code, sentence(code, language) or "") for code in codes()]
    print_lines(target, table(rows, width(target)))


def _print_page(code: str, language: str) -> None:
    from kotowari.diagnostics.pages import codes, page
    from kotowari.diagnostics.suggest import nearest
    from kotowari_cli.screen import console, width

    text = page(code, language)
    if text is None:
        meant = nearest(code, codes())
        advice = say("did you mean `{name}`?", name=meant) if meant else say("`kotowari explain` lists all codes")
        raise Failure(say("`{code}` is no code of a diagnostic", code=code), advice)
    target = console()
    if target.is_terminal:
        from kotowari_cli.render.page import Page

        target.print(Page(text), soft_wrap=False, width=width(target))
    else:
        from kotowari_cli.markdown import fitted

        click.echo(fitted(text, width(target), japanese=language == "ja"), nl=False)
