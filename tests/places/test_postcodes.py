"""Postcodes as people type them."""

import csv

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pathways.errors import PostcodeError
from pathways.paths import REFERENCE
from pathways.places.areas import area_nations
from pathways.places.positions import locate, outcodes, sectors
from pathways.places.postcodes import parse_postcode


@pytest.mark.parametrize(
    "typed",
    [
        "KT1 2AB",
        "kt12ab",
        " Kt1  2aB ",
        "KT1-2AB",
        "KTI 2AB",
        "ktl 2ab",
        "K T 1 2 A B",
        "KT1\u00a02AB",
    ],
)
def test_spaces_case_and_look_alikes_do_not_matter(typed):
    found = parse_postcode(typed)
    assert (found.text, found.sector, found.outcode) == ("KT1 2AB", "KT1 2", "KT1")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("0X1 1AA", "OX1 1AA"),
        ("S014 3AA", "SO14 3AA"),
        ("L1O 1AA", "L10 1AA"),
        ("L1 OAA", "L1 0AA"),
        ("W1A 1AA", "W1A 1AA"),
        ("EC1A1BB", "EC1A 1BB"),
        ("M1 1AE", "M1 1AE"),
    ],
)
def test_o_and_0_are_told_apart_by_their_place(typed, text):
    assert parse_postcode(typed).text == text


@pytest.mark.parametrize(
    ("typed", "outcode", "sector"),
    [
        ("KT1", "KT1", ""),
        ("KT12", "KT12", ""),
        ("KT1 2", "KT1", "KT1 2"),
        ("KT122", "KT12", "KT12 2"),
        ("KT1 2A", "KT1", "KT1 2"),
        ("SM1", "SM1", ""),
    ],
)
def test_half_a_postcode_gives_what_is_known(typed, outcode, sector):
    found = parse_postcode(typed)
    assert (found.outcode, found.sector) == (outcode, sector)


@pytest.mark.parametrize(
    ("typed", "nation"),
    [
        ("CF10 1AA", "Wales"),
        ("SA1", "Wales"),
        ("EH1 1AA", "Scotland"),
        ("G1 1AA", "Scotland"),
        ("BT1 1AA", "Northern Ireland"),
        ("JE2 3AB", "Jersey"),
    ],
)
def test_a_postcode_of_another_nation_is_named_as_that(typed, nation):
    with pytest.raises(PostcodeError, match=f"is in {nation}. Pathways covers England"):
        parse_postcode(typed)


@pytest.mark.parametrize(
    "typed", ["", " ", "hello", "KT", "K", "12345", "KT1 2CI", "QQ1 1AA", "KT123 4AB"]
)
def test_what_is_no_postcode_is_refused_with_an_example(typed):
    with pytest.raises(PostcodeError, match="KT1 2AB"):
        parse_postcode(typed)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"[A-Za-z0-9 ]{1,9}", fullmatch=True))
@example("\x00KT1")
@example("ß1 1AA")
@example("²1 1AA")
def test_any_text_is_a_postcode_or_a_plain_refusal(typed):
    try:
        found = parse_postcode(typed)
    except PostcodeError as error:
        message = error.message
    else:
        message = found.text
        assert parse_postcode(found.text) == found
        assert found.text.startswith(found.outcode)
    assert 0 < len(message) < 250


@settings(max_examples=150, deadline=None)
@given(
    sector=st.sampled_from(sorted(sectors().row)),
    unit=st.text(alphabet="ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2),
    gap=st.sampled_from(["", " ", "  "]),
)
def test_every_sector_of_england_is_read_and_located(sector, unit, gap):
    outward, digit = sector.split(" ")
    found = parse_postcode(f"{outward}{gap}{digit}{unit}".lower())
    assert found.sector == sector
    assert locate(found).basis == "sector"


def test_an_outcode_lies_amid_its_sectors():
    place = locate(parse_postcode("KT1"))
    assert place.basis == "outcode"
    assert place.lat == pytest.approx(51.41, abs=0.02)
    assert place.lon == pytest.approx(-0.30, abs=0.02)


def test_an_unknown_sector_falls_back_to_its_outcode_inside_england():
    assert "KT1 7" not in sectors().row
    assert locate(parse_postcode("KT1 7AB")).basis == "outcode"


def test_the_welsh_side_of_a_border_outcode_is_not_placed_in_england():
    assert "SY22" in outcodes().row
    assert "SY22 5" not in sectors().row
    with pytest.raises(PostcodeError, match="England"):
        locate(parse_postcode("SY22 5AA"))


def test_an_outcode_nobody_knows_is_refused():
    with pytest.raises(PostcodeError, match="do not know where KT99"):
        locate(parse_postcode("KT99"))


def test_shared_tables_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        sectors().lats[0] = 0.0
    with pytest.raises(TypeError):
        sectors().row["KT1 2"] = 1


def test_the_areas_with_sectors_are_the_english_and_border_ones():
    with (REFERENCE / "places" / "postcode_sectors.csv").open(encoding="utf-8") as lines:
        found = {parse_postcode(row["sector"]).area for row in csv.DictReader(lines)}
    assert found == {area for area, nation in area_nations().items() if "England" in nation}


def test_the_table_covers_england_and_stays_small():
    assert len(sectors().row) == 9132
    assert len(outcodes().row) == 2223
    assert (REFERENCE / "places" / "postcode_sectors.csv").stat().st_size < 300_000
