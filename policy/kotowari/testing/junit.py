"""Results as JUnit XML, which build servers read: one suite for each file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kotowari.testing.results import Result, Status, Told

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
# What XML 1.0 has no way to write, and what a terminal would obey.
_NO_XML = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(results: Sequence[Result], told: Told) -> bytes:
    """The results as a document; `told` says what is wrong with one that is bad."""
    root = Element("testsuites", _counts(results))
    by_file: dict[str, list[Result]] = {}
    for result in results:
        by_file.setdefault(result.trial.span.source, []).append(result)
    for name, found in by_file.items():
        suite = SubElement(root, "testsuite", {"name": _safe(name), **_counts(found)})
        for result in found:
            _case(suite, result, told)
    indent(root)
    return f"{_DECLARATION}\n{tostring(root, encoding='unicode')}\n".encode()


def _counts(results: Iterable[Result]) -> dict[str, str]:
    found = [result.status for result in results]
    failures, skipped = sum(status.bad for status in found), found.count(Status.TODO)
    return {"tests": str(len(found)), "failures": str(failures), "skipped": str(skipped)}


def _case(suite: Element, result: Result, told: Told) -> None:
    trial = result.trial
    case = SubElement(suite, "testcase", {"name": _safe(trial.name), "classname": _safe(trial.span.source)})
    if result.status.bad:
        message, rest = told(result)
        SubElement(case, "failure", {"message": _safe(message)}).text = _safe(rest)
    elif result.status is Status.TODO:
        SubElement(case, "skipped", {"message": _safe(f"todo: {trial.todo}")})


def _safe(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
