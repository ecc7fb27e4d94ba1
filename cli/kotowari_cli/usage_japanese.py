"""What click finds wrong with how a command was typed, in Japanese, made from the facts of its errors."""

from __future__ import annotations

import re

import click

from kotowari_cli.help_japanese import placeholders

_NUMBER = re.compile(r"^'?(?P<value>.*?)'? is not (?:in the range|a valid integer)", re.DOTALL)
_CHOICE = re.compile(r"^(?P<value>(['\"]).*\2) is not one of ", re.DOTALL)
_EXTRA = re.compile(r"^Got unexpected extra arguments? \((?P<words>.*)\)$", re.DOTALL)
_QUOTED = re.compile(r"'([^']*)'")


def in_japanese(error: click.ClickException) -> str:
    """The sentence of an error; one that is not known is quoted."""
    match error:
        case click.NoSuchOption():
            return f"オプション `{error.option_name}` はありません{_perhaps(error.possibilities)}"
        case click.BadOptionUsage():
            return _option(error)
        case click.MissingParameter():
            return f"{_hint(error)} が指定されていません"
        case click.BadParameter():
            return f"{_hint(error)} {_value(error)}"
        case _:
            return _other(error)


def _perhaps(possibilities: list[str] | None) -> str:
    names = "、".join(f"`{name}`" for name in sorted(possibilities or ()))
    return f"（{names} のことですか）" if names else ""


def _option(error: click.BadOptionUsage) -> str:
    if "does not take a value" in error.message:
        return f"オプション `{error.option_name}` に値は付けられません"
    if "requires an argument" in error.message:
        return f"オプション `{error.option_name}` に値がありません"
    return _other(error)


def _hint(error: click.BadParameter) -> str:
    """The option or argument that is meant, by its names."""
    hint = error.param.get_error_hint(error.ctx) if error.param is not None and error.ctx is not None else ""
    return placeholders(_QUOTED.sub(r"`\1`", hint)) or "引数"


def _value(error: click.BadParameter) -> str:
    """What is wrong with a value."""
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice) and (found := _CHOICE.match(error.message)):
        value = found["value"][1:-1]  # between the quotes that Python writes it in
        choices = "、".join(f"`{choice}`" for choice in kind.choices)
        return f"に `{value}` は使えません。使えるのは {choices} です"
    if isinstance(kind, click.IntRange) and (found := _NUMBER.match(error.message)):
        most = f"{kind.max}以下" if kind.max is not None else ""
        return f"に `{found['value']}` は使えません。{kind.min or 0}以上{most}の整数を書いてください"
    return f"が正しくありません：{error.message}"


def _other(error: click.ClickException) -> str:
    if extra := _EXTRA.match(error.message):
        return f"余分な引数があります：`{extra['words']}`"
    if error.message == "Missing command.":
        return "サブコマンドが指定されていません"
    return f"コマンドの書き方が正しくありません：{error.format_message()}"
