"""Requests: from the bytes of a JSON or YAML document to the facts, topics and text that a policy decides on.

Nothing here reads files; values are read by their types later, where the policy is known.
"""

from kotowari.requests.document import parse_document, parse_json, parse_yaml
from kotowari.requests.problems import DocumentError, RequestError
from kotowari.requests.request import Request, TopicState, read_now, read_request

__all__ = [
    "DocumentError",
    "Request",
    "RequestError",
    "TopicState",
    "parse_document",
    "parse_json",
    "parse_yaml",
    "read_now",
    "read_request",
]
