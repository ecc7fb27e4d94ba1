"""What can be found out about a policy: each is a function of a study that yields diagnostics.

Adding one is adding a file here, a page, and policies for which it holds and for which it does not.
"""

from collections.abc import Callable, Iterator

from kotowari.analysis.findings.dead import dead_rules
from kotowari.analysis.findings.idle_clauses import idle_clauses
from kotowari.analysis.findings.incomplete import incomplete
from kotowari.analysis.findings.outvoted import outvoted_rules
from kotowari.analysis.findings.redundant import redundant_rules
from kotowari.analysis.findings.set_aside import rules_set_aside
from kotowari.analysis.findings.tensions import tensions
from kotowari.analysis.study import Study
from kotowari.diagnostics.diagnostic import Diagnostic

Finding = Callable[[Study], Iterator[Diagnostic]]

FINDINGS: tuple[Finding, ...] = (
    dead_rules,
    rules_set_aside,
    outvoted_rules,
    tensions,
    redundant_rules,
    idle_clauses,
    incomplete,
)
