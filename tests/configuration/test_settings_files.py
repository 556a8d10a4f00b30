"""Settings: where they are found, which of them counts, and what is said of mistakes."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from auditor.configuration import SETTINGS, ConfigurationError, configured, waivers_of
from auditor.configuration.starting_file import starting_file
from auditor.configuration.toml_lines import lines_of
from auditor.model.settings import DEFAULTS
from auditor.model.waiver import Waiver


@pytest.fixture
def settings(tmp_path):
    """The settings in a folder whose ``auditor.toml``, or other files, hold the given text."""

    def read(text="", given=None, environ=None, folder=".", **files):
        for name, content in {"auditor.toml": text, **files}.items():
            if content:
                file = tmp_path / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        return configured(given or {}, environ or {}, (tmp_path / folder).resolve())

    return read


@pytest.mark.parametrize(
    "text, name, value",
    [
        ('select = ["core", "sum"]', "select", ("core", "sum")),
        ('ignore = "core.tie"', "ignore", ("core.tie",)),
        ('severity = {"core.tie" = "warning"}', "severity", (("core.tie", "warning"),)),
        ('[severity]\ncore.tie = "note"\nsum = "error"', "severity",
         (("core.tie", "note"), ("sum", "error"))),
        ('rounding = "truncate"', "rounding", "truncate"),
        ("discover = false", "discover", False),
        ('fail-on = "warning"', "fail_on", "warning"),
        ("exit-zero = true", "exit_zero", True),
        ("jobs = 4", "jobs", 4),
        ("timeout = 0", "timeout", 0),
        ('format = ["terminal", "sarif:a.sarif"]', "format", ("terminal", "sarif:a.sarif")),
        ('verbosity = "quiet"', "verbosity", "quiet"),
        ('rules = ["packs"]', "rules", ("packs",)),
    ],
)  # fmt: skip
def test_a_file_sets(settings, text, name, value):
    found = settings(text)
    assert getattr(found, name) == value
    assert found.origin(name) == "auditor.toml:1"
    assert found.file == "auditor.toml"


@pytest.mark.parametrize(
    "variable, text, name, value",
    [
        ("AUDITOR_SELECT", "core, sum", "select", ("core", "sum")),
        ("AUDITOR_SEVERITY", "core.tie=note,sum = warning", "severity",
         (("core.tie", "note"), ("sum", "warning"))),
        ("AUDITOR_EXIT_ZERO", "Yes", "exit_zero", True),
        ("AUDITOR_DISCOVER", "0", "discover", False),
        ("AUDITOR_FAIL_ON", "never", "fail_on", "never"),
        ("AUDITOR_JOBS", "3", "jobs", 3),
        ("AUDITOR_TIMEOUT", "60", "timeout", 60),
        ("AUDITOR_ROUNDING", "", "rounding", "auto"),
        ("AUDITOR_CACHE", "off", "jobs", 1),
        ("AUDITOR_IMAGE_OF_CI", "x", "jobs", 1),  # somebody else's
    ],
)  # fmt: skip
def test_a_variable_sets(settings, variable, text, name, value):
    found = settings(environ={variable: text})
    assert getattr(found, name) == value
    assert found.origin(name) == (variable if value != getattr(DEFAULTS, name) else "default")


@pytest.mark.parametrize(
    "given, environ, value, origin",
    [
        ({"rounding": "exact"}, {"AUDITOR_ROUNDING": "nearest"}, "exact", "--rounding"),
        ({"rounding": None}, {"AUDITOR_ROUNDING": "nearest"}, "nearest", "AUDITOR_ROUNDING"),
        ({}, {}, "truncate", "auditor.toml:2"),
    ],
)
def test_the_command_line_comes_before_the_environment_and_that_before_the_file(
    settings, given, environ, value, origin
):
    found = settings('# ours\nrounding = "truncate"', given, environ)
    assert (found.rounding, found.origin("rounding")) == (value, origin)


@pytest.mark.parametrize(
    "files, jobs, file",
    [
        ({"auditor.toml": "jobs = 2"}, 2, "../../auditor.toml"),
        ({"auditor.toml": "jobs = 2", "a/auditor.toml": "jobs = 3"}, 3, "../auditor.toml"),
        ({"a/pyproject.toml": "[tool.auditor]\njobs = 5"}, 5, "../pyproject.toml"),
        ({"auditor.toml": "jobs = 2", "a/pyproject.toml": "[tool.x]\nauditor = 1"}, 2,
         "../../auditor.toml"),
        ({"a/b/auditor.toml": "jobs = 2", "a/b/pyproject.toml": "[tool.auditor]\njobs = 3"}, 2,
         "auditor.toml"),
        ({"pyproject.toml": "[tool.auditor]"}, 1, "../../pyproject.toml"),
        ({"pyproject.toml": "not toml"}, 1, ""),
    ],
)  # fmt: skip
def test_the_nearest_file_counts(settings, files, jobs, file):
    found = settings(folder="a/b", **files)
    assert (found.jobs, found.file) == (jobs, file)


def test_rules_are_named_as_seen_from_the_file(settings):
    assert settings('rules = ["packs/a.yaml"]', folder="a/b").rules == ("../../packs/a.yaml",)


def test_a_file_can_be_named_or_left_out(settings, tmp_path):
    settings("jobs = 2", **{"other.toml": "jobs = 7"})
    assert configured({}, {}, tmp_path, tmp_path / "other.toml").jobs == 7
    assert configured({}, {}, tmp_path, isolated=True) == DEFAULTS


@pytest.mark.parametrize(
    "text, said",
    [
        ('\nselct = ["core"]', "auditor.toml:2: unknown key `selct`; did you mean `select`?"),
        ("fail_on = 1", "auditor.toml:1: unknown key `fail_on`; did you mean `fail-on`?"),
        ('rounding = "up"', "expected `auto`, `nearest`, `truncate` or `exact`, not `up`"),
        ('rounding = "truncat"', "did you mean `truncate`?"),
        ('exit-zero = "yes"', "auditor.toml:1: exit-zero: expected true or false"),
        ("jobs = 0", "auditor.toml:1: jobs: expected a whole number from 1"),
        ("jobs = true", "auditor.toml:1: jobs: expected a whole number from 1"),
        ("timeout = -1", "auditor.toml:1: timeout: expected whole seconds from 0 (no end)"),
        ("select = [1]", "auditor.toml:1: select: expected text or a list of texts"),
        ('[severity]\nsum = "eror"', "`warning` or `note`, not `eror`; did you mean `error`?"),
        ("severity = 1", "auditor.toml:1: severity: expected a table"),
        ("a = 1\nb = = 2", "auditor.toml:2:5: invalid value"),
        ("a = [", "auditor.toml:1: "),
        (f"strict = {'[' * 1400}", "auditor.toml:1: nested more than 32 deep"),
        (f"strict = {'[' * 40}{']' * 40}", "auditor.toml:1: nested more than 32 deep"),
        (f"{'.'.join('a' * 5000)} = 1", "auditor.toml:1: nested more than 32 deep"),
        ('[[waiver]]\nreason = "x"', "auditor.toml:1: a waiver needs a finding"),
        ('[[waiver]]\nfinding = "a"\nreason = " "', "auditor.toml:3: reason: expected text"),
        ('[[waiver]]\nfinding = "a"\nreason = "b"\nexpire = 2027-01-01',
         "auditor.toml:4: unknown key `expire`; did you mean `expires`?"),
        ('[[waiver]]\nfinding = "a"\nreason = "b"\n\nexpires = "2027-01-01"',
         "auditor.toml:5: expires: expected a day, without quotes"),
        ("waiver = 1", "auditor.toml:1: waivers are tables, each under [[waiver]]"),
    ],
)  # fmt: skip
def test_mistakes_are_cited(settings, text, said):
    with pytest.raises(ConfigurationError) as mistaken:
        settings(text)
    (mistake,) = [m for m in mistaken.value.mistakes if said in m]
    assert mistake.startswith("auditor.toml:")


def test_all_mistakes_are_told_at_once_in_order(settings):
    with pytest.raises(ConfigurationError) as mistaken:
        settings('jobs = 0\nselct = 1\n[[waiver]]\nfinding = "a"\n')
    assert [m.split(": ")[0] for m in mistaken.value.mistakes] == [
        "auditor.toml:1",
        "auditor.toml:2",
        "auditor.toml:3",
    ]


@pytest.mark.parametrize(
    "environ, said",
    [
        ({"AUDITOR_SELCT": "x"}, "unknown variable AUDITOR_SELCT; did you mean AUDITOR_SELECT?"),
        ({"AUDITOR_JOBS": "many"}, "AUDITOR_JOBS: expected a whole number"),
        ({"AUDITOR_STRICT": "maybe"}, "AUDITOR_STRICT: expected 1, true, 0 or false, not 'maybe'"),
        ({"AUDITOR_SEVERITY": "sum"}, "AUDITOR_SEVERITY: expected RULE=LEVEL"),
    ],
)
def test_mistakes_in_variables_are_told(settings, environ, said):
    with pytest.raises(ConfigurationError, match="AUDITOR") as mistaken:
        settings(environ=environ)
    assert said in str(mistaken.value)


WAIVERS = """\
[[waiver]]
finding = "34d128510907"
reason = '''
Rounded up on purpose.
[[waiver]]
'''

[[waiver]]
finding = "c210184c7817"
reason = "The heading is the form's."
owner = "IR"
expires = 2027-03-31
"""
READ = (
    Waiver("34d128510907", "Rounded up on purpose.\n[[waiver]]", line=1),
    Waiver("c210184c7817", "The heading is the form's.", "IR", date(2027, 3, 31), line=8),
)


def at(path):
    return tuple(Waiver(w.finding, w.reason, w.owner, w.expires, path, w.line) for w in READ)


def test_waivers_stand_in_the_file(settings):
    assert settings(WAIVERS).waivers == at("auditor.toml")


def test_waivers_may_stand_in_a_file_of_their_own(tmp_path):
    file = tmp_path / "release.waivers.toml"
    file.write_text(WAIVERS, encoding="utf-8")
    assert waivers_of(file, tmp_path) == at("release.waivers.toml")
    file.write_text("jobs = 1\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"waivers\.toml:1: unknown key `jobs`"):
        waivers_of(file, tmp_path)


TABLES = '''\
a = 1
[x.y]
b = """
c = 1
"""
d = { e = 1, f = [
  1 ] }
[[w]]
k = 1
[[w]]
"k.l" = 2
[w.sub]
z = 1
[[w.arr]]
[[w.arr]]
q = 2
lot = [ # ] is no end here
  "a ] # b",
  """c
]""",
]
after = 3
'''


@pytest.mark.parametrize(
    "keys, line",
    [
        (("a",), 1),
        (("x", "y"), 2),
        (("x", "y", "b"), 3),
        (("x", "y", "d", "e"), 6),
        (("w",), 8),
        (("w", 0, "k"), 9),
        (("w", 1), 10),
        (("w", 1, "k.l"), 11),
        (("w", 1, "sub", "z"), 13),
        (("w", 1, "arr", 1, "q"), 16),
        (("w", 1, "arr", 1, "lot", 1), 17),
        (("w", 1, "arr", 1, "after"), 22),
    ],
)
def test_every_key_has_its_line(keys, line):
    assert lines_of(TABLES)[keys] == line


def parsed(monkeypatch, entries):
    """How many characters are parsed to find the lines of so many entries."""
    given = []
    loads = tomllib.loads

    def counted(text):
        given.append(len(text))
        return loads(text)

    with monkeypatch.context() as patched:
        patched.setattr(tomllib, "loads", counted)
        lines_of("a = [\n" + '  "entry",\n' * entries + "]\n")
    return sum(given)


def test_the_lines_of_many_entries_take_time_in_proportion(monkeypatch):
    assert parsed(monkeypatch, 400) < 3 * parsed(monkeypatch, 200)


def test_the_file_to_start_from_sets_nothing(settings):
    found = settings(starting_file())
    assert (found.origins, found.waivers) == ({}, ())


def test_the_file_to_start_from_explains_every_setting_with_values_that_are_valid(settings):
    lines = starting_file().splitlines()
    uncommented = [line.removeprefix("# ") for line in lines if _sets(line)]
    assert [line.split(" = ")[0] for line in uncommented] == [s.key for s in SETTINGS]
    found = settings("\n".join(uncommented))
    assert set(found.origins) == {s.name for s in SETTINGS}
    waiver = "\n".join(line.removeprefix("# ") for line in lines[lines.index("# [[waiver]]") :])
    assert tomllib.loads(waiver)["waiver"]


def _sets(line):
    key, equals, _ = line.removeprefix("# ").partition(" = ")
    return bool(equals) and key in {s.key for s in SETTINGS}


def test_the_settings_are_the_fields(tmp_path: Path):
    assert {s.name for s in SETTINGS} | {"waivers", "file", "origins"} == set(
        DEFAULTS.__dataclass_fields__
    )
    assert configured({}, {}, tmp_path.resolve(), isolated=True) is DEFAULTS
