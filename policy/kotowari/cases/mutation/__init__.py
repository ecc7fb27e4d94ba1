"""A policy with one thing changed at a time: what its cases should notice."""
