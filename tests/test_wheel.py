"""The wheel, built from the source distribution, finds its data wherever it is installed."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from auditor import __version__

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder that holds the installed wheel and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    sdist = built("sdist", ROOT, folder)
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    wheel = built("wheel", folder / sdist.name.removesuffix(".tar.gz"), folder)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--no-deps", "--no-index", "--target", folder / "site", wheel], check=True
    )
    return folder / "site"


def built(target, project, folder):
    """The one distribution that building ``project`` puts into ``folder``."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder],
        cwd=project,
        check=True,
        capture_output=True,
    )
    (found,) = folder.glob({"sdist": "*.tar.gz", "wheel": "*.whl"}[target])
    return found


def printed(installed, *arguments):
    """What the installed package prints when run from a folder that is not the checkout."""
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.strip()


@pytest.mark.parametrize(
    "found",
    ["rules_folder() / 'core.yaml'", "reports_folder() / 'auditor-report-1.schema.json'"],
)
def test_data_is_found_beside_the_installed_package(installed, found):
    code = f"from auditor.formats.resources import *; path = {found}; print(path.is_file(), path)"
    exists, _, path = printed(installed, "-c", code).partition(" ")
    assert exists == "True"
    assert Path(path).is_relative_to((installed / "auditor").resolve())


def test_data_is_found_in_the_checkout():
    from auditor.formats.resources import reports_folder, rules_folder

    assert (rules_folder(), reports_folder()) == (ROOT / "rules", ROOT / "reports")


def test_the_command_runs(installed):
    assert __version__ in printed(installed, installed / "bin" / "auditor", "--version")


def test_the_package_is_typed(installed):
    assert (installed / "auditor" / "py.typed").is_file()
