"""What ships for interests, read once and never changed: cards, tiles, subjects, scoring."""

from __future__ import annotations

import csv
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml

from pathways.errors import SourceError
from pathways.matching.interests.cards import Card, Deck
from pathways.matching.interests.profiles import from_csv
from pathways.matching.interests.riasec import Floats
from pathways.matching.interests.scoring import Scoring
from pathways.matching.interests.subjects import Subjects, tidy
from pathways.matching.interests.tiles import Tile, Tiles
from pathways.paths import REFERENCE

if TYPE_CHECKING:
    from pathways.matching.interests.text_model import TextModel

FOLDER = REFERENCE / "interests"


@cache
def deck() -> Deck:
    """The interest cards."""
    data = _yaml("cards.yaml")
    cards = (
        Card(c["id"], c["type"], c["text"], c["stereotyped"], c["after"]) for c in data["cards"]
    )
    scale = data["scale"]
    return Deck(tuple(cards), scale["lowest"], scale["highest"], data["attribution"])


@cache
def tiles() -> Tiles:
    """The tiles of fields and subjects."""
    data = _yaml("tiles.yaml")
    return Tiles(
        tuple(Tile(t["id"], t["kind"], t["label"]) for t in data["tiles"]), data["pick_up_to"]
    )


@cache
def scoring() -> Scoring:
    """The numbers that scoring rests on."""
    values = _yaml("scoring.yaml")
    return Scoring(**{name: values[name] for name in Scoring.__dataclass_fields__})


@cache
def subjects() -> Subjects:
    """Subjects and routes with their profiles, tiles and catalogue names."""
    rows = _rows("subjects.csv")
    profiles = {(p.kind, p.name): p for p in from_csv(_text("subject_profiles.csv"))}
    found = [
        profiles.get(("subject", row["profile"])) or profiles.get(("route", row["profile"]))
        if row["kind"] == "subject"
        else profiles.get(("route", row["profile"]))
        for row in rows
    ]
    for row, profile in zip(rows, found, strict=True):
        if row["profile"] and profile is None:
            raise SourceError(
                f"there is no profile called {row['profile']!r}.",
                where=f"subjects.csv, {row['id']}",
                do="Use a name of subject_profiles.csv, or leave it empty.",
            )
    ids = tuple(row["id"] for row in rows)
    return Subjects(
        ids=ids,
        names=tuple(row["name"] for row in rows),
        fields=tuple(row["field"] for row in rows),
        kinds=tuple("route" if row["kind"] == "route" else "subject" for row in rows),
        tiles=tuple(tuple(row["tiles"].split()) for row in rows),
        z=_frozen([p.z if p else (np.nan,) * 6 for p in found]),
        cohesion=_frozen([p.cohesion if p else 0.0 for p in found]),
        aliases=MappingProxyType(_aliases(rows, ids)),
    )


def texts() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each subject, our description and its everyday words."""
    return {
        subject: (text["about"], tuple(w.strip() for w in text["words"].split(",")))
        for subject, text in _yaml("subject_texts.yaml").items()
    }


def job_categories() -> dict[str, list[str]]:
    """The fields or subjects of each official job category, for measuring the text model."""
    categories: dict[str, list[str]] = _yaml("job_categories.yaml")
    return categories


def _aliases(rows: list[dict[str, str]], ids: tuple[str, ...]) -> dict[str, int]:
    own = {
        tidy(name): place
        for place, row in reversed(list(enumerate(rows)))
        for name in (row["profile"], row["name"])
        if name
    }
    listed = {tidy(a["catalogue_subject"]): ids.index(a["id"]) for a in _rows("aliases.csv")}
    return own | listed


def _frozen(values: Any) -> Floats:
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def _text(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _yaml(name: str) -> Any:
    return yaml.safe_load(_text(name))


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(name).splitlines()))


@cache
def text_model() -> TextModel:
    """The text model, built from our descriptions on first use (time in docs/interests.md)."""
    # scikit-learn is slow to import and few visits need it.
    from pathways.matching.interests.text_model import TextModel

    return TextModel(texts())
