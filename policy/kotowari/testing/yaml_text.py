"""Data as YAML that `parse_yaml` reads back as it was."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from yaml.nodes import ScalarNode

_WIDTH = 100
# What YAML 1.2 may take for a number, and YAML 1.1, by which PyYAML decides on quotes, may not.
_LIKE_A_NUMBER = re.compile(r"[-+.0-9]")


class _Dumper(yaml.SafeDumper):
    """Blocks with indented lists, and quotes wherever a plain text would be read as something else."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent lists as well."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Whether to write a value out each time it stands somewhere: always."""
        return True


def _text(dumper: _Dumper, text: str) -> ScalarNode:
    return _scalar(dumper, "tag:yaml.org,2002:str", text, _style(text))


def _style(text: str) -> str | None:
    """How to write a text: letters as they are, line by line; what is no letter as an escape; else as PyYAML likes."""
    if not text.replace("\n", "").isprintable():
        return '"'
    if "\n" in text:
        return "|"
    return "'" if _LIKE_A_NUMBER.match(text) else None


def _number(dumper: _Dumper, number: Decimal) -> ScalarNode:
    text = format(number, "f")
    return _scalar(dumper, f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text, None)


def _scalar(dumper: _Dumper, tag: str, text: str, style: str | None) -> ScalarNode:
    # The stubs leave the value without a type.
    return dumper.represent_scalar(tag, text, style)  # pyright: ignore[reportUnknownMemberType]


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)


def to_yaml(value: object) -> str:
    """A value of JSON as a YAML document."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
