"""What needs no proof: declarations that nothing uses, values that no rule serves, reviews that are due."""

from collections.abc import Callable, Iterator
from datetime import date

from kotowari.analysis.plain.reviews import overdue_reviews
from kotowari.analysis.plain.unserved import unserved_values
from kotowari.analysis.plain.unused import unused, unused_facts
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.model.model import Model

Plain = Callable[[Model, date], Iterator[Diagnostic]]

PLAIN: tuple[Plain, ...] = (unused, unserved_values, overdue_reviews)
# Told only to those who want to see all.
ON_REQUEST: tuple[Plain, ...] = (unused_facts,)
