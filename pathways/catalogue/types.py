"""What is on offer: provider, site, course, offer, entry rule, each fact with source, year and basis.

These pydantic types are the rows of the tables in `data/areas/<name>/`; they are
checked when a catalogue is built or imported, never per visit.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ProviderKind = Literal[
    "school_sixth_form",
    "independent_school",
    "utc",
    "studio_school",
    "fe_college",
    "land_based_college",
    "sixth_form_college",
    "academy_16_19",
    "free_school_16_19",
    "specialist_college",
    "training_provider",
    "employer",
]
Lane = Literal["school", "college", "work", "fee_paying"]
Route = Literal[
    "a_level",
    "ib",
    "vocational_l3",
    "t_level",
    "v_level",
    "level_2",
    "level_1",
    "entry_level",
    "apprenticeship_l2",
    "apprenticeship_l3",
    "foundation_apprenticeship",
    "supported_internship",
    "re_engagement",
]
OfferBasis = Literal["results", "provider", "register"]
RuleBasis = Literal["published", "typical", "unknown"]
ResultCohort = Literal[
    "a_level",
    "academic",
    "applied_general",
    "tech_level",
    "technical_certificate",
    "english",
    "maths",
    "leavers_all",
    "leavers_level_3",
    "leavers_level_2",
    "leavers_other",
]
"""Students of a kind of course; those without grade 4 in English or maths at 16; leavers by level."""
Confidence = Literal["clear", "partial"]
CoordinateBasis = Literal["postcode", "sector", "outcode", "not_published"]


class Row(BaseModel):
    """A row of a table: frozen, and no column that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Row):
    """Where a fact comes from."""

    source_id: str
    title: str
    publisher: str
    year: str
    licence: str
    attribution: str
    url: str = ""


class Provider(Row):
    """A school, college or training provider. Years say what each group of facts is of."""

    provider_id: str
    urn: str = ""
    ukprn: str = ""
    name: str = Field(min_length=1)
    kind: ProviderKind
    fee_paying: bool = False
    la: str = ""
    la_code: str = ""
    region: str = ""
    gender: Literal["mixed", "girls", "boys", ""] = ""
    selective: Literal["yes", "no", ""] = ""
    religion: str = ""
    age_range: str = ""
    students_16_18: int | None = None
    website: str = ""
    phone: str = ""
    status: str = ""
    note: str = ""
    source_id: str
    year: str


class Site(Row):
    """A place where a provider teaches."""

    site_id: str
    provider_id: str
    name: str
    address: str = ""
    town: str = ""
    postcode: str = ""
    lat: float | None = Field(default=None, ge=49, le=61)
    lon: float | None = Field(default=None, ge=-9, le=3)
    coordinate_basis: CoordinateBasis
    source_id: str


class Course(Row):
    """A qualification in a subject at a level. `size` is in A levels; None when not stated."""

    course_id: str
    route: Route
    qualification: str
    subject: str
    field: str
    level: Literal["E", "1", "2", "3", ""]
    size: float | None = None
    part: Literal["main", "alongside"] = "main"
    official_name: str = ""


class Offer(Row):
    """A course at a site. `entries` is blank where not published or fewer than six."""

    offer_id: str
    site_id: str
    course_id: str
    basis: OfferBasis
    basis_year: str
    title: str = ""
    entries: int | None = Field(default=None, ge=6)
    entries_note: Literal["", "fewer than six", "not published"] = ""
    note: str = ""
    programme_rule_id: str = ""
    subject_rule_id: str = ""
    rule_basis: RuleBasis
    length_years: str = ""
    confidence: Confidence = "clear"
    page_url: str = ""
    source_id: str


class EntryRule(Row):
    """One published or typical requirement, as typed text in the rule form of design section 5."""

    rule_id: str
    provider_id: str = ""
    scope: Literal["programme", "subject"]
    qualification: str
    subject: str
    rule: str
    note: str = ""
    basis: Literal["published", "typical"]
    entry_year: str = ""
    confidence: Confidence = "clear"
    n_providers: int | None = None
    lowest: str = ""
    highest: str = ""
    page_url: str = ""
    source_id: str


class Signpost(Row):
    """A step that exists but is not listed here, with the reason it is shown."""

    signpost_id: str
    route: Route
    lane: Lane
    reason: str
    provider_id: str = ""
    provider_name: str = ""
    place: str = ""
    detail: str = ""
    count: int | None = None
    year: str = ""
    url: str = ""
    source_id: str


class ProviderResult(Row):
    """What happened to one cohort of students in one year; `text` says why there is no number."""

    provider_id: str
    cohort: ResultCohort
    year: str
    measure: str
    value: float | None = None
    text: str = ""
    source_id: str


class Event(Row):
    """An open event, deadline or enrolment day, as a provider published it."""

    provider_id: str = ""
    provider_name: str
    kind: Literal["deadline", "open_event", "enrolment"]
    date: str = ""
    text: str
    page_url: str = ""
    source_id: str


class Note(Row):
    """A fact about a provider that fits no other table."""

    provider_id: str = ""
    topic: str
    entry_year: str = ""
    text: str
    page_url: str = ""
    source_id: str


class LeftOut(Row):
    """An official row that is not an offer of its own, and why."""

    urn: str
    provider: str
    qualification: str
    size: str
    subject: str
    reason: str
    merged_into: str = ""
