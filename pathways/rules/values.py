"""The dated values that the rules read: `value("english_maths/grade_line", on=day)`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from pathways.errors import RuleValueError
from pathways.paths import RULES
from pathways.rules.agreement import check_agreement
from pathways.rules.dated import DatedValue, Reference, Rule
from pathways.rules.files import read_rules


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule of `data/rules`, read and checked once."""
    read = read_rules(RULES)
    check_agreement(read)
    return read


def value(name: str, *, on: date) -> DatedValue:
    """The value of a rule on a day; see `covered` before relying on it for a later year."""
    try:
        return rules()[name].on(on)
    except KeyError:
        raise RuleValueError(
            f'there is no dated value "{name}".', where="data/rules", do="Check the name."
        ) from None


def topic(name: str, *, on: date) -> tuple[DatedValue, ...]:
    """Every value of a topic on a day, in order of name."""
    return tuple(rule.on(on) for rule in rules().values() if rule.topic == name)


@cache
def references() -> Mapping[str, Reference]:
    """Every source by id, for pages that show where a value was read."""
    return {one.id: one for rule in rules().values() for one in rule.references}


def start_day(start_year: int) -> date:
    """The day that stands for a September start."""
    return date(start_year, 9, 1)
