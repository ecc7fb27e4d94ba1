# The parts of cedarpy that the tests use; the library leaves the contents of its dictionaries open.

from collections.abc import Mapping, Sequence

class Diagnostics:
    errors: list[str]
    id_annotations_by_reason: dict[str, str]

class AuthzResult:
    diagnostics: Diagnostics

def is_authorized(
    request: Mapping[str, object], policies: str, entities: Sequence[Mapping[str, object]]
) -> AuthzResult: ...
