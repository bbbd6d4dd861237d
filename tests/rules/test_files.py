"""Reading `data/rules`: everything that can be wrong with a file is said, with its line."""

from pathlib import Path

import pytest

from pathways.errors import RuleValueError
from pathways.paths import RULES
from pathways.rules.agreement import check_agreement
from pathways.rules.files import read_rules
from pathways.rules.values import rules

BROKEN = Path(__file__).parent / "broken"
WRONG = {
    "overlap": ("rule.yaml, line 4", "two values hold on 2026-07-31"),
    "open_then_more": ("rule.yaml, line 4", "two values hold on 2026-08-01"),
    "gap": ("rule.yaml, line 4", "gap: true"),
    "no_source": ("rule.yaml, line 4", "reference"),
    "unknown_trust": ("rule.yaml, line 5", "trust"),
    "ends_before_start": ("rule.yaml, line 3", "before it starts"),
    "far_date": ("rule.yaml, line 3", "out of reach"),
    "no_value": ("rule.yaml, line 3", "no value"),
    "unknown_field": ("rule.yaml, line 7", "author"),
    "no_date": ("rule.yaml, line 3", "values.0.from"),
    "twice": ("rule.yaml, line 6", "written twice"),
    "not_yaml": ("rule.yaml, line 3", "not YAML"),
    "bad_address": ("rule.yaml, line 4", "href"),
    "two_titles": ("b.yaml, line 4", "another title"),
}


@pytest.mark.parametrize("folder", sorted(WRONG))
def test_a_broken_file_is_refused_with_its_line(folder: str) -> None:
    where, what = WRONG[folder]
    with pytest.raises(RuleValueError) as error:
        read_rules(BROKEN / folder)
    assert where in error.value.where
    assert what in error.value.message


def test_every_broken_folder_is_tried() -> None:
    assert {path.name for path in BROKEN.iterdir()} == {*WRONG, "bands"}


def test_full_time_hours_that_contradict_the_bands_are_refused() -> None:
    with pytest.raises(RuleValueError, match="540 hours, but band 5"):
        check_agreement(read_rules(BROKEN / "bands"))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleValueError, match="no dated values"):
        read_rules(tmp_path)


def test_every_shipped_file_is_read_and_agrees() -> None:
    assert len(rules()) == len(list(RULES.rglob("*.yaml")))


def test_shipped_values_cannot_be_changed_by_a_caller() -> None:
    bands = rules()["english_maths/taught_hours"].periods[0].value
    with pytest.raises(TypeError):
        bands[0]["hours"] = 1
