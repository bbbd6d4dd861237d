"""A learner file is read, or refused in plain words that name the field, never the answer."""

import json

import pytest

from pathways.errors import LearnerError
from pathways.learner.learner import Learner
from pathways.learner.learner_file import LARGEST_BYTES, learner_from_json, read_learner_file
from pathways.learner.read_record import read_record
from pathways.learner.refusals import refused
from pathways.paths import EXAMPLES
from pathways.places.positions import locate
from pathways.places.postcodes import parse_postcode

FILES = sorted(EXAMPLES.glob("*.json"))
PERSONAL = ["name", "sex", "gender", "ethnicity", "religion", "faith", "fsm", "free_school_meals"]
PERSONAL += ["date_of_birth", "dob", "school", "care_status", "address", "email", "upn", "Gender"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_learner_reads_to_a_record_and_a_place(path):
    learner = read_learner_file(path)
    record = read_record(learner)
    assert record.held or record.missing or record.not_taken
    assert locate(parse_postcode(learner.home.postcode)).lat > 50


def test_the_examples_table_lists_exactly_the_files():
    text = (EXAMPLES / "README.md").read_text("utf-8")
    assert len(FILES) >= 8
    assert all(f"`{path.name}`" in text for path in FILES)
    assert text.count(".json`") == len(FILES)


@pytest.mark.parametrize("field", PERSONAL)
def test_a_personal_field_is_refused_because_it_is_not_needed(field):
    with pytest.raises(LearnerError, match=f'does not need "{field}"') as caught:
        Learner.read({"results": [], field: "Sam Secret"})
    assert "Secret" not in caught.value.message


def test_a_personal_field_is_refused_inside_a_result_too():
    with pytest.raises(LearnerError, match='does not need "results, row 2, name"'):
        Learner.read(
            {"results": [{"subject": "Art", "grade": "4"}, {"subject": "Art", "name": "Sam"}]}
        )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"resuls": []}, 'do not know the field "resuls"'),
        ({"results": [{"subject": "Maths", "grade": 5}]}, 'row 1, grade" must be text in quotes'),
        ({"results": [{"grade": "5"}]}, 'row 1, subject" is missing'),
        ({"results": 3}, "must be a list"),
        ({"age": 12}, 'age" must be 14 or more'),
        ({"age": 99}, 'age" must be 25 or less'),
        ({"age": "old"}, 'age" must be a whole number'),
        ({"nation": "france"}, "england, wales, scotland or northern_ireland"),
        ({"needs": {"ehc_plan": "perhaps"}}, "must be true or false"),
        ({"home": "KT1"}, 'home" must be a group of fields'),
        ({"preferences": {"practical": "much"}}, "must be a number"),
        ({"interests": {"ratings": 4}}, "must be a group of fields"),
    ],
)
def test_a_wrong_field_is_named_with_what_it_must_be(data, message):
    with pytest.raises(LearnerError, match=message):
        Learner.read(data)


def test_all_fields_at_fault_are_named_at_once():
    with pytest.raises(LearnerError) as caught:
        Learner.read({"age": 3, "start_yaer": 2027, "email": "x"})
    assert all(f'"{field}"' in caught.value.message for field in ("age", "start_yaer", "email"))


def test_another_value_error_is_still_a_plain_refusal():
    assert "cannot be read" in refused(ValueError("inner")).message


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b'{"results": [}', "line 1, column 14: This is not JSON"),
        (b'{\n"age": 16,\n}', "line 3"),
        (b"", "line 1"),
        (b"[1, 2]", "one group of fields"),
        (b'"x"', "one group of fields"),
        (b'{"age": NaN}', "NaN is not a number"),
        (b'{"age": 16, "age": 17}', '"age" is given twice'),
        ("{“age”: 16}".encode("cp1252"), "UTF-8"),
        ('{"age": 16}'.encode("utf-16"), "UTF-8"),
        (b"[" * 200_000, "too many brackets|not JSON"),
    ],
)
def test_a_broken_file_is_refused_with_where_and_what_to_do(tmp_path, raw, message):
    path = tmp_path / "sam.json"
    path.write_bytes(raw)
    with pytest.raises(LearnerError, match=message) as caught:
        read_learner_file(path)
    assert caught.value.message.startswith("sam.json")
    assert str(tmp_path) not in caught.value.message


def test_a_byte_order_mark_does_not_matter():
    raw = json.dumps({"results": [], "age": 16}).encode("utf-8-sig")
    assert learner_from_json(raw).age == 16


def test_a_file_that_is_too_big_or_not_there_is_refused(tmp_path):
    big = tmp_path / "big.json"
    big.write_bytes(b" " * (LARGEST_BYTES + 1))
    with pytest.raises(LearnerError, match="too big"):
        read_learner_file(big)
    with pytest.raises(LearnerError, match="cannot be opened"):
        read_learner_file(tmp_path / "none.json")
    with pytest.raises(LearnerError, match="cannot be opened"):
        read_learner_file(tmp_path)
