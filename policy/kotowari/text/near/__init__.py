"""Why a topic was not found: which of its patterns nearly stand in a text, and what each of them misses."""
