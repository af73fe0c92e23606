"""Which tubes a search finds, told tube by tube."""

import pytest

from freezerapp.domain.quantity import Amount
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.matching import Holder, Named, OwnValue, TubeFacts, matches
from freezerapp.domain.search.query import FieldKind
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.domain.specimen import HoldKind, Kind, Status

ENGLISH = vocabulary()
OWN = {
    "pnfh": FieldKind.NUMBER,
    "CSF pNfH": FieldKind.NUMBER,
    "onset": FieldKind.TEXT,
    "drawn": FieldKind.DATE,
}
SHELF = (Holder("Freezer hall"), Holder("Congélateur 3", "F80-03"), Holder("Rack B"))
CSF = TubeFacts(
    barcode="MC0000000123",
    codes=("MC0000000123", "FX05653780", "Old-é7"),
    materials=("CSF", "CSF", "cerebrospinal fluid"),
    containers=(*SHELF, Holder("CSF box", "CSF-0042", "Level 3-2")),
    placed=True,
    participant="MC-FR01-001",
    site=Named("Limoges", "FR01"),
    study=Named("MIROCALS trial", "MIROCALS"),
    visit=Named("inclusion", "V01"),
    thaws=1,
    amount=Amount(500_000, "mL"),
    stored="2019-03-14",
    collected="2019-03",
    has_parent=True,
    parents=("MC0000000001", "SRC-1"),
    own_values=(OwnValue(("pnfh", "CSF pNfH"), "749,5", 749_500_000), OwnValue(("onset",), "Bulbaire")),
)
PELLET = TubeFacts(
    barcode="MC0000000124",
    status=Status.MISSING,
    materials=("PEN", "cell pellet", "CSF pellet"),
    containers=(Holder("Cryo room"), Holder("100%_box?", "PEN-1")),
    holds=(HoldKind.CONSENT,),
)
PLASMA = TubeFacts(barcode="MC0000000125", materials=("PL2", "plasma, double spun", "plasma"), declared=True)


def finds(text: str, tube: TubeFacts = CSF) -> bool:
    return matches(parse(text, ENGLISH, OWN), tube)


@pytest.mark.parametrize(
    "text",
    [
        *("", "mc00", "0123", "fx0565", "OLD-E7", "congelateur", "f80-03", "rack b", "csf-00", "fr01-001"),
        *("bulb", "749,", "749 5", '"749,5"', "zzz,0123", '"MC-FR01" 123'),
        *("material:csf", "type:CSF", 'material:"cerebrospinal fluid"', "material:CSF,PL1", "material:c*f"),
        *("participant:mc-fr01-001", "participant:*001", "visit:V01", "visit:inclusion", "site:FR01"),
        *("site:limoges", "study:mirocals", "box:csf-0042", 'box:"csf box"', "box:csf*"),
        *("in:F80-03", 'in:"Freezer hall"', "in:congelateur*", 'in:"freezer hall/Congélateur 3/Rack B"'),
        *('in:"Freezer hall › Congélateur 3"', 'in:"Freezer hall / congelateur 3 / rack b / csf box"'),
        'in:"Freezer hall › Congélateur 3 › Rack B › Level 3-2 › CSF box"',
        'in:"freezer hall"/*/"csf box"',
        *("status:stored", "-status:missing", "hold:no", "-hold:yes", "thaws:1", "thaws>0", "thaws:0,1"),
        *("volume:0.5", "volume<1", "volume>=500µL", "volume<0,6", "volume:*,7 -mass:*", "-mass<9"),
        *("stored:2019-03", "stored<2020", "collected:2019", "collected<2019-04", "collected:*"),
        *("has:position", "has:parent", "-has:hold", "has:volume", "has:visit", "has:hold,visit"),
        *("parent:mc0000000001", "parent:src-1", "unconfirmed:no", "kind:tube", "barcode:mc0000000123"),
        *("code:fx05653780", "tube:old-e7", "code:mc*", "pnfh<750", "pnfh:749.5", '"csf pnfh">700'),
        *("onset:bulbaire", "onset:*", "-shipment:SHP-2026-0031"),
    ],
)
def test_a_search_finds_this_tube(text: str) -> None:
    assert finds(text)


@pytest.mark.parametrize(
    "text",
    [
        *("mc1", "-mc00", "mc00 -0123", "material", "csf?", "c%f", "c*f", "cerebrospinal", "limoges", "V01"),
        *("material:pellet", "material:spinal", "material:c?f", "participant:fr01", "visit:V", "visit:V0?"),
        *("box:f80-03", "in:csf", "in:*hall/rack*", 'in:"Freezer hall/Rack B"', 'in:"Congélateur 3/Rack B"'),
        *("status:void", "status:nonsense", "hold:yes", "thaws>1", "thaws<1", "volume<0.5", "volume:0.4"),
        *(
            "volume<500ng",
            "volume>1cells",
            "mass:*",
            "stored:2019-04",
            "stored<2019-03-14",
            "collected:2019-03-14",
        ),
        *("collected<2019-03-15", "has:hold", "has:nonsense", "parent:mc", "unconfirmed:yes", "kind:source"),
        *(
            "barcode:fx05653780",
            "code:fx",
            "shipment:*",
            "pnfh>750",
            "pnfh:7",
            "onset:bulb",
            "drawn:2019",
            "drawn:*",
        ),
    ],
)
def test_a_search_does_not_find_this_tube(text: str) -> None:
    assert not finds(text)


def test_material_is_a_whole_code_name_or_synonym() -> None:
    assert not finds("material:CSF", PELLET)
    assert finds('material:"CSF pellet"', PELLET)
    assert finds("material:plasma", PLASMA)
    assert not finds("material:PL1", PLASMA)


def test_a_tube_out_of_its_place_is_found_where_it_belongs_but_has_no_position() -> None:
    assert finds("in:PEN-1 box:pen-1 cryo status:missing", PELLET)
    assert not finds("has:position", PELLET)


def test_signs_that_mean_something_elsewhere_are_literal() -> None:
    assert finds("100% _box?", PELLET)
    assert finds("box:100%_box?", PELLET)
    assert not finds("10%", PELLET)
    assert not finds("100_", PELLET)


def test_what_is_not_known_fulfils_no_comparison() -> None:
    for text in ("volume<1", "volume>=0", "stored<2030", "collected>1900", "pnfh<9", "volume:*", "stored:*"):
        assert not finds(text, PELLET)
        assert finds(f"-{text}", PELLET)


def test_holds_are_found_by_yes_or_by_their_kind() -> None:
    assert finds("hold:yes hold:consent has:hold hold:*", PELLET)
    assert not finds("hold:quarantine", PELLET)
    assert not finds("hold:no", PELLET)


def test_sources_and_void_tubes_are_found_only_where_they_are_asked_for() -> None:
    source = TubeFacts(kind=Kind.SOURCE, status=Status.USED_UP)
    void = CSF._replace(status=Status.VOID)
    assert not finds("", source)
    assert finds("kind:source", source)
    assert finds("kind:source,tube", source)
    assert not finds("", void)
    assert not finds("status:*", void)
    assert finds("status:void", void)
    assert not finds("-status:stored", void)
    assert not finds("kind:source", void)


def test_a_place_only_declared_is_unconfirmed() -> None:
    assert finds("unconfirmed:yes", PLASMA)
    assert not finds("unconfirmed:no", PLASMA)


def test_an_amount_in_an_unknown_unit_is_there_but_compares_with_nothing() -> None:
    odd = CSF._replace(amount=Amount(5, "IU"))
    assert finds("has:volume", odd)
    assert not finds("volume>0", odd)
