"""The version of Kotowari."""

VERSION = "0.1.0"
