"""The build from the full official files: the shipped area again, and all of England."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.shared import official_folder
from typer.testing import CliRunner

from pathways.catalogue.build import area_of, build
from pathways.catalogue.build.facts import Facts
from pathways.catalogue.check import Report, check
from pathways.catalogue.publish import publish
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.cli import cli
from pathways.commands import catalogue as command
from pathways.paths import AREAS

pytestmark = pytest.mark.official

SHIPPED = AREAS / "kingston-surrey-sutton"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts(official_folder())


@pytest.fixture(scope="module")
def built(facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default area, built by the command itself."""
    to = tmp_path_factory.mktemp("built") / "area"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "Facts", lambda source: facts)  # the big files are read once here
        done = CliRunner().invoke(
            cli, ["catalogue", "build", "--from", str(facts.folder), "--to", str(to)]
        )
    assert done.exit_code == 0, done.output
    return to


@pytest.fixture(scope="module")
def report(built: Path) -> Report:
    return check(load_catalogue(built))


def test_the_shipped_area_is_what_the_official_files_give_byte_for_byte(built: Path) -> None:
    names = {path.name for path in SHIPPED.iterdir()}
    assert {path.name for path in built.iterdir()} == names
    different = [n for n in names if (built / n).read_bytes() != (SHIPPED / n).read_bytes()]
    assert different == []


def test_the_report_counts_97_institutions_and_one_of_the_subject_rows_alone(
    report: Report,
) -> None:
    assert sum(report.counts["Institutions of the 2023/24 tables here"].values()) == 97
    assert sum(report.counts["In the 2024/25 subject rows alone"].values()) == 1
    assert "Only in the 2024/25 subject rows: Harris Academy Sutton" in report.gaps


def test_the_report_names_the_three_institutions_without_subject_rows(report: Report) -> None:
    (line,) = [gap for gap in report.gaps if "without subject rows" in gap]
    for name in ("Canbury School", "The Royal School", "The Beacon School"):
        assert name in line
    assert line.startswith("3 ")


def test_all_2844_official_rows_are_accounted_for(report: Report) -> None:
    assert report.accounts[0].startswith("2844 official")
    assert report.accounts[-1].strip() == "0 not accounted for"


def test_no_fault_is_found_so_every_institution_has_a_site_and_a_place(report: Report) -> None:
    assert report.faults == ()


@pytest.fixture(scope="module")
def england(facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    area = area_of("england", authorities=facts.authorities)
    tables, found = build(area, facts)
    about = {"area": area.name, "title": area.title, "start_year": 2027}
    to = tmp_path_factory.mktemp("england") / "england"
    publish(tables, to, about=about | {"accounts": found.accounts})
    return load_catalogue(to)


def test_all_of_england_builds_with_its_2785_institutions(england: Catalogue) -> None:
    counted = check(england).counts["Institutions of the 2023/24 tables here"]
    assert sum(counted.values()) == 2785


def test_england_has_no_fault_but_places_that_no_file_gives(england: Catalogue) -> None:
    assert [line for line in check(england).faults if "no coordinates" not in line] == []
