"""My routes: ways up for every learner, the goal, the training area, and the words of all of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from streamlit.testing.v1 import AppTest
from visitor import filled, go, html, open_app, press, tap, text

from pathways.paths import ROOT
from pathways.words.reading_age import reading_age

PAGES = ("start", "results", "likes", "options", "routes", "option", "data", "rules", "worth")
LABEL = "Fictional training area:"


def ones() -> AppTest:
    app = open_app("results")
    app.pills(key="usual_subjects").set_value(["Geography"]).run()
    for subject in ("English Language", "English Literature", "Maths", "Geography"):
        tap(app, subject, "1")
    return app


def newly_arrived() -> AppTest:
    app = open_app("results")
    app.checkbox(key="complete").check().run()
    return app.checkbox(key="new_to_english").check().run()


def with_a_plan() -> AppTest:
    app = filled(english="2", maths="1")
    return app.checkbox(key="ehc_plan").check().run()


LEARNERS = {
    "english 3 and maths 2": lambda: filled(english="3", maths="2"),
    "all grade 1s": ones,
    "newly arrived": newly_arrived,
    "EHC plan": with_a_plan,
}


@pytest.fixture(params=LEARNERS, ids=str)
def routes(request: pytest.FixtureRequest) -> AppTest:
    return go(LEARNERS[request.param](), "routes")


def way_titles(app: AppTest) -> list[str]:
    return re.findall(r'<div class="pw-way".*?<h2>(.*?)</h2>', html(app), re.DOTALL)


def stops(app: AppTest) -> list[str]:
    return re.findall(r'<div class="pw-stop">.*?</details></div>', html(app), re.DOTALL)


def test_every_learner_sees_three_ways_and_can_ask_for_the_rest(routes: AppTest) -> None:
    assert not routes.exception
    assert html(routes).count("<h1>") == 1
    assert len(way_titles(routes)) == 3
    more = [button for button in routes.button if button.key == "more-ways"]
    if more:
        more[0].click().run()
        assert len(way_titles(routes)) > 3


def test_every_first_step_names_a_course_or_somebody_to_ask(routes: AppTest) -> None:
    firsts = [e for e in routes.expander if e.label.startswith("Who") and e.proto.expanded]
    assert len(firsts) == 3
    for first in firsts:
        named = first.get("page_link") or re.findall(r"<li>", first.get("html")[0].proto.body)
        assert named


def test_every_step_says_when_how_long_and_what_it_gives(routes: AppTest) -> None:
    assert len(stops(routes)) >= 4
    for stop in stops(routes):
        assert re.search(r"Step \d, from about age \d\d", stop)
        assert '<p class="pw-long">' in stop
        for title in ("What it asks", "Of 100 who start", "Where we read this"):
            assert f"<h4>{title}</h4>" in stop


def test_english_and_maths_stand_apart_on_every_step_that_has_them(routes: AppTest) -> None:
    tracks = re.findall(r'<ul class="pw-tracks".*?</ul>', html(routes))
    assert tracks
    for track in tracks:
        assert re.search(r'pw-track-english">English: .*pw-track-maths">Maths: ', track)


def test_a_job_says_its_pay(routes: AppTest) -> None:
    for stop in stops(routes):
        paid = "at work</p>" in stop and "Supported internship" not in stop
        assert ("an hour" in stop) == paid


def test_each_way_has_a_text_version(routes: AppTest) -> None:
    assert html(routes).count("as plain text</summary>") == 3
    assert "Step 1 of " in html(routes)


def test_progress_comes_first_for_a_1_and_grade_4_first_for_a_3() -> None:
    page = html(go(filled(english="3", maths="1"), "routes"))
    english, maths = page.split("<h3>Maths</h3>")[0], page.split("<h3>Maths</h3>")[1]
    assert "about 35 had grade 4 or above" in english.split("<figure>")[0]
    assert "had a higher result" in maths.split("<figure>")[0]
    assert "2024/25" in page
    assert "not a prediction about you" in page


def test_both_grades_held_shows_no_odds_and_no_grade_4_to_open() -> None:
    app = go(filled(), "routes")
    assert "what happened to others" not in text(app)
    assert "What a grade 4 would open" not in [header.value for header in app.header]


def test_someone_new_to_english_is_shown_an_english_course_first() -> None:
    assert "another first language" in way_titles(go(newly_arrived(), "routes"))[0]


def test_a_plan_opens_a_supported_internship() -> None:
    app = go(with_a_plan(), "routes")
    for button in [b for b in app.button if b.key == "more-ways"]:
        button.click().run()
    assert "Supported internship" in html(app)


def test_no_results_at_all_can_go_on_when_said_to_be_everything() -> None:
    app = press(newly_arrived(), "See my options")
    assert "Please check" not in html(app)


def test_a_named_job_leads_the_ways() -> None:
    app = go(filled(english="3", maths="2"), "routes")
    app.selectbox(key="goal").set_value("electrician").run()
    assert "usual way to become: electrician" in html(app)
    assert app.selectbox(key="goal").value == "electrician"
    assert "usual way to become: electrician" in html(go(go(app, "options"), "routes"))


def typed(words: str) -> AppTest:
    """My routes with a goal that is on no list.

    AppTest can choose from the list alone, so the words are put in before the page is drawn; what a
    tap on a nearest job does is tested in a browser.
    """
    app = filled(english="3", maths="2")
    app.session_state["goal"] = words
    return go(app, "routes")


def test_a_mistyped_job_offers_the_nearest_and_still_shows_ways() -> None:
    app = typed("nurze")
    assert "We do not have “nurze” on our list. Did you mean one of these?" in html(app)
    assert "near-nurse" in [button.key for button in app.button]
    assert len(way_titles(app)) == 3


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "zzzz", "x" * 300])
def test_any_typed_goal_is_answered_and_shown_as_text(words: str) -> None:
    app = typed(words)
    assert not app.exception
    assert "We do not have" in html(app)
    assert "<script" not in html(app)
    assert len(way_titles(app)) == 3


def test_not_knowing_yet_keeps_many_jobs_open() -> None:
    app = go(filled(english="3", maths="2"), "routes")
    app.selectbox(key="goal").set_value("?").run()
    assert "You do not need to know yet" in html(app)
    assert "We do not have" not in html(app)


def test_a_field_alone_leads_the_ways_and_leaves_the_options_unfiltered() -> None:
    app = go(filled(english="3", maths="2"), "routes")
    app.selectbox(key="goal_field").set_value("Construction").run()
    assert len(way_titles(app)) == 3
    assert "Your filters hide" not in text(go(app, "options"))


def test_my_options_leads_here_without_grade_4_and_with_few_options() -> None:
    assert "more than one way" in html(go(filled(english="3", maths="5"), "options"))
    assert "more than one way" not in html(go(filled(english="9", maths="9"), "options"))


def in_training() -> AppTest:
    return press(open_app(), "Open the training area")


@pytest.mark.parametrize("page", PAGES)
def test_the_training_area_is_labelled_on_every_page(page: str) -> None:
    app = go(in_training(), page) if page != "start" else in_training()
    assert not app.exception
    assert html(app).count(LABEL) == 1
    assert LABEL not in html(go(open_app(), page) if page != "start" else open_app())


def test_areas_are_never_mixed_and_one_visit_does_not_change_another() -> None:
    def providers(app: AppTest) -> set[str]:
        kept: Any = app.session_state["_kept:guidance"][1]
        return {option.provider_id for lane in kept.lanes for option in lane.options[:40]}

    training = go(filled(in_training_results()), "options")
    real = go(filled(), "options")
    assert all(name.startswith("training-") for name in providers(training))
    assert not any(name.startswith("training-") for name in providers(real))
    back = go(press(training, "Back to the real area"), "options")
    assert LABEL not in html(back)
    assert not any(name.startswith("training-") for name in providers(back))


def in_training_results() -> AppTest:
    return go(in_training(), "results")


def test_filters_of_one_area_are_not_carried_into_the_other() -> None:
    app = go(filled(), "options")
    app.multiselect(key="want").set_value(["subject:Biology"]).run()
    app = press(go(app, "start"), "Open the training area")
    assert app.session_state["want"] == []
    assert app.session_state["grade:Maths"] == "5"


def test_clearing_goes_back_to_the_real_area() -> None:
    assert LABEL not in html(press(in_training(), "Clear my answers"))


def test_a_catalogue_set_by_the_installation_is_labelled_and_has_no_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATHWAYS_CATALOGUE", str(ROOT / "data" / "areas" / "training"))
    app = open_app("routes")
    assert html(app).count(LABEL) == 1
    assert "Back to the real area" not in [button.label for button in app.button]


@pytest.mark.parametrize("name", LEARNERS)
def test_the_training_area_has_three_ways_for_each(name: str) -> None:
    app = LEARNERS[name]()
    app = go(press(go(app, "start"), "Open the training area"), "routes")
    assert len(way_titles(app)) == 3
    assert LABEL in html(app)


def test_the_page_of_an_option_says_until_when_and_what_stays_closed() -> None:
    app = go(filled(english="3", maths="2"), "options")
    options = app.session_state["_kept:guidance"][1].options
    offer = next(option for option in options if option.route == "vocational_l3")
    app.query_params["offer"] = offer.offer_id
    page = html(go(app, "option"))
    assert "You would study: GCSE." in page
    assert "You would study: GCSE or Functional Skills Level 2." in page
    assert "grade 4 in maths" in page
    assert "This goes on until you have grade 4 or above" in page


WORDS: dict[str, str] = yaml.safe_load(
    (ROOT / "pathways" / "words" / "en" / "ui_routes.yaml").read_text("utf-8")
)
FILL: dict[str, Any] = dict.fromkeys(re.findall(r"\{(\w+)\}", " ".join(WORDS.values())), "one")
SHAME = {"fail", "failed", "only", "just", "merely", "simply", "poor", "weak", "low", "bad"}
CHEER = {"amazing", "great", "best", "dream", "brilliant", "easy"}


@pytest.mark.parametrize("code", WORDS)
def test_words_hold_no_shame_and_no_false_cheer(code: str) -> None:
    assert not set(re.findall(r"[a-z]+", WORDS[code].format(**FILL).lower())) & (SHAME | CHEER)
    assert "!" not in WORDS[code]


@pytest.mark.parametrize("code", [c for c, said in WORDS.items() if said.endswith((".", "?"))])
def test_each_sentence_reads_at_11_or_less(code: str) -> None:
    assert reading_age(WORDS[code].format(**FILL)) <= 11


def test_the_whole_page_reads_at_10_or_less() -> None:
    page = html(go(filled(english="3", maths="2"), "routes"))
    lines = re.findall(r"<p[^>]*>([^<]+)</p>|<li>([^<]+)</li>", page)
    said = [a or b for a, b in lines if (a or b).endswith((".", "?"))]
    assert len(said) > 40
    assert reading_age(" ".join(said)) <= 10
