"""Examples and cases, run: whether a policy decides what its authors say that it decides.

suite = load_suite(policy, "rules", now)
for result in run_all(policy, suite.trials, now):
    ...
"""

from kotowari.testing.case_files import case_files, read_files, read_folder
from kotowari.testing.coverage import coverage_record, gather
from kotowari.testing.parallel import run_all
from kotowari.testing.record import record
from kotowari.testing.report import diagnostics
from kotowari.testing.results import Result, Status
from kotowari.testing.suite import EVERYTHING, CasesError, Choice, Suite, load_suite, suite_of
from kotowari.testing.trial import Kind, Trial

__all__ = [
    "EVERYTHING",
    "CasesError",
    "Choice",
    "Kind",
    "Result",
    "Status",
    "Suite",
    "Trial",
    "case_files",
    "coverage_record",
    "diagnostics",
    "gather",
    "load_suite",
    "read_files",
    "read_folder",
    "record",
    "run_all",
    "suite_of",
]
