"""Dated values: the right one on each day, and never a silent guess for a day nobody covers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.errors import RuleValueError
from pathways.rules.dated import NOTHING, Basis
from pathways.rules.listing import all_values
from pathways.rules.values import references, rules, value

DAYS = st.dates(date(2000, 1, 1), date(2039, 12, 31))


def test_full_time_and_participation_hours_are_two_values() -> None:
    on = date(2026, 9, 1)
    assert value("english_maths/full_time_hours_16_17", on=on).value == 580
    assert value("participation/full_time_hours", on=on).value == 540


def test_a_year_that_is_not_published_says_so() -> None:
    known = value("english_maths/full_time_hours_16_17", on=date(2027, 7, 31))
    later = value("english_maths/full_time_hours_16_17", on=date(2027, 8, 1))
    assert known.covered
    assert (later.value, later.coverage) == (580, "after")


def test_a_day_before_the_first_value_says_so() -> None:
    assert value("apprenticeships/pay_apprentice", on=date(2026, 3, 31)).coverage == "before"


@pytest.mark.parametrize(("day", "earnings"), [(date(2026, 8, 31), 7400), (date(2026, 9, 1), None)])
def test_free_meals_change_in_september_2026(day: date, earnings: int | None) -> None:
    assert value("support/free_meals", on=day).value.get("earnings_under") == earnings


def test_pay_after_march_2027_is_not_covered() -> None:
    pay = value("apprenticeships/pay_apprentice", on=date(2027, 4, 1))
    assert not pay.covered
    assert pay.beyond_last_checked
    assert pay.period.start == date(2026, 4, 1)


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(RuleValueError, match="no dated value"):
        value("english_maths/nothing", on=date(2026, 9, 1))


@given(DAYS)
def test_every_rule_answers_every_day_and_says_whether_it_covers_it(day: date) -> None:
    for rule in rules().values():
        found = rule.on(day)
        assert found.covered == any(period.holds(day) for period in rule.periods)
        assert found.covered == found.period.holds(day)


@given(st.sampled_from(sorted(rules())))
def test_the_days_on_each_side_of_an_end_are_told_apart(name: str) -> None:
    rule = rules()[name]
    last = rule.periods[-1].end
    if last is not None:
        assert rule.on(last).covered
        assert rule.on(last + timedelta(days=1)).coverage == "after"


def test_the_weakest_trust_is_the_trust_of_the_whole() -> None:
    on = date(2026, 9, 1)
    firm = value("english_maths/grade_line", on=on)
    weak = value("english_maths/taught_hours", on=on)
    assert Basis.of(firm, weak).trust == "secondary"
    assert (Basis.of(firm) | Basis.of(weak)) == Basis.of(firm, weak)
    assert (NOTHING | Basis.of(firm)) == Basis.of(firm)


def test_every_row_of_the_list_names_a_source_and_marks_what_is_not_firm() -> None:
    rows = all_values()
    assert len(rows) >= len(rules())
    assert all(row.source_hrefs and row.source_titles and row.last_checked for row in rows)
    assert {row.trust for row in rows if row.marked} == {"secondary", "unconfirmed", "changing"}
    assert {row.trust for row in rows if not row.marked} == {"official", "reported"}


def test_every_source_id_has_one_page() -> None:
    used = {one for rule in rules().values() for one in rule.on(date(2026, 9, 1)).source_ids}
    assert used == set(references())
