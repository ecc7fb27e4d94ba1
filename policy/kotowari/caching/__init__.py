"""Compiled policies in the user's cache folder: a hint that can be lost at any time, and is never trusted unseen."""
