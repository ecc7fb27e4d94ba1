"""Diagnostics as a SARIF log."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest
from jsonschema import Draft202012Validator, ValidationError, validate

from kotowari.diagnostics import sarif
from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.record import Json
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span

TEXT = "rule x\n  when 👍 工程表 is pro\n"
SOURCES = {name: Source(name, TEXT) for name in ("a.rules", "部門/b c%:.rules")}
PRO = Span("a.rules", TEXT.index("pro"), TEXT.index("pro") + 3)


def closed(required: Sequence[str] = (), **properties: Json) -> dict[str, Json]:
    """An object of the format: nothing but these keys."""
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


# What SARIF 2.1.0 says of the objects that a log of ours holds.
COUNT: Json = {"type": "integer", "minimum": 1}
MESSAGE = closed(["text"], text={"type": "string", "minLength": 1})
HELP = closed(["text"], text={"type": "string", "minLength": 1}, markdown={"type": "string"})
REGION = closed(["startLine"], startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT)
ARTIFACT = closed(["uri"], uri={"type": "string", "pattern": r"^[A-Za-z0-9._~:/%-]+$"})
PHYSICAL = closed(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION)
LOCATION = closed(
    ["physicalLocation"], id={"type": "integer", "minimum": 0}, message=MESSAGE, physicalLocation=PHYSICAL
)
REPLACEMENT = closed(["deletedRegion"], deletedRegion=REGION, insertedContent=closed(text={"type": "string"}))
REPLACEMENTS: Json = {"type": "array", "minItems": 1, "items": REPLACEMENT}
CHANGE = closed(["artifactLocation", "replacements"], artifactLocation=ARTIFACT, replacements=REPLACEMENTS)
CHANGES: Json = {"type": "array", "minItems": 1, "items": CHANGE}
SUPPRESSION = closed(
    ["kind"],
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    location=LOCATION,
    justification={"type": "string"},
)
RESULT = closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION},
    relatedLocations={"type": "array", "uniqueItems": True, "items": LOCATION},
    suppressions={"type": "array", "uniqueItems": True, "items": SUPPRESSION},
    fixes={"type": "array", "items": closed(["artifactChanges"], description=MESSAGE, artifactChanges=CHANGES)},
)
RULE = closed(["id"], id={"type": "string"}, shortDescription=MESSAGE, help=HELP)
RULES: Json = {"type": "array", "uniqueItems": True, "items": RULE}
DRIVER = closed(["name"], name={"type": "string"}, version={"type": "string"}, rules=RULES)
RUN = closed(
    ["tool"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
RUNS: Json = {"type": "array", "items": RUN}
LOG = closed(["version", "runs"], version={"const": "2.1.0"}, runs=RUNS, **{"$schema": {"type": "string"}})

EVERYTHING = (
    Diagnostic(
        "unknown-value",
        "`pro` is no plan",
        PRO,
        "did you mean `free`?",
        "plans are declared in a.rules",
        notes=(Note("declared here", Span("部門/b c%:.rules", 0, 6)), Note("nowhere", NOWHERE)),
        fix=Fix(PRO, "free", "write `free`"),
    ),
    Diagnostic("no-policy", "no policy", NOWHERE, severity=Severity.WARNING),
    Diagnostic("not-utf8", "not UTF-8", Span("z.rules", 1, 2), severity=Severity.NOTE),
)


def result(diagnostic: Diagnostic, *, folder: str = "") -> Mapping[str, Json]:
    found: list[Mapping[str, Json]] = json.loads(sarif.to_sarif([diagnostic], SOURCES, folder=folder))["runs"][0][
        "results"
    ]
    return found[0]


@pytest.mark.parametrize("found", [(), EVERYTHING])
def test_log_has_the_shape_of_sarif(found: tuple[Diagnostic, ...]) -> None:
    log = json.loads(sarif.to_sarif(found, SOURCES, version="0.1.0"))
    validate(log, LOG, Draft202012Validator)
    assert len(log["runs"][0]["results"]) == len(found)


def test_the_shape_leaves_no_room_for_other_keys() -> None:
    log = json.loads(sarif.to_sarif(EVERYTHING, SOURCES))
    log["runs"][0]["results"][0]["rule"] = "x"
    with pytest.raises(ValidationError):
        validate(log, LOG, Draft202012Validator)


def test_results_name_their_rules() -> None:
    run = json.loads(sarif.to_sarif(EVERYTHING, SOURCES))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["no-policy", "not-utf8", "unknown-value"]
    assert [rules[found["ruleIndex"]] for found in run["results"]] == [found["ruleId"] for found in run["results"]]
    assert [found["level"] for found in run["results"]] == ["warning", "error", "note"]
    assert "version" not in run["tool"]["driver"]


def test_what_is_silenced_is_suppressed_in_the_source() -> None:
    silenced = Diagnostic("no-thanks", "m", PRO, silenced=Note("it is [short](x)", Span("a.rules", 0, 4)))
    told = Diagnostic("too-long", "n", PRO)
    log = json.loads(sarif.to_sarif([told], SOURCES, silenced=[silenced]))
    validate(log, LOG, cls=Draft202012Validator)
    first, second = log["runs"][0]["results"]
    assert (first["ruleId"], second["suppressions"]) == ("no-thanks", [])
    assert first["suppressions"][0]["justification"] == "it is [short](x)"
    assert first["suppressions"][0]["location"]["physicalLocation"]["region"]["endColumn"] == 5


def test_columns_count_utf16_code_units() -> None:
    place = {
        "artifactLocation": {"uri": "a.rules"},
        "region": {"startLine": 2, "startColumn": 18, "endLine": 2, "endColumn": 21},
    }
    assert result(EVERYTHING[0])["locations"] == [{"physicalLocation": place}]


@pytest.mark.parametrize(
    ("folder", "uri"),
    [
        ("", "%E9%83%A8%E9%96%80/b%20c%25%3A.rules"),
        ("my rules", "my%20rules/%E9%83%A8%E9%96%80/b%20c%25%3A.rules"),
        ("/srv/rules", "file:///srv/rules/%E9%83%A8%E9%96%80/b%20c%25%3A.rules"),
    ],
)
def test_names_are_percent_encoded(folder: str, uri: str) -> None:
    found = result(Diagnostic("x", "m", Span("部門/b c%:.rules", 0, 1)), folder=folder)
    assert json.dumps(found).count(json.dumps(uri)) == 1


def test_a_name_that_no_encoding_takes_does_no_harm() -> None:
    assert "%ED%B2%80.rules" in sarif.to_sarif([Diagnostic("x", "m", Span("\udc80.rules", 0, 1))], {})


def test_a_page_becomes_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "page", {"x": "# x\n\nIt is {wrong}.\n\n## Avoid\n\n[a](b)\n"}.get)
    monkeypatch.setattr(sarif, "sentence", {"x": "It is {wrong}."}.get)
    driver = json.loads(sarif.to_sarif([Diagnostic("x", "m", NOWHERE)], {}))["runs"][0]["tool"]["driver"]
    assert driver["rules"] == [
        {
            "id": "x",
            "shortDescription": {"text": "It is {{wrong}}."},
            "help": {
                "text": "# x\n\nIt is {{wrong}}.\n\n## Avoid\n\n[a] (b)\n",
                "markdown": "# x\n\nIt is {{wrong}}.\n\n## Avoid\n\n[a](b)\n",
            },
        }
    ]


def test_what_comes_from_files_is_neither_placeholder_nor_link() -> None:
    message = "`{asked} {0} [click](https://example.com)`"
    assert result(Diagnostic("x", message, NOWHERE))["message"] == {
        "text": "`{{asked}} {{0}} [click] (https://example.com)`"
    }
