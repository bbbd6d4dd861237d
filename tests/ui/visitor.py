"""Drives the pages without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pathways.paths import ROOT


def open_app(page: str = "start") -> AppTest:
    """The app, opened at a page as a new visitor."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return app if page == "start" else go(app, page)


def go(app: AppTest, page: str) -> AppTest:
    """The same visitor on another page."""
    return app.switch_page(f"pathways/ui/pages/{page}.py").run()


def html(app: AppTest) -> str:
    """Everything written as HTML on the page."""
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def text(app: AppTest) -> str:
    """Everything a person reads outside widgets."""
    return "\n".join([html(app), *(m.value for m in app.markdown), *(c.value for c in app.caption)])


def tap(app: AppTest, subject: str, grade: str) -> AppTest:
    """Tap a grade."""
    control = next(c for c in app.segmented_control if c.label == subject)
    return control.set_value(grade).run()


def press(app: AppTest, label: str) -> AppTest:
    """Press the button of that name."""
    return next(button for button in app.button if button.label == label).click().run()


def filled(app: AppTest | None = None, *, english: str = "5", maths: str = "5") -> AppTest:
    """A visitor who has put in some grades, still on My results."""
    app = app or open_app("results")
    for subject, grade in (("English Language", english), ("Maths", maths)):
        tap(app, subject, grade)
    return app


def side_by_side(app: AppTest) -> AppTest:
    """My options with its places side by side."""
    view = next(c for c in app.segmented_control if c.key == "view")
    return view.set_value("side").run()


def filled_fully(grade: str = "6") -> AppTest:
    """A visitor with eight GCSEs of one grade, on My results."""
    app = filled(english=grade, maths=grade)
    subjects = ["History", "Geography", "French", "Computer Science"]
    app.session_state["usual_subjects"] = subjects
    for subject in ["English Literature", *subjects]:
        app.session_state[f"grade:{subject}"] = grade
    app.session_state["grade:Combined Science"] = f"{grade}-{grade}"
    return app.run()
