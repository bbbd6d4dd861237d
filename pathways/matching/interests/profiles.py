"""Interest profiles of subjects and routes, derived from the ratings of the jobs they lead to.

Method (facts/science.md A6): each subject has three to eight anchor jobs. Its profile is the plain
mean of their six ratings; its cohesion is the mean correlation between every two of them; z puts
each type on the mean and standard deviation over all subjects (routes among routes).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from pathways.errors import SourceError
from pathways.matching.interests.riasec import TYPES, Floats
from pathways.matching.interests.subjects import Kind

HEADER = ("kind", "profile", "n_anchor", "cohesion", *TYPES, *(f"z{t}" for t in TYPES))


@dataclass(frozen=True, slots=True)
class Profile:
    """One subject or route: raw mean ratings (1 to 7), cohesion (-1 to 1), z across its kind."""

    kind: Kind
    name: str
    n_anchor: int
    cohesion: float
    raw: tuple[float, ...]
    z: tuple[float, ...]


def anchors_by_kind(
    anchors: Mapping[str, Mapping[str, Sequence[str]]],
) -> dict[Kind, dict[str, tuple[str, ...]]]:
    """Anchor job titles of each subject, and of each route as the union over what it names."""
    subjects = {name: tuple(titles) for name, titles in anchors["subjects"].items()}
    routes: dict[str, tuple[str, ...]] = {}
    for name, parts in anchors["routes"].items():
        titles: list[str] = []
        for part in parts:
            titles += [part.removeprefix("X:")] if part.startswith("X:") else subjects[part]
        routes[name] = tuple(dict.fromkeys(titles))
    return {"subject": subjects, "route": routes}


def build_profiles(ratings_csv: str, anchors_json: str) -> tuple[Profile, ...]:
    """Profiles from the text of the two files, in the order of the anchors; subjects, then routes.

    `ratings_csv` has columns R, I, A, S, E, C and Title. Raises `SourceError` naming a job that
    has no rating.
    """
    ratings = read_ratings(ratings_csv)
    built: list[Profile] = []
    for kind, owners in anchors_by_kind(json.loads(anchors_json)).items():
        jobs = [_rated(name, titles, ratings) for name, titles in owners.items()]
        raw = np.array([rated.mean(axis=0) for rated in jobs])
        z = standardise(raw)
        built += [
            Profile(kind, name, len(rated), cohesion(rated), tuple(raw[i]), tuple(z[i]))
            for i, (name, rated) in enumerate(zip(owners, jobs, strict=True))
        ]
    return tuple(built)


def read_ratings(ratings_csv: str) -> dict[str, Floats]:
    """Job title to its six ratings, from the text of the ratings file."""
    rows = csv.DictReader(io.StringIO(ratings_csv))
    missing = {"Title", *TYPES} - set(rows.fieldnames or ())
    if missing:
        raise SourceError(
            f"the columns {', '.join(sorted(missing))} are missing.",
            where="job ratings",
            do="Use the file with columns R, I, A, S, E, C and Title.",
        )
    return {row["Title"]: np.array([float(row[t]) for t in TYPES]) for row in rows}


def standardise(raw: Floats) -> Floats:
    """Each column on its own mean and (population) standard deviation; 0 where all are alike."""
    spread = raw.std(axis=0)
    z: Floats = (raw - raw.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    return z


def cohesion(rated: Floats) -> float:
    """Mean correlation between every two rows; 1 where there is one row."""
    if len(rated) < 2:
        return 1.0
    pairs = combinations(rated, 2)
    return float(np.mean([np.corrcoef(a, b)[0, 1] for a, b in pairs]))


def to_csv(profiles: Sequence[Profile]) -> str:
    """The compact table that ships: raw ratings and z, three decimals, lines end in a line feed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for p in profiles:
        numbers = (f"{value + 0.0:.3f}" for value in (*p.raw, *p.z))
        writer.writerow([p.kind, p.name, p.n_anchor, f"{p.cohesion:.3f}", *numbers])
    return out.getvalue()


def from_csv(text: str) -> tuple[Profile, ...]:
    """Profiles from the text of the shipped table."""
    rows = csv.reader(io.StringIO(text))
    if tuple(next(rows, ())) != HEADER:
        raise SourceError(
            "the columns are not the ones expected.",
            where="subject_profiles.csv",
            do="Build it again: python -m pathways model profiles-build.",
        )
    return tuple(
        Profile(
            "route" if row[0] == "route" else "subject",
            row[1],
            int(row[2]),
            float(row[3]),
            tuple(map(float, row[4:10])),
            tuple(map(float, row[10:16])),
        )
        for row in rows
    )


def _rated(name: str, titles: Sequence[str], ratings: Mapping[str, Floats]) -> Floats:
    unknown = [title for title in titles if title not in ratings]
    if unknown:
        raise SourceError(
            f"the job {unknown[0]!r} has no ratings.",
            where=f"anchors of {name}",
            do="Use a title that is in the ratings file.",
        )
    return np.array([ratings[title] for title in titles])
