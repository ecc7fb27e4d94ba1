"""Requests for which something wanted holds, found among all that is not known."""
