import shutil

import pytest

from tests.gate.repository import RULES, TIDY, TIDY_RULES, WIDE, repository
from tests.gate.runner import Runner

NEEDED = ("bash", "git")


def pytest_collection_modifyitems(items):
    missing = [name for name in NEEDED if shutil.which(name) is None]
    for item in items if missing else ():
        if "gate" in item.path.parts:
            item.add_marker(pytest.mark.skip(f"needs {' and '.join(missing)}"))


@pytest.fixture
def team(tmp_path):
    """The repository of a data team, with nothing wrong in it."""
    files = {
        "data/segments.csv": WIDE,
        "data/figures.csv": TIDY,
        "rules/acme.yaml": RULES,
        "rules/figures.yaml": TIDY_RULES,
    }
    return repository(tmp_path / "repository", files)


@pytest.fixture
def runner(tmp_path, team):
    """A machine that has the repository and the auditor on it."""
    temp = tmp_path / "runner"
    temp.mkdir()
    return Runner(team.folder, temp)
