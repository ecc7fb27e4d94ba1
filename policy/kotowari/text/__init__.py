"""Finds in a customer's words what they are about and what they ask for, in English and in Japanese."""
