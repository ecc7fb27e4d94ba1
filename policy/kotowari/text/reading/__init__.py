"""Finds values in a customer's words: numbers, percentages, money, dates, durations, the names of choices.

A value that could be meant in two ways is not found: what is read here decides about refunds, and a question costs
less than a wrong guess.
"""
