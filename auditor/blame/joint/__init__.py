"""The joint program: all relations of a document taken together, exactly."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.blame.joint.culprits import Case, blamed, record_of
from auditor.blame.joint.eligible import Audience, choruses
from auditor.blame.joint.report import finding
from auditor.model.finding import Finding, Slack, Status, Verdict
from auditor.solve.conflict import conflict, no_solver
from auditor.solve.slack import slacks
from auditor.solve.solver import contradiction

__all__ = ["Audience", "joint_findings", "joint_slacks"]


def joint_findings(
    verdicts: Sequence[Verdict], audience: Audience, *, asked: bool = False
) -> list[Finding]:
    """One finding for each figure that relations contradict which all hold by themselves.

    The solver is loaded only where exact bounds leave a component undecided, and something is
    wrong in the document already or the reader has ``asked``.
    """
    wrong = any(v.status is Status.VIOLATED for v in verdicts)
    solver = contradiction if asked or wrong else no_solver
    conflicting = [
        (program, chorus.severity)
        for chorus in choruses(verdicts, audience)
        if chorus.may_disagree and conflict(program := chorus.program, solver) is not None
    ]
    if not conflicting:
        return []
    record = record_of(verdicts)
    found: dict[int, Finding] = {}
    for program, severity in conflicting:
        for blame in blamed(Case(program, solver, record)):
            culprit = blame.suspects[0].fact.number
            found.setdefault(culprit, finding(blame, severity, audience.rounding))
    return list(found.values())


def joint_slacks(verdicts: Sequence[Verdict], audience: Audience) -> tuple[Slack, ...]:
    """By how many printed units each tied figure could change unseen."""
    programs = (chorus.program for chorus in choruses(verdicts, audience))
    return slacks(verdicts, programs, audience.rounding)
