from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from pathways.commands import interests as interest_commands
from pathways.errors import SourceError
from pathways.matching.interests import benchmark, load, profiles
from pathways.matching.interests.simulated import hexagon, learners

OFFICIAL = Path(__file__).resolve().parents[3].parent / "shared" / "official-data" / "interests"
official = pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not here")

RATINGS = """O*NET-SOC Code,R,I,A,S,E,C,Title
1,7,1,1,1,1,4,Fixer
2,6,3,1,1,2,4,Mender
3,1,6,3,2,1,4,Thinker
4,1,2,2,7,3,2,Helper
"""
ANCHORS = """{"subjects": {"Mending": ["Fixer", "Mender"], "Thinking": ["Thinker"]},
 "routes": {"Making": ["Mending", "X:Fixer"], "Care": ["X:Helper", "Thinking"]}}"""


def test_a_profile_is_the_plain_mean_of_its_jobs() -> None:
    built = {p.name: p for p in profiles.build_profiles(RATINGS, ANCHORS)}
    assert built["Mending"].raw == (6.5, 2, 1, 1, 1.5, 4)
    assert built["Mending"].n_anchor == 2
    wanted = np.corrcoef([7, 1, 1, 1, 1, 4], [6, 3, 1, 1, 2, 4])[0, 1]
    assert built["Mending"].cohesion == pytest.approx(wanted)
    assert built["Thinking"].cohesion == 1


def test_a_route_is_the_union_of_what_it_names_each_job_once() -> None:
    built = {p.name: p for p in profiles.build_profiles(RATINGS, ANCHORS)}
    assert built["Making"].n_anchor == 2
    assert built["Care"].n_anchor == 2


def test_z_has_mean_zero_and_sd_one_within_its_kind_and_is_0_where_all_are_alike() -> None:
    built = profiles.build_profiles(RATINGS, ANCHORS)
    z = np.array([p.z for p in built if p.kind == "subject"])
    assert z[:, :4].mean(axis=0) == pytest.approx([0] * 4)
    assert z[:, :4].std(axis=0) == pytest.approx([1] * 4)
    assert z[:, 5].tolist() == [0, 0]


def test_an_anchor_without_ratings_is_named() -> None:
    with pytest.raises(SourceError, match=r"anchors of Mending.*'Mender'"):
        profiles.build_profiles(RATINGS.replace("Mender", "Other"), ANCHORS)


def test_a_ratings_file_without_its_columns_is_refused() -> None:
    with pytest.raises(SourceError, match="columns Title"):
        profiles.read_ratings("R,I,A,S,E,C\n1,2,3,4,5,6\n")


def test_the_shipped_table_reads_back_as_written() -> None:
    text = interest_commands.SHIPPED.read_text("utf-8")
    shipped = profiles.from_csv(text)
    assert profiles.to_csv(shipped) == text
    assert [p.kind for p in shipped].count("subject") == 70
    assert [p.kind for p in shipped].count("route") == 15
    with pytest.raises(SourceError, match="profiles-build"):
        profiles.from_csv("kind,name\n")


def test_every_catalogue_alias_names_a_subject() -> None:
    table = load.subjects()
    with (load.FOLDER / "aliases.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert row["id"] in table.ids, row


def test_simulated_learners_have_the_correlations_of_the_hexagon() -> None:
    found = np.corrcoef(learners(20_000, seed=1).T)
    assert np.abs(found - hexagon()).max() < 0.03


def test_gini_of_even_and_of_one_owner() -> None:
    assert benchmark.gini(np.ones(10)) == pytest.approx(0)
    assert benchmark.gini(np.array([0.0] * 9 + [5.0])) == pytest.approx(0.9)


def test_exposure_from_the_shipped_table_is_as_even_as_science_a5_says() -> None:
    shipped = profiles.from_csv(interest_commands.SHIPPED.read_text("utf-8"))
    subjects = [p for p in shipped if p.kind == "subject"]
    z = profiles.standardise(np.array([p.raw for p in subjects]))
    found = benchmark.exposure([p.name for p in subjects], z, count=4000, seed=2)
    assert round(found.gini, 2) <= 0.12  # .11 at 20,000; a little wider at 4,000
    assert found.never == 0
    assert found.least[1] > 0.08
    assert found.most[1] < 0.23


@official
@pytest.mark.official
def test_the_command_makes_the_shipped_table_byte_for_byte(tmp_path: Path) -> None:
    again = tmp_path / "profiles.csv"
    interest_commands.profiles_build(OFFICIAL, again)
    assert again.read_bytes() == interest_commands.SHIPPED.read_bytes()


@official
@pytest.mark.official
def test_the_shipped_table_agrees_with_the_official_one() -> None:
    shipped = profiles.from_csv(interest_commands.SHIPPED.read_text("utf-8"))
    with (OFFICIAL / "riasec_subjects_routes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(p.kind, p.name, p.n_anchor) for p in shipped] == [
        (r["kind"], r["name"], int(r["n_anchor"])) for r in rows
    ]
    for ours, row in zip(shipped, rows, strict=True):
        raw = [float(row[t]) for t in "RIASEC"]
        z = [float(row[f"z{t}"]) for t in "RIASEC"]
        assert ours.raw == pytest.approx(raw, abs=0.0056)  # two rounded decimals there
        assert ours.z == pytest.approx(z, abs=0.012)  # there from the rounded means
        assert ours.cohesion == pytest.approx(float(row["cohesion"]), abs=0.0056)


@official
@pytest.mark.official
def test_held_out_jobs_find_their_subject_as_science_a5_asks() -> None:
    ratings = profiles.read_ratings((OFFICIAL / "onet_oi_2026.csv").read_text("utf-8"))
    anchors = profiles.anchors_by_kind(json.loads((OFFICIAL / "anchors.json").read_text("utf-8")))[
        "subject"
    ]
    ships = benchmark.retrieval(anchors, ratings, benchmark.Trial(), seed=0, repeats=3)
    jobs = benchmark.retrieval(anchors, ratings, benchmark.Trial("jobs", "jobs"), seed=0, repeats=3)
    strict = benchmark.retrieval(
        anchors, ratings, benchmark.Trial(leave_out="every subject"), seed=0, repeats=3
    )
    assert ships.trials == 405 * 3
    assert ships.hit10 >= 0.86
    assert ships.mrr > jobs.mrr
    assert strict.hit10 >= 0.84
    assert strict.mrr < ships.mrr


def test_a_folder_without_the_official_files_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"onet_oi_2026\.csv is not there"):
        interest_commands.profiles_build(tmp_path, tmp_path / "out.csv")


def test_the_text_command_prints_hits_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, jobs = tmp_path / "metrics.json", tmp_path / "jobs.json.gz"
    sample = [
        {"title": "Baker", "categories": ["Hospitality and food"]},
        {"title": "Zoo keeper", "categories": ["Animal care"]},
    ]
    jobs.write_bytes(gzip.compress(json.dumps(sample).encode()))
    interest_commands.text_benchmark(careers=jobs, metrics=kept)
    printed = capsys.readouterr().out
    assert "official job titles: 2" in printed
    interest_commands.text_benchmark(careers=tmp_path / "none", list_wrong=False)
    assert "job titles" not in capsys.readouterr().out
    assert "hit@5" in printed
    assert "wanted" in printed
    assert '"hit5"' in kept.read_text("utf-8")


@official
@pytest.mark.official
def test_the_fit_command_keeps_its_figures_beside_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "metrics.json"
    kept.write_text('{"text": 1}', "utf-8")
    interest_commands.fit_benchmark(OFFICIAL, learners=500, repeats=1, seed=1, metrics=kept)
    assert "hit@10" in capsys.readouterr().out
    assert '"text": 1' in kept.read_text("utf-8")
