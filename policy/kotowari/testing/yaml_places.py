"""Where the values of a YAML document stand in its text."""

from __future__ import annotations

from dataclasses import field

import yaml

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.record import record
from kotowari.requests.yaml_document import LOADER

Path = tuple[str | int, ...]


@record
class Places:
    """The stretches of values and of keys, by the path of the value; of a collection that of its first entry."""

    source: Source
    values: dict[Path, Span] = field(default_factory=dict[Path, Span])
    keys: dict[Path, Span] = field(default_factory=dict[Path, Span])

    def value(self, path: Path) -> Span:
        """The stretch of a value, or of the nearest one that it would stand in."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Span(self.source.name, 0, 0))

    def key(self, path: Path) -> Span:
        """The stretch of a key, or of the value where it stands in a list."""
        return self.keys.get(path) or self.value(path)


def places(source: Source) -> Places:
    """The places of a document that `parse_yaml` has taken."""
    found = Places(source)
    node = yaml.compose(source.text, LOADER)
    if node is not None:
        _walk(node, (), found)
    return found


def _walk(node: yaml.Node, path: Path, found: Places) -> None:
    found.values[path] = _span(node, found.source)
    match node:
        case yaml.MappingNode():
            for key, value in node.value:
                below = (*path, str(key.value))
                found.keys[below] = _span(key, found.source)
                _walk(value, below, found)
        case yaml.SequenceNode():
            for number, item in enumerate(node.value):
                _walk(item, (*path, number), found)
        case _:
            pass


def _span(node: yaml.Node, source: Source) -> Span:
    match node:
        case yaml.MappingNode() if node.value and not node.flow_style:
            return _span(node.value[0][0], source)
        case yaml.SequenceNode() if node.value and not node.flow_style:
            return _span(node.value[0], source)
        case _:
            start, end = _offset(node.start_mark, source), _offset(node.end_mark, source)
            return Span(source.name, start, max(start, start + len(source.text[start:end].rstrip())))


def _offset(mark: yaml.Mark, source: Source) -> int:
    starts = source.line_starts
    return starts[mark.line] + mark.column if mark.line < len(starts) else len(source.text)
