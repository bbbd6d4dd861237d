"""The calendar file: read back, it holds the days of the sheet and nothing about the learner."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from pathways.answers import EnglishMaths, SubjectStatus
from pathways.learner.learner import Result
from pathways.plan.calendar import calendar
from pathways.plan.sheet import Sheet, ToDo
from pathways.reason import Reason
from pathways.words import say_reason

DAY = date(2026, 12, 3)
VISIT = ToDo(
    what=Reason.of("TODO_OPEN_EVENT", provider="Example School", about="Open evening"),
    on=DAY,
    when=Reason.of("WHEN_DAY", date="3 December 2026"),
    basis="published",
    provider="Example School",
    offer_id="one",
    page_url="https://example.org/open?a=1;b=2",
    source_id="provider-pages",
)
APPLY = replace(
    VISIT, what=Reason.of("TODO_DEADLINE", provider="Example School", about="noon"), page_url=""
)
SEASON = replace(
    VISIT,
    on=None,
    remind=date(2027, 1, 9),
    basis="usual",
    when=Reason.of("WHEN_USUALLY", first="October", last="May"),
)
SHEET = Sheet(
    chosen=(),
    to_do=(VISIT, APPLY, SEASON),
    advice=(),
    english_maths=EnglishMaths(SubjectStatus("met"), SubjectStatus("met")),
    results=(Result(subject="Maths", grade="Distinction"),),
    gone=(),
    area="Exampleshire",
    fictional=False,
    catalogue="example 1",
    made_on=date(2026, 11, 22),
)


def read(sheet: Sheet) -> list[dict[str, object]]:
    events = Calendar.from_ical(calendar(sheet)).walk("VEVENT")
    return [
        {
            "what": str(event["summary"]),
            "on": event["dtstart"].dt,
            "ends": event["dtend"].dt,
            "stamp": event["dtstamp"].dt,
            "uid": str(event["uid"]),
            "url": str(event.get("url", "")),
        }
        for event in events
    ]


def test_every_to_do_of_the_sheet_is_there_and_a_season_is_a_reminder() -> None:
    assert [(one["what"], one["on"]) for one in read(SHEET)] == [
        (say_reason(VISIT.what), DAY),
        (say_reason(APPLY.what), DAY),
        (f"Reminder: {say_reason(SEASON.what)}", date(2027, 1, 9)),
    ]
    assert b"Usually between October and May." in calendar(SHEET).replace(b"\r\n ", b"")


def test_days_are_whole_days() -> None:
    one = read(SHEET)[0]
    assert type(one["on"]) is date
    assert one["ends"] == DAY + timedelta(days=1)


def test_the_page_of_a_day_is_one_tap_away() -> None:
    assert [one["url"] for one in read(SHEET)] == [
        "https://example.org/open?a=1;b=2",
        "",
        "https://example.org/open?a=1;b=2",
    ]


def test_the_same_plan_gives_the_same_file() -> None:
    assert calendar(SHEET) == calendar(SHEET)
    assert {one["stamp"] for one in read(SHEET)} == {datetime(2026, 11, 22, tzinfo=UTC)}


def test_a_to_do_keeps_its_id_on_another_day_and_two_to_dos_never_share_one() -> None:
    later = replace(SHEET, made_on=date(2026, 12, 1))
    assert [one["uid"] for one in read(SHEET)] == [one["uid"] for one in read(later)]
    assert len({one["uid"] for one in read(SHEET)}) == 3
    moved = replace(SHEET, to_do=(replace(VISIT, on=date(2026, 12, 4)),))
    assert read(moved)[0]["uid"] != read(SHEET)[0]["uid"]


def test_nothing_about_the_learner_is_in_it() -> None:
    assert b"Distinction" not in calendar(SHEET)
    assert calendar(SHEET) == calendar(replace(SHEET, results=()))


def test_a_made_up_area_is_marked_in_every_entry() -> None:
    fictional = replace(SHEET, fictional=True)
    assert all(str(one["what"]).startswith("Made up, for training:") for one in read(fictional))
    assert b"made-up training area" in calendar(fictional)


def test_a_sheet_without_days_is_a_calendar_without_events() -> None:
    assert read(replace(SHEET, to_do=(replace(SEASON, remind=None),))) == []


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=200))
@settings(max_examples=60)
def test_any_words_survive_escaping_and_folding(about: str) -> None:
    what = Reason.of("TODO_OPEN_EVENT", provider="Example, Sons; & Co", about=f"x{about}x")
    sheet = replace(SHEET, to_do=(replace(VISIT, what=what),))
    made = calendar(sheet)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert [one["what"] for one in read(sheet)] == [say_reason(what)]
