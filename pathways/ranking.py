"""All offers ranked for one learner: the one place where a catalogue is turned into what matching may see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import Index
from pathways.duplicates import listed_once
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.learner.record import Record
from pathways.matching.course_facts import CourseFacts, course_facts
from pathways.matching.interests import load
from pathways.matching.interests.likes import likes
from pathways.matching.interests.reading import Reading
from pathways.matching.interests.subjects import gather
from pathways.matching.order import Orderable, order
from pathways.matching.reference import reference
from pathways.matching.robust import nearby
from pathways.matching.score import Scored, score
from pathways.matching.table import Courses, Floats, Table
from pathways.matching.weighing import weighing
from pathways.travel import Journeys, travel
from pathways.verdicts import Verdicts, verdicts


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """What was worked out for every offer at once; `rows` are all main offers in order.

    `weightings` are those near to the learner's own, for saying how steady a group is.
    """

    record: Record
    journeys: Journeys
    verdict: Verdicts
    scored: Scored
    weightings: Floats
    rows: npt.NDArray[np.int64]


def ranking(learner: Learner, index: Index) -> Ranking:
    """Check, weigh and order every offer; raises `InputError` if something typed cannot be read."""
    record = read_record(learner)
    journeys = travel(index, learner)
    verdict = verdicts(index, record, learner)
    anchors = reference().anchors
    weighs = weighing(learner, record, anchors)
    courses, facts = courses_of(index)
    seen = Table(
        courses, _interest(learner, index), index.course_of, journeys.minutes.astype(float)
    )
    scored = score(seen, facts, weighs, anchors)
    rows = order(Orderable(verdict.state, scored.band, index.digest), learner.seed)
    return Ranking(
        record=record,
        journeys=journeys,
        verdict=verdict,
        scored=scored,
        weightings=nearby(weighs.dots, anchors, random=np.random.default_rng(learner.seed)),
        rows=rows[(index.main & listed_once(index))[rows]],
    )


@lru_cache(maxsize=4)
def courses_of(index: Index) -> tuple[Courses, CourseFacts]:
    """The distinct courses of a catalogue and what the reference says of them, once for all sessions."""
    table = index.tables["courses"]
    subject, field, route, qualification = (
        tuple(table[name][row] for row in range(len(table)))
        for name in ("subject", "field", "route", "qualification")
    )
    courses = Courses(subject, field, route, qualification)
    return courses, course_facts(courses, reference())


@lru_cache(maxsize=4)
def _subject_rows(index: Index) -> npt.NDArray[np.int64]:
    return load.subjects().rows(courses_of(index)[0].subject)


def _interest(learner: Learner, index: Index) -> Floats:
    found = likes(
        learner.interests,
        learner.riasec,  # type: ignore[arg-type]
        deck=load.deck(),
        tiles=load.tiles(),
        subjects=load.subjects(),
        scoring=load.scoring(),
        read=_read,
    )
    return gather(found.fit.value, _subject_rows(index))


def _read(text: str) -> Reading:
    return load.text_model().read(text)
