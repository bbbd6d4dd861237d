"""The plan code: a whole plan inside a short text, so that nothing is kept on a server.

The first byte says the version and what follows; an area and each offer are short hashes of their
ids, which mean something to a catalogue alone. The layout is in docs/plan.md.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pathways.errors import PlanCodeError
from pathways.plan.packed_results import pack_results, read_results
from pathways.plan.packing import (
    Reader,
    by_hash,
    deflated,
    inflated,
    short_hash,
    text,
)
from pathways.plan.plan import MOST, NOTE_LONGEST, NOTES_LONGEST, Choice, Plan
from pathways.plan.symbols import damaged, from_symbols, grouped, to_symbols

VERSION = 1
LONGEST = 1_000
"""Characters of the longest code, so that its QR code can be read from a screen."""
OFFER, AREA = 5, 3
"""Bytes that stand for an offer and for an area."""
_DEFLATED, _NOTES, _YEAR, _RESULTS = 1, 2, 4, 8
_FIRST_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Restored:
    """A plan from its code. `gone` has one entry for each saved option that the catalogue no longer
    has, in order: the note that was beside it, "" where there was none."""

    plan: Plan
    gone: tuple[str, ...] = ()


def encode(plan: Plan, offer_ids: Collection[str]) -> str:
    """The code of a plan; `offer_ids` are all offers of its area, such as `catalogue.index.offer_row`.

    Nothing is left out to make it fit: raises `PlanCodeError` when there are too many options, a note
    or all notes are too long, or the grades do not fit beside them.
    """
    _check(plan)
    known = by_hash(offer_ids, OFFER)
    for choice in plan.choices:
        if known.get(short_hash(choice.offer_id, OFFER), choice.offer_id) != choice.offer_id:
            raise _unfit("take one option out, because its code is the same as another's")
    body, holds = _body(plan)
    smaller = deflated(body)
    if len(smaller) < len(body):
        body, holds = smaller, holds | _DEFLATED
    code = grouped(to_symbols(bytes([VERSION << 4 | holds]) + body))
    if len(code) > LONGEST:
        raise _unfit("make your notes shorter, or leave your grades out")
    return code


def decode(code: str, offer_ids: Collection[str], *, area: str) -> Restored:
    """The plan of a code, seen in one area; raises `PlanCodeError` and nothing else."""
    holds, reader = _open(code)
    if reader.take(AREA) != short_hash(area, AREA):
        raise _elsewhere()
    year = _FIRST_YEAR + reader.byte() if holds & _YEAR else None
    count = reader.byte()
    if count > MOST:
        raise damaged()
    known = by_hash(offer_ids, OFFER)
    offers = [known.get(reader.take(OFFER)) for _ in range(count)]
    notes = [reader.text() for _ in range(count)] if holds & _NOTES else [""] * count
    results = read_results(reader) if holds & _RESULTS else ()
    reader.close()
    if _too_long(notes):
        raise damaged()
    pairs = list(zip(offers, notes, strict=True))
    choices = tuple(Choice(offer, note) for offer, note in pairs if offer is not None)
    gone = tuple(note for offer, note in pairs if offer is None)
    return Restored(Plan(area, choices, results, year), gone)


def area_of(code: str, areas: Collection[str]) -> str:
    """Which of these areas a code is for; raises `PlanCodeError` when it is none of them."""
    _, reader = _open(code)
    area = by_hash(areas, AREA).get(reader.take(AREA))
    if area is None:
        raise _elsewhere()
    return area


def _body(plan: Plan) -> tuple[bytes, int]:
    """Everything but the first byte, and the marks of what it holds."""
    holds, parts = 0, [short_hash(plan.area, AREA)]
    if plan.start_year is not None:
        holds |= _YEAR
        parts.append(bytes([plan.start_year - _FIRST_YEAR]))
    parts.append(bytes([len(plan.choices)]))
    parts += [short_hash(choice.offer_id, OFFER) for choice in plan.choices]
    if any(choice.note for choice in plan.choices):
        holds |= _NOTES
        parts += [text(choice.note) for choice in plan.choices]
    if plan.results:
        holds |= _RESULTS
        parts.append(pack_results(plan.results))
    return b"".join(parts), holds


def _open(code: str) -> tuple[int, Reader]:
    """What a code holds and a reader of it, once its checksum, version and size are right."""
    data = from_symbols(code)
    version, holds = data[0] >> 4, data[0] & 15
    if version > VERSION:
        raise PlanCodeError("Please reload this page: the plan code is from a newer Pathways.")
    if version < VERSION:
        raise PlanCodeError(
            "Please save your options again: the plan code is too old to be read here."
        )
    return holds, Reader(inflated(data[1:]) if holds & _DEFLATED else data[1:])


def _check(plan: Plan) -> None:
    if len(plan.choices) > MOST:
        raise _unfit(f"keep {MOST} options or fewer")
    if plan.start_year is not None and not _FIRST_YEAR <= plan.start_year < _FIRST_YEAR + 256:
        raise _unfit("choose another start year")
    if too_long := _too_long([choice.note for choice in plan.choices]):
        raise _unfit(too_long)


def _too_long(notes: list[str]) -> str:
    """What to do about notes that are longer than a plan holds; "" when they fit."""
    if any(len(note) > NOTE_LONGEST for note in notes):
        return f"keep each note to {NOTE_LONGEST} letters"
    if sum(len(note.encode(errors="replace")) for note in notes) > NOTES_LONGEST:
        return f"keep your notes to about {NOTES_LONGEST} letters in all"
    return ""


def _unfit(do: str) -> PlanCodeError:
    return PlanCodeError(f"Please {do}, so that your plan fits into its code.")


def _elsewhere() -> PlanCodeError:
    return PlanCodeError("Please open this plan in the area it was made for: it is from another.")
