"""The plan's to-dos as a calendar file: known days, reminders for the others, nothing about the learner."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from pathways.plan.sheet import Sheet, ToDo
from pathways.words import say, say_reason

_UID_BYTES = 16


def calendar(sheet: Sheet) -> bytes:
    """An iCalendar file (RFC 5545) with one all-day event for each to-do.

    Where the day itself is not known, the entry is a reminder to find out, and says so. Notes, grades
    and the order of choices stay out.
    """
    made = Calendar()
    made.add("prodid", "-//Pathways//Plan//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", say("CALENDAR_FICTIONAL" if sheet.fictional else "CALENDAR_NAME"))
    for to_do in sheet.to_do:
        day = to_do.on or to_do.remind
        if day is not None:
            made.add_component(_event(to_do, day, sheet))
    return bytes(made.to_ical())


def _event(to_do: ToDo, on: date, sheet: Sheet) -> Event:
    words = say_reason(to_do.what)
    if to_do.on is None:
        words = say("CALENDAR_REMINDER", what=words)
    event = Event()
    event.add("uid", _uid(to_do))
    event.add("dtstamp", datetime.combine(sheet.made_on, time(), UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", say("CALENDAR_MADE_UP", what=words) if sheet.fictional else words)
    event.add("description", _about(to_do))
    if to_do.page_url:
        event.add("url", to_do.page_url)
    event.add("transp", "TRANSPARENT")
    return event


def _about(to_do: ToDo) -> str:
    basis = say(f"CALENDAR_BASIS_{to_do.basis.upper()}" if to_do.on else "CALENDAR_NO_DAY")
    return f"{say_reason(to_do.when)} {basis}" if to_do.on is None else basis


def _uid(to_do: ToDo) -> str:
    """The same for the same to-do on the same day, so that a second file adds nothing twice."""
    parts = (to_do.offer_id, to_do.provider, say_reason(to_do.what), str(to_do.on or to_do.remind))
    digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=_UID_BYTES)
    return f"{digest.hexdigest()}@pathways"
