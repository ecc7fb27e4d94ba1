"""The one layout of rule files: `format_source` writes a file as a careful person would lay it out.

The syntax is read once more as it was written, word by word (`tree.py`), put on lines (`lines.py`), broken where a line
is too long (`flow.py`, `prose.py`) and joined with its comments and blank lines (`page.py`). Words stay in their order,
so the layout cannot change what they mean; that it did not is checked before anything is handed out.
"""

from __future__ import annotations

from kotowari.language.formatting.formatted import Formatted, MeaningChangedError, format_source

__all__ = ["Formatted", "MeaningChangedError", "format_source"]
