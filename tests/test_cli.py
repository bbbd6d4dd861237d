"""The command line: what it prints, and that a mistake is one plain line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.official_layout import PERFORMANCE, write_folder
from support.tiny import EXAMPLE
from typer.testing import CliRunner, Result

from pathways.cli import cli, main
from pathways.paths import EXAMPLES, ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return EXAMPLE.publish(tmp_path / "area")


@pytest.fixture
def learner_file(tmp_path: Path) -> Path:
    path = tmp_path / "learner.json"
    path.write_text(
        json.dumps({"results": [{"subject": "Maths", "grade": "5"}], "home": {"postcode": "KT1"}})
    )
    return path


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], catch_exceptions=False)


def test_a_small_official_folder_is_built_and_checked(tmp_path: Path) -> None:
    source, to = write_folder(tmp_path / "from"), tmp_path / "to"
    built = _run("catalogue", "build", "--area", "la:999", "--from", source, "--to", to)
    assert built.exit_code == 0
    assert "4 institutions of the 2023/24 tables are in Exampleshire." in built.stdout
    assert "Wrote to:" in built.stdout
    checked = _run("catalogue", "check", to)
    assert checked.exit_code == 0
    assert "0 not accounted for" in checked.stdout
    assert "Exampleshire (la-999)" in checked.stdout


def test_a_circle_around_a_postcode_is_built(tmp_path: Path) -> None:
    source, to = write_folder(tmp_path / "from"), tmp_path / "to"
    done = _run(
        "catalogue", "build", "--near", "kt1 1aa", "--km", "12", "--from", source, "--to", to
    )
    assert done.exit_code == 0
    assert json.loads((to / "manifest.json").read_text())["area"] == "near-kt1-1aa-12km"


def test_check_ends_with_1_when_the_tables_contradict_each_other(folder: Path) -> None:
    sites = folder / "sites.csv"
    sites.write_text("".join(sites.read_text().splitlines(keepends=True)[:-1]))
    done = _run("catalogue", "check", folder)
    assert done.exit_code == 1
    assert "no sites row" in done.stdout


def test_guide_prints_json_that_a_program_can_read(folder: Path, learner_file: Path) -> None:
    done = _run("guide", learner_file, "--catalogue", folder, "--json", "--as-of", "2026-11-22")
    assert done.exit_code == 0
    out = json.loads(done.stdout)
    assert len(out["options"]) == 11
    assert out["method"]["seed"] == 0


def test_the_same_seed_prints_the_same_bytes(folder: Path, learner_file: Path) -> None:
    asked = ("guide", learner_file, "--catalogue", folder, "--json", "--as-of", "2026-11-22")
    assert _run(*asked, "--seed", "3").stdout == _run(*asked, "--seed", "3").stdout
    assert json.loads(_run(*asked, "--seed", "3").stdout)["method"]["seed"] == 3


def test_guide_prints_lanes_in_words(folder: Path, learner_file: Path) -> None:
    done = _run("guide", learner_file, "--catalogue", folder, "--as-of", "2026-11-22")
    assert done.exit_code == 0
    assert "A level Biology: Example Provider" in done.stdout
    assert "UI_" not in done.stdout
    assert "Reason(" not in done.stdout


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("s*.json")), ids=lambda path: path.stem)
def test_the_shipped_examples_are_guided_in_the_shipped_area(path: Path) -> None:
    done = _run("guide", path, "--as-of", "2026-11-22")
    assert done.exit_code == 0
    assert done.stdout.count("\n\n") >= 4


MISTAKES: dict[str, tuple[tuple[str, ...], dict[str, str], str]] = {
    "no such learner file": (
        ("guide", "nobody.json"),
        {},
        "nobody.json: This file cannot be opened.",
    ),
    "a grade that does not exist": (("guide", "{grade}"), {}, "17"),
    "no such catalogue": (
        ("guide", "{learner}", "--catalogue", "{nowhere}"),
        {},
        "There is no catalogue here.",
    ),
    "a day that is none": (("guide", "{learner}", "--as-of", "soon"), {}, "'soon' is not a date."),
    "today set to nonsense": (
        ("guide", "{learner}"),
        {"PATHWAYS_TODAY": "x"},
        "'x' is not a date.",
    ),
    "an unknown area": (
        ("catalogue", "build", "--area", "atlantis", "--from", "{from}", "--to", "{nowhere}"),
        {},
        "There is no area called 'atlantis'.",
    ),
    "a distance beyond reason": (
        ("catalogue", "build", "--km", "0", "--from", "{from}", "--to", "{nowhere}"),
        {},
        "is not a distance we use",
    ),
    "a postcode that is none": (
        ("catalogue", "build", "--near", "nowhere", "--from", "{from}", "--to", "{nowhere}"),
        {},
        "is not a postcode",
    ),
    "a missing source file": (
        ("catalogue", "build", "--area", "la:999", "--from", "{gap}", "--to", "{nowhere}"),
        {},
        f"The file {PERFORMANCE} is not there. Download it",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_plain_line_and_ends_with_2(
    mistake: str,
    tmp_path: Path,
    learner_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words, env, says = MISTAKES[mistake]
    wrong = tmp_path / "grade.json"
    wrong.write_text(json.dumps({"results": [{"subject": "Maths", "grade": "17"}]}))
    places = {
        "{grade}": wrong,
        "{learner}": learner_file,
        "{nowhere}": tmp_path / "nowhere",
        "{from}": tmp_path / "from",
        "{gap}": tmp_path / "gap",
    }
    if "{from}" in words:
        write_folder(tmp_path / "from")
    if "{gap}" in words:
        write_folder(tmp_path / "gap", without=[PERFORMANCE])
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["pathways", *(str(places.get(w, w)) for w in words)])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert says in told
    assert len(told.strip().splitlines()) == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_mistake_prints_no_traceback_in_a_process_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pathways", "guide", "nobody.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "nobody.json: This file cannot be opened. Check its name and folder.\n"


@pytest.mark.parametrize("seed", ["-1", "many"])
def test_a_seed_that_is_none_is_refused(folder: Path, learner_file: Path, seed: str) -> None:
    assert _run("guide", learner_file, "--catalogue", folder, "--seed", seed).exit_code == 2


def test_every_command_has_help() -> None:
    for words in ((), ("guide",), ("app",), ("catalogue",), ("catalogue", "build")):
        done = _run(*words, "--help")
        assert done.exit_code == 0
        assert "--help" in done.stdout


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATHWAYS_CACHE", "")
    monkeypatch.delenv("PATHWAYS_CATALOGUE", raising=False)
    monkeypatch.delenv("PATHWAYS_TODAY", raising=False)
