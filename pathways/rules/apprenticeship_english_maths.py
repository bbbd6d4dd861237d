"""English and maths in an apprenticeship: by age at the original start and by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.reason import Reason
from pathways.rules.dated import Basis
from pathways.rules.prior import SPOKEN, Prior, Subject
from pathways.rules.values import start_day, value

Rule = Literal["met", "achieve_level_2", "level_1_then_level_2", "study_only", "optional", "review"]
AgeRule = Literal["16-18", "19+"]


@dataclass(frozen=True, slots=True)
class ApprenticeRuling:
    """What an apprentice does in one subject. `needed_to_finish` is None where a person decides."""

    rule: Rule
    age_rule: AgeRule
    needed_to_finish: bool | None
    because: tuple[Reason, ...]
    basis: Basis


def age_rule(age: int, *, start_year: int) -> AgeRule:
    """The age rule, by age at the original start: a birthday or a break later changes nothing."""
    adult = value("apprenticeships/adult_age", on=start_day(start_year)).value
    return "19+" if age >= adult else "16-18"


def apprentice_ruling(
    subject: Subject,
    prior: Prior,
    *,
    kind: str,
    age: int,
    start_year: int,
    ehc_plan: bool = False,
) -> ApprenticeRuling:
    """The rule for one subject; `kind` is a route, `age` is at the original start."""
    on = start_day(start_year)
    spoken = SPOKEN[subject]
    group = age_rule(age, start_year=start_year)
    adult = value("apprenticeships/adult_age", on=on)

    def ruling(rule: Rule, needed: bool | None, basis: Basis, *because: Reason) -> ApprenticeRuling:
        return ApprenticeRuling(rule, group, needed, because, Basis.of(adult) | basis)

    if prior.accepted or _has_level_2_from_skills(prior):
        reason = Reason.of("APPRENTICE_LEVEL_2_HELD", subject=spoken)
        return ruling("met", False, prior.basis, reason)
    if group == "19+":
        optional = value("apprenticeships/english_maths_19_plus", on=on)
        reason = Reason.of("APPRENTICE_19_OPTIONAL", subject=spoken)
        return ruling("optional", False, Basis.of(optional), reason)
    if kind == "foundation_apprenticeship":
        study = value("apprenticeships/english_maths_foundation", on=on)
        reason = Reason.of("FOUNDATION_APPRENTICE_STUDIES", subject=spoken)
        return ruling("study_only", False, Basis.of(study), reason)
    if prior.not_known or prior.unclear:
        return ruling("review", None, prior.basis, *(prior.not_known or prior.unclear))
    table = value("apprenticeships/english_maths_16_18", on=on)
    exit_rule = value("apprenticeships/exit_requirement_16_18", on=on)
    if table.value[kind] == "achieve_level_2":
        reason = Reason.of("APPRENTICE_ACHIEVES_LEVEL_2", subject=spoken)
        return ruling("achieve_level_2", True, Basis.of(exit_rule), *_reasons(reason, ehc_plan))
    months = value("apprenticeships/level_2_months_before_gateway", on=on)
    reason = Reason.of("APPRENTICE_LEVEL_1_THEN_LEVEL_2", subject=spoken, months=int(months.value))
    basis = Basis.of(table, months)
    return ruling("level_1_then_level_2", True, basis, *_reasons(reason, ehc_plan))


def _has_level_2_from_skills(prior: Prior) -> bool:
    """Functional Skills level 2 is level 2, whatever the GCSE grade: the level is asked for."""
    return prior.functional_skills


def _reasons(reason: Reason, ehc_plan: bool) -> tuple[Reason, ...]:
    adjusted = (Reason.of("APPRENTICE_ADJUSTED_MINIMUM"),) if ehc_plan else ()
    return (reason, *adjusted, Reason.of("CHECK_APPRENTICESHIP_RULES"))
