"""The plugin of pytest: examples and cases of policies run among a project's tests.

pytest imports this module wherever Kotowari is installed; everything else is imported only where a policy is named, in
the setting `kotowari` or by `--kotowari`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kotowari.diagnostics.said import Said

_NOW = "kotowari_now"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The setting and the options."""
    parser.addini("kotowari", "folders of policies, a line each, whose examples and cases are tests", type="linelist")
    group = parser.getgroup("kotowari")
    group.addoption(
        "--kotowari",
        action="append",
        dest="kotowari_folders",
        metavar="DIR",
        help="Run the examples and cases of the policy in DIR as well; may be repeated.",
    )
    group.addoption(
        "--kotowari-now", dest=_NOW, metavar="TIME", help="The moment for what names none; else the present."
    )


def pytest_configure(config: pytest.Config) -> None:
    """Add the policies that are named to what is collected. Raises UsageError for a folder that is not there."""
    by_setting = _folders(config.getini("kotowari"), (config.inipath or config.rootpath / "-").parent)
    by_option = _folders(config.getoption("kotowari_folders") or (), config.invocation_params.dir)
    if not by_setting and not by_option:
        return
    if not hasattr(pytest, "Dir"):
        from kotowari.diagnostics.said import say

        message = say("this is pytest {version}; policies need pytest 8 or newer", version=pytest.__version__)
        raise _usage(message)
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    for folder in by_option if named else (*by_setting, *by_option):
        if not any(_overlap(folder, argument) for argument in _arguments(config)):
            config.args.append(str(folder))
    from kotowari_cli.pytest_policies import Policies

    whole = [path for path in _arguments(config) if path.is_dir()]
    config.pluginmanager.register(Policies((*by_setting, *by_option), whole, _now(config)), "kotowari-items")


def _folders(names: Sequence[str], base: Path) -> tuple[Path, ...]:
    folders = [Path(os.path.normpath(base / name)) for name in names]
    for name, folder in zip(names, folders, strict=True):
        if not folder.is_dir():
            from kotowari.diagnostics.said import say

            raise _usage(say("there is no folder `{name}` in {base}", name=name, base=str(base)))
    return tuple(folders)


def _usage(message: Said) -> pytest.UsageError:
    from kotowari_cli.screen import in_their_language

    return pytest.UsageError(f"kotowari: {in_their_language(message)}")


def _arguments(config: pytest.Config) -> Iterator[Path]:
    """The files and folders that pytest was told to collect."""
    for argument in config.args:
        yield Path(os.path.normpath(config.invocation_params.dir / argument.split("::")[0]))


def _overlap(folder: Path, path: Path) -> bool:
    return folder.is_relative_to(path) or path.is_relative_to(folder)


def _now(config: pytest.Config) -> str:
    """One moment for the whole run: the processes of pytest-xdist take it over with the other options."""
    given: str | None = config.getoption(_NOW)
    if given is not None:
        return given
    from kotowari_cli.present import present

    now = present().isoformat()
    setattr(config.option, _NOW, now)
    return now
