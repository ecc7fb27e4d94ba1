"""What can be wrong with a document and with a request."""

from __future__ import annotations

from kotowari.diagnostics.said import say


class DocumentError(ValueError):
    """Data that is no JSON or YAML as it is taken here.

    `message` says what is wrong and what to do, `line` and `column` (both from 1, in characters) where; they are None
    where there is no such place, as in bytes that are no text.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message, line, column)
        self.message = message
        self.line = line
        self.column = column

    @property
    def sentence(self) -> str:
        """The message with its place; in English as text, and it can be said in other languages."""
        if self.line is None or self.column is None:
            return self.message
        return say("line {line}, column {column}: {message}", line=self.line, column=self.column, message=self.message)

    def __str__(self) -> str:
        return str(self.sentence)


class RequestError(ValueError):
    """A document that is no request.

    `message` says what is wrong, `where` is the path of it (`facts.customer.plan`, empty for the document itself), and
    `help` says what to do.
    """

    def __init__(self, message: str, where: str, help: str) -> None:  # noqa: A002 - the word that diagnostics use
        super().__init__(message, where, help)
        self.message = message
        self.where = where
        self.help = help

    @property
    def placed(self) -> str:
        """The message with its place; in English as text, and it can be said in other languages."""
        return say("`{where}`: {message}", where=self.where, message=self.message) if self.where else self.message

    @property
    def sentence(self) -> str:
        """The message with its place, and what to do; the same holds of it."""
        return say("{message}; {help}", message=self.placed, help=self.help)

    def __str__(self) -> str:
        return str(self.sentence)


def error_at(text: str, offset: int, message: str) -> DocumentError:
    """The error at `offset` of `text`, with its line and column."""
    line_start = text.rfind("\n", 0, offset) + 1
    return DocumentError(message, text.count("\n", 0, offset) + 1, offset - line_start + 1)
