"""The settings file to start from: every setting with its default, and what it is for."""

from __future__ import annotations

from auditor.configuration.known import SETTINGS, Setting
from auditor.model.settings import DEFAULTS

HEAD = """\
# How `auditor` is run in this folder and below; see `auditor check --show-settings`.
# A line without its leading # takes effect. Options on the command line come before these
# settings, and so do variables such as AUDITOR_SELECT.
"""
EXAMPLES = {
    "rules": '["rules"]',
    "exclude": '["drafts/", "*-old.*"]',
    "select": '["core", "sum"]',
    "ignore": '["core.heading-period"]',
    "severity": '{"core.tie" = "warning"}',
    "format": '["terminal", "sarif:auditor.sarif"]',
}
"""Values to show where the default is nothing."""
WAIVERS = """\
# A finding that somebody looked at and accepted. The id is the last line of the finding; the day is
# the last on which the waiver holds.
#
# [[waiver]]
# finding = "34d128510907"
# reason = "The total is rounded up on purpose, see note 3."
# owner = "Investor relations"
# expires = 2027-03-31
"""


def starting_file() -> str:
    """TOML that sets nothing yet."""
    return "\n".join((HEAD, *map(_explained, SETTINGS), WAIVERS))


def _explained(setting: Setting) -> str:
    return f"# {setting.about}\n# {setting.key} = {_value(setting)}\n"


def _value(setting: Setting) -> str:
    if setting.name in EXAMPLES:
        return EXAMPLES[setting.name]
    default = getattr(DEFAULTS, setting.name)
    if isinstance(default, bool):
        return str(default).lower()
    return str(default) if isinstance(default, int) else f'"{default}"'
