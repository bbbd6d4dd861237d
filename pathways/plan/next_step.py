"""What to do about one option on results day: whom to ring, and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.guidance import Option, Options
from pathways.reason import Reason
from pathways.verdicts import CANNOT_START


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do, and how to reach them; phone and website are empty where not published."""

    do: Reason
    provider: str
    phone: str
    website: str
    offer_id: str


def next_steps(option: Option, options: Options) -> tuple[NextStep, ...]:
    """What to do about an option as it stands now, most useful first.

    `options` are the same guidance's, to find the open place that an option not met points to.
    """
    return tuple(_steps(option, options))


def _steps(option: Option, options: Options) -> Iterator[NextStep]:
    instead = _instead(option, options)
    if option.availability.state in CANNOT_START:
        yield _with(option, Reason.of("DAY_CANNOT_START"))
    else:
        yield _with(option, _STEP[option.eligibility.state](option))
    if option.eligibility.state in ("near_miss", "not_yet") and instead is not None:
        yield instead


def _with(option: Option, do: Reason) -> NextStep:
    return NextStep(do, option.provider, option.phone, option.website, option.offer_id)


def _instead(option: Option, options: Options) -> NextStep | None:
    """The nearest open place of the same subject, with its own phone number."""
    near = option.open_instead
    found = options.find(near.offer_id) if near else None
    if near is None or found is None:
        return None
    code = "DAY_INSTEAD" if near.basis == "published" else "DAY_INSTEAD_MAY"
    return _with(found, Reason.of(code, what=near.qualification, provider=near.provider))


def _meets(option: Option) -> Reason:
    if option.lane == "work":
        return Reason.of("DAY_TELL_EMPLOYER")
    published = option.eligibility.basis == "published"
    return Reason.of("DAY_ENROL" if published else "DAY_CHECK_THEN_ENROL")


def _near(option: Option) -> Reason:
    found = option.eligibility
    if len(found.smallest_change) != 1:
        return Reason.of("DAY_RING_NEAR")
    change = found.smallest_change[0]
    code = "DAY_RING_ONE_GRADE" if found.basis == "published" else "DAY_RING_ONE_GRADE_USUAL"
    return Reason.of(code, subject=change.subject, now=change.now, needed=change.needed)


def _ask(option: Option) -> Reason:
    found = option.eligibility
    if found.basis == "unknown":
        return Reason.of("DAY_ASK_WHAT_THEY_NEED")
    missing = any(clause.state == "missing" for clause in found.clauses)
    return Reason.of("DAY_GRADE_MISSING" if missing else "DAY_ASK_A_PERSON")


def _not_yet(option: Option) -> Reason:
    changes = option.eligibility.smallest_change
    if len(changes) != 1:
        return Reason.of("DAY_STEPS_THERE")
    change = changes[0]
    return Reason.of("DAY_ONE_CHANGE", subject=change.subject, now=change.now, needed=change.needed)


_STEP = {"meets": _meets, "near_miss": _near, "ask": _ask, "not_yet": _not_yet}
