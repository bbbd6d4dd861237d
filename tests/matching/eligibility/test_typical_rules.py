"""Typical entry rules from the rows of typical requirements."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pathways.catalogue.entry_rules import parse
from pathways.errors import RuleError
from pathways.matching.eligibility.typical import (
    general_rule,
    subject_rule,
    typical_rule,
    typical_table,
)

FACTS = Path(__file__).resolve().parents[3].parent / "shared" / "area-facts"


def row(**given: str) -> dict[str, str]:
    blank = dict.fromkeys(
        (
            "common_general_requirement",
            "maths_median_where_asked",
            "n_asking_maths",
            "english_median_where_asked",
            "n_asking_english",
        ),
        "",
    )
    return blank | {"qualification": "a_level", "subject": "X", "n_providers": "10"} | given


@pytest.mark.parametrize(
    ("median", "basis", "rule"),
    [
        ("6", "Biology or Combined Science", "Biology@6 or Combined Science@6-6"),
        ("4.5", "Graphics or Art", "Graphics@4 or Art@4"),
        ("5", "Maths, else Business or English", "Maths@5 or Business@5 or English@5"),
        ("6", "GCSE French", "French@6"),
        ("5", "a science", "Science@5"),
        ("6", "English or a humanities subject", "English@6 or Humanities@6"),
        ("5", "Art or a related GCSE", "Art@5"),
        ("5", "highest named GCSE", "1 GCSE@5"),
    ],
)
def test_the_headline_grade_is_asked_in_the_named_gcses(median: str, basis: str, rule: str) -> None:
    assert subject_rule(row(median=median, grade_basis=basis)) == rule


def test_maths_is_asked_where_half_of_the_providers_ask_it() -> None:
    asked = {"median": "6", "grade_basis": "GCSE French", "maths_median_where_asked": "5"}
    assert subject_rule(row(**asked, n_asking_maths="5")) == "Maths@5; French@6"
    assert subject_rule(row(**asked, n_asking_maths="4")) == "French@6"


def test_a_weaker_clause_goes_when_a_stronger_one_says_it() -> None:
    given = row(
        median="8",
        grade_basis="Maths",
        common_general_requirement="5 GCSE@4; English@4; Maths@4",
        maths_median_where_asked="8",
        n_asking_maths="10",
    )
    assert typical_rule(given) == "5 GCSE@4; English@4; Maths@8"


def test_the_general_rule_of_the_level_stands_in_where_the_row_has_none() -> None:
    given = row(median="5", grade_basis="Maths")
    assert typical_rule(given) == "Maths@5"
    assert typical_rule(given, general="5 GCSE@4") == "5 GCSE@4; Maths@5"


def test_a_basis_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(RuleError, match="no GCSE we know"):
        subject_rule(row(median="5", grade_basis="Alchemy"))


def test_a_general_row_without_a_common_requirement_uses_its_grade() -> None:
    given = row(subject="(general requirement)", median="4", grade_basis="lowest")
    assert general_rule(given) == "1 GCSE@4"
    assert typical_rule(given) == "1 GCSE@4"


EXPECTED = """
a_level | 3D Design | 5 GCSE@4; English@4; Maths@4; Design and Technology@5 or Art@5
a_level | Accounting | 5 GCSE@4; English@4; Maths@5
a_level | Art | 5 GCSE@4; English@4; Maths@4; Art@5
a_level | Biology | 5 GCSE@4; English@4; Maths@6; Biology@6 or Combined Science@6-6
a_level | Business Studies | 5 GCSE@4; English@5; Maths@5
a_level | Chemistry | 5 GCSE@4; English@4; Maths@6; Chemistry@6 or Combined Science@6-6
a_level | Classical Civilisation | 5 GCSE@4; English@4; Maths@4; English@6 or Humanities@6
a_level | Computer Science | 5 GCSE@4; English@4; Maths@6
a_level | Design and Technology | 5 GCSE@4; English@4; Maths@4; Design and Technology@5
a_level | Drama and Theatre Studies | 5 GCSE@4; Maths@4; English@5
a_level | Economics | 5 GCSE@4; English@6; Maths@6
a_level | English Language | 5 GCSE@4; Maths@4; English Language@5 or English@5
a_level | English Language and Literature | 5 GCSE@4; Maths@4; English Language@5
a_level | English Literature | 5 GCSE@4; Maths@4; English Literature@6 or English@6
a_level | Film Studies | 5 GCSE@4; Maths@4; English@5
a_level | French | 5 GCSE@4; English@4; Maths@4; French@6
a_level | Further Mathematics | 5 GCSE@4; English@4; Maths@8
a_level | Geography | 5 GCSE@4; English@4; Maths@4; Geography@6 or Humanities@6
a_level | Geology | 5 GCSE@4; English@4; Maths@4; Science@5
a_level | German | 5 GCSE@4; English@4; Maths@4; German@6
a_level | Graphics | 5 GCSE@4; English@4; Maths@4; Graphics@4 or Art@4
a_level | History | 5 GCSE@4; English@4; Maths@4; History@6 or English@6 or Humanities@6
a_level | Law | 5 GCSE@4; Maths@4; English@5
a_level | Mathematics | 5 GCSE@4; English@4; Maths@7
a_level | Media Studies | 5 GCSE@4; Maths@4; English@5
a_level | Music | 5 GCSE@4; English@4; Maths@4; Music@6
a_level | Music Technology | 5 GCSE@4; English@4; Maths@4
a_level | Philosophy | 5 GCSE@4; English@4; Maths@4; English@6 or Religious Studies@6
a_level | Photography | 5 GCSE@4; Photography@4 or Art@4
a_level | Physical Education | 5 GCSE@4; English@4; Maths@4; PE@6 or Science@6
a_level | Physics | 5 GCSE@4; English@4; Maths@6; Physics@6 or Combined Science@6-6
a_level | Politics | 5 GCSE@4; Maths@4; English@6
a_level | Psychology | 5 GCSE@4; English@6; Maths@5
a_level | Religious Studies | 5 GCSE@5; English@5; Maths@5; Religious Studies@6 or English@6
a_level | Sociology | 5 GCSE@4; Maths@4; English@5
a_level | Spanish | 5 GCSE@4; English@4; Maths@4; Spanish@6
a_level | Textiles | 5 GCSE@4; English@4; Maths@4; Textiles@6 or Art@6
aaq_btec | Applied Science | 5 GCSE@4; English@4; Maths@4; 1 GCSE@5
aaq_btec | Business | 5 GCSE@4; English@4; Maths@4; 1 GCSE@5
aaq_btec | Criminology | 4 GCSE@4; English@5 or Science@5
aaq_btec | Health and Social Care | 5 GCSE@4; Maths@4; English@4
core_maths | Core Maths | 5 GCSE@4; English@4; Maths@5
t_level | Education and Early Years | 2 GCSE@5; 5 GCSE@4; English@4; Maths@4
t_level | Health | 2 GCSE@5; 5 GCSE@4; English@4; Maths@4; 1 GCSE@5
a_level | (general requirement) | 5 GCSE@4; English@4; Maths@4
aaq_btec | (general requirement) | 4 GCSE@4
t_level | (general requirement) | 2 GCSE@5; 5 GCSE@4; English@4; Maths@4
level_2 | (general requirement) | 4 GCSE@3; English@2; Maths@2; Maths@3 or English@3
level_1 | (general requirement) | none
"""


@pytest.mark.official
@pytest.mark.skipif(not FACTS.exists(), reason="the area facts are not beside the checkout")
def test_every_row_of_the_area_facts_gives_this_rule() -> None:
    with (FACTS / "typical_requirements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [line.split(" | ") for line in EXPECTED.strip().splitlines()]
    expected = {(qualification, subject): rule for qualification, subject, rule in lines}
    found = typical_table(rows)
    assert len(found) == 49
    assert found == expected
    for each in rows:
        parts = [general_rule(each)] if each["subject"].startswith("(") else [subject_rule(each)]
        for text in [*parts, found[each["qualification"], each["subject"]]]:
            assert str(parse(text)) == text
