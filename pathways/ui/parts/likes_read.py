"""What the core makes of what a learner likes, asked for a page: no widget, nothing drawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

import numpy as np

from pathways.learner.learner import Interests
from pathways.matching.interests.fit import Fit
from pathways.matching.interests.likes import Likes, likes
from pathways.matching.interests.load import deck, scoring, subjects, text_model, tiles
from pathways.matching.interests.nearest import FieldGroup, breadth, nearest, surprise
from pathways.matching.interests.reading import Reading
from pathways.matching.interests.shape import Shape, profile_shape
from pathways.matching.interests.subjects import UNMAPPED
from pathways.matching.interests.why import likeness, why
from pathways.reason import Reason
from pathways.ui import state


@dataclass(frozen=True, slots=True)
class Ideas:
    """The shape, and subjects in groups; `broad` when nothing said which are nearer."""

    likes: Likes
    shape: Shape
    groups: tuple[FieldGroup, ...]
    broad: bool
    surprise: int | None

    @property
    def fit(self) -> Fit:
        """How near every subject is."""
        return self.likes.fit


def ideas(interests: Interests, *, seed: int, surprises: int) -> Ideas:
    """Read interests and choose what to show; the `surprises`-th surprise, none at 0."""
    found = likes(
        interests, deck=deck(), tiles=tiles(), subjects=subjects(), scoring=scoring(), read=read
    )
    shape = profile_shape(
        found.riasec, scoring=scoring(), lowest=deck().lowest, highest=deck().highest
    )
    picked = not np.isnan(found.fit.favourite).all()
    shaped = not shape.flat and not np.isnan(found.fit.r).all()
    broad = not (picked or shaped)
    groups = (
        _without(found.fit, breadth(subjects(), seed=seed))
        if broad
        else nearest(found.fit, subjects(), seed=seed)
    )
    outside = surprise(found.fit, subjects(), seed=seed, count=len(subjects().ids))
    drawn = outside[(surprises - 1) % len(outside)] if surprises and outside else None
    return Ideas(found, shape, groups, broad, drawn)


def _without(fit: Fit, groups: tuple[FieldGroup, ...]) -> tuple[FieldGroup, ...]:
    """The groups without subjects that are not for this learner."""
    kept = (
        FieldGroup(group.field, tuple(row for row in group.rows if fit.against[row] == 0))
        for group in groups
    )
    return tuple(group for group in kept if group.rows)


def because(row: int, found: Ideas, interests: Interests) -> tuple[Reason, ...]:
    """Why one subject is shown: how near, what was picked, read or meant, and what speaks against.

    That a shape is not near is left to what speaks against, since something else brought it here.
    """
    meant = subjects().ids[row] in interests.meant
    reasons = why(
        row,
        found.fit,
        subjects(),
        riasec=found.likes.riasec,
        tiles=tiles(),
        scoring=scoring(),
        chosen=interests.tiles,
        not_for_me=interests.not_for_me,
        words=found.likes.reading.words_of(),
    )
    near = likeness(found.fit.r[row], scoring=scoring())
    said = (near,) if near and near.code != "LIKENESS_SOME" else ()
    told = (Reason.of("UI_LIKES_MEANT_WHY", subject=subjects().names[row]),) if meant else ()
    return (*said, *told, *reasons)


def in_catalogue(row: int, choices: Collection[str], *, subject: str, field: str) -> list[str]:
    """The filter choices that stand for one subject: its own names, or its field if it has none.

    `choices` are those of the filter, `subject` and `field` the starts that tell the two apart.
    """
    names = [choice.removeprefix(subject) for choice in choices if choice.startswith(subject)]
    rows = subjects().rows(names)
    own = [subject + name for name, at in zip(names, rows.tolist(), strict=True) if at == row]
    whole = field + subjects().fields[row]
    return own or ([whole] if row != UNMAPPED and whole in choices else [])


def read(text: str) -> Reading:
    """What a text is read as, worked out once for each text."""
    kept = state.remembered("reading", text)
    if kept is None:
        kept = text_model().read(text)
        state.remember("reading", text, kept)
    return cast(Reading, kept)
