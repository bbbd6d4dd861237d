"""Which institutions a build takes in: an authority, a circle, all of England."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from support.official_layout import write_folder

from pathways.catalogue.build import Area, area_of, build
from pathways.catalogue.build.facts import Facts
from pathways.errors import InputError


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    return Facts(write_folder(tmp_path_factory.mktemp("official")))


def _urns(area: Area, facts: Facts) -> set[str]:
    tables: dict[str, Any] = dict(build(area, facts)[0])
    return {row.urn for row in tables["providers"]}


@pytest.mark.parametrize("asked", ["la:998", "la:Sampleton", "la: sampleton "])
def test_an_authority_is_chosen_by_code_or_name(facts: Facts, asked: str) -> None:
    area = area_of(asked, authorities=facts.authorities)
    assert (area.name, area.title) == ("la-998", "Sampleton")
    assert _urns(area, facts) == {"900006"}


def test_several_authorities_are_joined(facts: Facts) -> None:
    area = area_of("la:998,Exampleshire", authorities=facts.authorities)
    assert area.la_codes == frozenset({"998", "999"})
    assert len(_urns(area, facts)) == 6


def test_a_circle_holds_what_lies_within_it(facts: Facts) -> None:
    wide = area_of("", authorities=facts.authorities, near=("KT1 1AA", 51.41, -0.3, 15))
    assert _urns(wide, facts) >= {"900001", "900002", "900003", "900004"}
    assert "900006" not in _urns(wide, facts)
    tight = area_of("", authorities=facts.authorities, near=("KT1 1AA", 51.41, -0.3, 0.5))
    assert _urns(tight, facts) == {"900001"}
    assert tight.name == "near-kt1-1aa-0.5km"


def test_england_holds_everything(facts: Facts) -> None:
    area = area_of("england", authorities=facts.authorities)
    assert _urns(area, facts) == {f"90000{n}" for n in (1, 2, 3, 4, 5, 6)}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("atlantis", "There is no area called 'atlantis'. Use one of kingston-surrey-sutton"),
        ("la:Atlantis", "No local authority has the code or name 'Atlantis'. Use a three-digit"),
        ("la:998,1", "No local authority has the code or name '1'."),
        ("la:", "No local authority has the code or name ''."),
    ],
)
def test_an_unknown_place_is_refused_with_what_to_do(facts: Facts, asked: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        area_of(asked, authorities=facts.authorities)
    assert caught.value.message.startswith(says)


def test_the_configured_area_is_read() -> None:
    area = area_of("kingston-surrey-sutton", authorities=pd.DataFrame({"la": [], "la_code": []}))
    assert area.la_codes == frozenset({"314", "319", "936"})
    assert "134153" in area.sites
