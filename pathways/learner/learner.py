"""Who is asking: the learner as typed in, before anything is worked out.

This is the edge. Unknown fields are refused by name, and personal ones with
the reason that Pathways does not need them.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Nation = Literal["england", "wales", "scotland", "northern_ireland"]
Status = Literal["actual", "predicted"]


class _Edge(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Result(_Edge):
    """One result as typed: `grade` None means taken but not known yet; "not taken" means not held."""

    subject: str
    qualification: str = "GCSE"
    grade: str | None = None
    status: Status = "actual"
    regulated: bool = True


class Home(_Edge):
    """Where the learner starts from: an English postcode, or none."""

    postcode: str | None = None


class Interests(_Edge):
    """What the learner likes, as answered; `misread` and `meant` are subject ids that correct `text`."""

    ratings: dict[str, int] = Field(default_factory=dict)
    tiles: tuple[str, ...] = ()
    not_for_me: tuple[str, ...] = ()
    text: str = ""
    misread: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()


class Preferences(_Edge):
    """What the learner weighs, in dots from 0 to 5, and where they stand on two sliders from 0 to 1."""

    weights: dict[str, int] = Field(default_factory=dict)
    practical: float | None = Field(default=None, ge=0, le=1)
    coursework: float | None = Field(default=None, ge=0, le=1)


class Needs(_Edge):
    """Facts that change what the law and funding say. Never a term of the order."""

    ehc_plan: bool = False
    cannot_study_assessment: bool = False
    care_leaver: bool = False
    parent: bool = False
    new_to_english: bool = False


class Learner(_Edge):
    """A learner, as in design section 6. Everything but `results` may be left out."""

    start_year: int = Field(default=2027, ge=2026, le=2030)
    age: int | None = Field(default=None, ge=14, le=25)
    nation: Nation = "england"
    results: tuple[Result, ...] = ()
    results_complete: bool | None = None
    home: Home = Home()
    max_minutes: int | None = Field(default=None, ge=5, le=240)
    interests: Interests = Interests()
    riasec: dict[Literal["R", "I", "A", "S", "E", "C"], float] | None = None
    preferences: Preferences = Preferences()
    needs: Needs = Needs()
    goal: str = Field(default="", max_length=100)
    continuing: bool = False
    seed: int = Field(default=0, ge=0)

    @classmethod
    def read(cls, data: dict[str, Any]) -> Learner:
        """A learner from loaded JSON; raises `LearnerError` naming the field that is wrong."""
        from pathways.learner.refusals import refused

        try:
            return cls.model_validate(data)
        except ValueError as error:
            raise refused(error) from error
