from __future__ import annotations

import numpy as np
import pytest

from pathways.errors import LearnerError
from pathways.matching.interests import load
from pathways.matching.interests.correlation import pearson
from pathways.matching.interests.fit import fit
from pathways.matching.interests.nearest import breadth, nearest, surprise
from pathways.matching.interests.riasec import Riasec
from pathways.matching.interests.shape import profile_shape
from pathways.matching.interests.subjects import UNMAPPED, Subjects, gather
from pathways.matching.interests.tiles import share
from pathways.matching.interests.why import likeness, why
from pathways.words import say_reason

S, SCORING, TILES = load.subjects(), load.scoring(), load.tiles()
MAKER = Riasec(5, 3, 2, 1, 2, 3)


def _table(z: list[list[float]], cohesion: list[float], tiles: list[tuple[str, ...]]) -> Subjects:
    names = tuple(f"s{i}" for i in range(len(z)))
    return Subjects(
        names,
        names,
        names,
        ("subject",) * len(z),
        tuple(tiles),
        np.array(z),
        np.array(cohesion),
        {},
    )


ONE = [[2.0, 1.0, 0.0, -1.0, -1.0, -1.0]]


def test_pearson_agrees_with_numpy() -> None:
    rng = np.random.default_rng(3)
    shape, shapes = rng.normal(size=6), rng.normal(size=(9, 6))
    wanted = [np.corrcoef(shape, row)[0, 1] for row in shapes]
    assert pearson(shape, shapes, min_types=4) == pytest.approx(wanted)


def test_pearson_leaves_unknown_types_out_on_both_sides() -> None:
    shape = np.array([1.0, 2.0, np.nan, 4.0, 3.0, 5.0])
    other = np.array([2.0, 1.0, 9.0, 5.0, 3.0, 4.0])
    keep = [0, 1, 3, 4, 5]
    wanted = np.corrcoef(shape[keep], other[keep])[0, 1]
    assert pearson(shape, other[None], min_types=4)[0] == pytest.approx(wanted)


@pytest.mark.parametrize("flat", [0.0, 3.0, 1e6])
def test_a_flat_shape_has_no_r(flat: float) -> None:
    assert np.isnan(pearson(np.full(6, flat), np.array(ONE), min_types=4)).all()
    assert np.isnan(pearson(np.arange(6.0), np.full((1, 6), flat), min_types=4)).all()


def test_too_few_types_have_no_r() -> None:
    shape = np.array([1.0, 2.0, 3.0, np.nan, np.nan, np.nan])
    assert np.isnan(pearson(shape, np.array(ONE), min_types=4)).all()


def test_with_full_cohesion_fit_is_six_tenths_r_and_four_tenths_tiles() -> None:
    table = _table(ONE * 2, [1.0, 1.0], [("animals", "food"), ("sport",)])
    found = fit(MAKER, table, scoring=SCORING, tiles=["animals"])
    r = np.corrcoef(MAKER.vector(), ONE[0])[0, 1]
    assert found.value == pytest.approx([0.6 * (r + 1) / 2 + 0.4 * 0.5, 0.6 * (r + 1) / 2])


def test_low_cohesion_moves_the_weight_to_tiles() -> None:
    table = _table(ONE, [0.5], [("animals",)])
    found = fit(MAKER, table, scoring=SCORING, tiles=["animals"])
    r01 = (np.corrcoef(MAKER.vector(), ONE[0])[0, 1] + 1) / 2
    assert found.value[0] == pytest.approx((0.3 * r01 + 0.4) / 0.7)


def test_a_part_left_out_drops_its_weight_and_is_said() -> None:
    table = _table(ONE, [0.5], [("animals",)])
    cards = fit(MAKER, table, scoring=SCORING)
    assert cards.value[0] == pytest.approx((cards.r[0] + 1) / 2)
    assert "INTEREST_NO_FAVOURITES" in {r.code for r in cards.because}
    tiles = fit(Riasec(), table, scoring=SCORING, tiles=["animals"])
    assert tiles.value[0] == 1
    assert {r.code for r in tiles.because} == {"INTEREST_NO_CARDS"}


def test_nothing_said_is_not_known_and_never_zero() -> None:
    found = fit(Riasec(), S, scoring=SCORING)
    assert not found.known
    assert np.isnan(found.value).all()
    assert {r.code for r in found.because} == {"INTEREST_NO_CARDS", "INTEREST_NO_FAVOURITES"}


def test_not_for_me_takes_four_tenths_away_and_leaves_the_rest() -> None:
    plain = fit(MAKER, S, scoring=SCORING, tiles=["animals"])
    minus = fit(MAKER, S, scoring=SCORING, tiles=["animals"], not_for_me=["vehicles"])
    cars = S.row("motor_vehicle")
    assert minus.value[cars] == pytest.approx(plain.value[cars] - 0.4)
    others = [i for i in range(len(S.ids)) if "vehicles" not in S.tiles[i]]
    assert minus.value[others] == pytest.approx(plain.value[others], nan_ok=True)


def test_not_for_me_alone_leaves_the_rest_in_the_middle() -> None:
    found = fit(Riasec(), S, scoring=SCORING, not_for_me=["vehicles"])
    assert found.value[S.row("music")] == 0.5
    assert found.value[S.row("motor_vehicle")] == pytest.approx(0.1)


def test_words_for_a_subject_count_half_for_its_field() -> None:
    found = fit(Riasec(), S, scoring=SCORING, read={"plumbing": 1.0})
    assert found.value[S.row("plumbing")] == 1
    assert found.value[S.row("building_trades")] == SCORING.same_field
    assert found.value[S.row("music")] == 0


def test_a_subject_without_a_profile_is_not_known_from_cards_alone() -> None:
    food = S.row("food_science")
    assert np.isnan(fit(MAKER, S, scoring=SCORING).value[food])
    assert fit(MAKER, S, scoring=SCORING, tiles=["food"]).value[food] == 1


def test_flat_answers_say_so() -> None:
    found = fit(Riasec(3, 3, 3, 3, 3, 3), S, scoring=SCORING)
    assert "INTEREST_FLAT" in {r.code for r in found.because}
    assert not found.known


def test_types_left_out_are_counted_and_few_types_refused() -> None:
    five = fit(Riasec(5, 3, None, 1, 2, 3), S, scoring=SCORING)
    assert five.known
    assert "INTEREST_TYPES_LEFT_OUT" in {r.code for r in five.because}
    two = fit(Riasec(R=5, S=1), S, scoring=SCORING)
    assert not two.known
    assert "INTEREST_TOO_FEW_CARDS" in {r.code for r in two.because}


def test_likes_of_making_put_making_first_and_people_last() -> None:
    found = fit(MAKER, S, scoring=SCORING)
    assert found.value[S.row("motor_vehicle")] > 0.9
    assert found.value[S.row("religious_studies")] < 0.4


@pytest.mark.parametrize(
    ("catalogue", "subject"),
    [
        ("French", "languages"),
        ("  Design AND Technology ", "product_design"),
        ("Childcare & Early Years", "childcare"),
        ("Onsite Construction", "building_trades"),
        ("Digital Production, Design and Development", "digital"),
        ("Care services", "route_care"),
        ("Law (applied)", "law"),
        ("maths", "maths"),
    ],
)
def test_a_catalogue_name_reaches_its_subject(catalogue: str, subject: str) -> None:
    assert S.ids[S.row(catalogue)] == subject


def test_fit_is_gathered_per_offer_and_unmapped_is_not_known() -> None:
    found = fit(MAKER, S, scoring=SCORING)
    rows = S.rows(["Physics", "Extended Project", "Physics"])
    assert rows.tolist() == [S.row("physics"), UNMAPPED, S.row("physics")]
    values = gather(found.value, rows)
    assert values[0] == values[2] == found.value[S.row("physics")]
    assert np.isnan(values[1])


def test_shared_arrays_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        S.z[0, 0] = 9


def test_tiles_and_subjects_name_each_other() -> None:
    ids = {tile.id for tile in TILES.tiles}
    assert ids == {tile for own in S.tiles for tile in own}
    assert all(S.tiles)
    assert {tile.kind for tile in TILES.tiles} == {"field", "subject"}
    assert TILES.pick_up_to == 5
    TILES.check(["animals"], where="interests.tiles")
    with pytest.raises(LearnerError, match="no tile called 'rockets'"):
        TILES.check(["rockets"], where="interests.tiles")


def test_share_of_a_subject_without_tiles_is_nothing() -> None:
    assert share(((), ("a", "b")), ["a"]).tolist() == [0.0, 0.5]


def test_reasons_are_true_of_learner_and_subject() -> None:
    found = fit(MAKER, S, scoring=SCORING, tiles=["vehicles"], not_for_me=["law"])
    row = S.row("motor_vehicle")
    reasons = why(
        row,
        found,
        S,
        riasec=MAKER,
        tiles=TILES,
        scoring=SCORING,
        chosen=["vehicles"],
        not_for_me=["law"],
        words={"motor_vehicle": ("bikes",)},
    )
    codes = [reason.code for reason in reasons]
    assert codes[:3] == ["WHY_TILE", "WHY_WORDS", "WHY_TYPE_R"]
    assert all(say_reason(reason) for reason in reasons)


def test_reasons_against_weak_and_missing_profiles_are_said() -> None:
    found = fit(MAKER, S, scoring=SCORING, not_for_me=["law"])

    def codes(subject: str) -> set[str]:
        row = S.row(subject)
        reasons = why(row, found, S, riasec=MAKER, tiles=TILES, scoring=SCORING, not_for_me=["law"])
        return {reason.code for reason in reasons if say_reason(reason)}

    assert {"AGAINST_TILE", "AGAINST_TYPE_S"} <= codes("public_services") | codes("law")
    assert "WHY_WEAK_PROFILE" in codes("languages")
    assert codes("food_science") == {"WHY_NO_PROFILE"}


def test_likeness_has_three_steps() -> None:
    steps = [likeness(r, scoring=SCORING) for r in (0.9, 0.4, -0.5, np.nan)]
    assert [s.code if s else None for s in steps] == [
        "LIKENESS_STRONG",
        "LIKENESS_GOOD",
        "LIKENESS_SOME",
        None,
    ]


def test_the_shape_has_six_sides_on_a_circle_and_the_same_in_words() -> None:
    shape = profile_shape(Riasec(5, 3, None, 1, 2, 4), scoring=SCORING)
    assert [side.out for side in shape.sides] == [1, 0.5, None, 0, 0.25, 0.75]
    top = shape.sides[0]
    assert (top.x, top.y) == pytest.approx((0, 1))
    for side in shape.sides:
        assert np.hypot(side.x, side.y) == pytest.approx(side.out or 0)
    words = [reason.code for reason in shape.words]
    assert words == ["SHAPE_R", "SHAPE_C", "SHAPE_I", "SHAPE_E", "SHAPE_S", "SHAPE_A_NOT_KNOWN"]
    assert say_reason(shape.words[0]) == "Making and fixing: 5.0 out of 5."


def test_a_flat_shape_and_no_shape_say_so() -> None:
    flat = profile_shape(Riasec(3, 3, 3, 3, 3, 3), scoring=SCORING)
    assert flat.flat
    assert flat.words[0].code == "SHAPE_FLAT"
    assert [r.code for r in profile_shape(Riasec(), scoring=SCORING).words] == ["SHAPE_NOT_KNOWN"]


def test_nearest_subjects_come_grouped_by_field_best_first() -> None:
    found = fit(MAKER, S, scoring=SCORING, tiles=["vehicles"])
    groups = nearest(found, S, seed=1, count=10)
    assert groups[0].field == "Engineering and making"
    assert S.ids[groups[0].rows[0]] == "motor_vehicle"
    assert sum(len(group.rows) for group in groups) == 10
    assert all(S.fields[row] == group.field for group in groups for row in group.rows)


def test_equal_subjects_are_ordered_by_seed_and_not_by_name() -> None:
    found = fit(MAKER, S, scoring=SCORING)
    twins = {S.row("electrician"), S.row("plumbing")}

    def first(seed: int) -> int:
        rows = [row for group in nearest(found, S, seed=seed, count=75) for row in group.rows]
        return next(row for row in rows if row in twins)

    assert {first(seed) for seed in range(20)} == twins


def test_surprise_is_seeded_and_outside_every_field_already_near() -> None:
    found = fit(MAKER, S, scoring=SCORING, not_for_me=["music"])
    near = {g.field for g in nearest(found, S, seed=5, count=15)}
    rows = surprise(found, S, seed=5, count=3)
    assert rows == surprise(found, S, seed=5, count=3)
    assert len(set(rows)) == 3
    assert not {S.fields[row] for row in rows} & near
    assert all(found.against[row] == 0 for row in rows)
    assert len({surprise(found, S, seed=seed)[0] for seed in range(30)}) > 3


def test_with_nothing_said_there_is_still_a_broad_set_and_a_surprise() -> None:
    found = fit(Riasec(), S, scoring=SCORING)
    assert nearest(found, S, seed=1) == ()
    groups = breadth(S, seed=1)
    fields = {f for f, kind in zip(S.fields, S.kinds, strict=True) if kind == "subject"}
    assert {group.field for group in groups} == fields
    assert all(len(group.rows) == 1 for group in groups)
    assert surprise(found, S, seed=1)
