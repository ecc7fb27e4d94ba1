"""Tables whose rows stand in files of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace

from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.language import nodes as n
from kotowari.language.csv_rows import read_csv
from kotowari.language.table_paths import path_of
from kotowari.record import record


@record(frozen=False)
class TableFiles:
    """Gives tables the rows of their files.

    `sources` are the texts of these files, by path from the policy's folder, `unread` those that could not be read,
    which has been reported. `read` becomes the files as their cells are read.
    """

    sources: Mapping[str, Source]
    unread: Collection[str] = ()
    faults: list[Diagnostic] = field(default_factory=list[Diagnostic])
    read: dict[str, Source] = field(default_factory=dict[str, Source])
    torn: list[n.File] = field(default_factory=list[n.File])

    def filled(self, files: Sequence[n.File]) -> list[n.File]:
        """The files with all rows, and one more for each file with rows in which something was lost."""
        return [*(self._filled(file) for file in files), *self.torn]

    def _filled(self, file: n.File) -> n.File:
        torn: list[n.Torn] = []
        declarations = tuple(
            self._table(one, one.file, torn) if isinstance(one, n.Table) and one.file else one
            for one in file.declarations
        )
        return replace(file, declarations=declarations, torn=(*file.torn, *torn))

    def _table(self, table: n.Table, named: n.String, torn: list[n.Torn]) -> n.Table:
        if table.rows or table.columns:
            self._rows_twice(table, named)
            return table
        path = path_of(named.span.source, named.plain)
        source = self.sources.get(path) if path else None
        if source is None:
            if path not in self.unread:
                self.faults.append(_missing(named, path))
            torn.append(n.Torn(table.span, "row"))
            return table
        filled, reading = read_csv(source, table)
        self.faults += reading.faults
        self.read[source.name] = reading.source
        if reading.torn:
            torn.append(n.Torn(table.span, "row"))
            self.torn.append(n.File(source.name, (), (), frozenset(), tuple(reading.torn), cut=False))
        return filled

    def _rows_twice(self, table: n.Table, named: n.String) -> None:
        first = next(column.span for column in (*table.columns, table) if column is not None)
        self.faults.append(
            Diagnostic(
                "duplicate",
                say("the rows of table `{table}` stand both in a file and here", table=table.name.text),
                named.span,
                help=say("leave one of them out"),
                notes=(Note(say("the rows that stand here"), first),),
            )
        )


def _missing(named: n.String, path: str | None) -> Diagnostic:
    if path is None:
        return Diagnostic(
            "missing-file",
            say("`{name}` is not a CSV file within this policy's folder", name=named.plain),
            named.span,
            help=say("put the file beside this one, and name it such as `refunds.csv`"),
        )
    return Diagnostic(
        "missing-file",
        say("there is no file `{path}` in the policy's folder that can be read", path=path),
        named.span,
        help=say("export the table from the spreadsheet as CSV in UTF-8, and put the file there"),
    )
