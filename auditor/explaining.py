"""Explaining: the full derivation of one finding of a document."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.datafiles import fitted_data_report
from auditor.finding import Finding
from auditor.pipeline import document_report, read, rule_packs
from auditor.render import View
from auditor.render._derivation import Case, rendered
from auditor.selecting import with_known_names
from auditor.selection import EVERY_RULE, Selection
from auditor.understanding import AUTO, Understood
from auditor.vocabulary import applies


class UnknownFindingError(LookupError):
    """A document has no one finding with this id; the message names those it has."""


def explanation(  # noqa: PLR0913  # one parameter an option
    id_: str,
    path: str,
    view: View,
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = AUTO,
    selection: Selection = EVERY_RULE,
    stdin: bytes | None = None,
) -> str:
    """The derivation of the finding with that id, or whose id alone begins like that.

    Raises UnknownFindingError, BrokenRulesError, UnknownRulesError and UnreadableError.
    """
    packs = with_known_names(rule_packs(rules), selection)
    data = fitted_data_report(path, packs, rounding, stdin, selection=selection)
    if data is not None:
        report, fitted = data
    else:
        document = read(path, stdin)
        report = document_report(document, packs, rounding, discover=discover, selection=selection)
        used = tuple(pack for pack in packs if applies(pack, document))
        _, fitted = Understood(document, used, discover).verdicts(rounding)
    finding = _named(id_, report.findings, path)
    return rendered(Case(report, finding, fitted), view)


def _named(id_: str, findings: Sequence[Finding], path: str) -> Finding:
    exact = [f for f in findings if f.id == id_]
    alike = exact or [f for f in findings if id_ and f.id.startswith(id_)]
    if len(alike) == 1:
        return alike[0]
    if not findings:
        raise UnknownFindingError(f"{path} has no findings")
    known = ", ".join(f.id for f in findings)
    several = "more than one finding" if alike else "no finding"
    raise UnknownFindingError(f"{path} has {several} {id_!r}; its findings are {known}")
