"""What is written on a tube tells it from all others in its box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.cap import LEAST_TAIL, short_participants, tails


@given(st.sets(st.text("0123456789AB", min_size=1, max_size=9), max_size=40))
def test_the_written_end_of_a_barcode_is_the_shortest_that_is_unique(barcodes: set[str]) -> None:
    written = tails(barcodes)
    assert set(written) == barcodes
    for barcode, tail in written.items():
        assert barcode.endswith(tail)
        others = barcodes - {barcode}
        whole = len(tail) == len(barcode)
        assert whole or len(tail) >= LEAST_TAIL
        assert whole or not any(other.endswith(tail) for other in others)
        if len(tail) > LEAST_TAIL:
            assert any(other.endswith(tail[1:]) for other in others)


@pytest.mark.parametrize(
    ("code", "sites", "expected"),
    [
        ("MC-FR01-001", ["FR01", "FR02"], "FR01-001"),
        ("MC-FR-01-001", ["FR-01"], "FR-01-001"),
        ("mc_fr01_001", ["FR01"], "fr01_001"),
        ("MC-FR01001", ["FR01"], "FR01001"),
        ("FR01-001", ["FR01"], "FR01-001"),
        ("MC-001", ["FR01"], "MC-001"),  # the site is not in the code
        ("MCFR01-001", ["FR01"], "MCFR01-001"),  # nor is it a part of its own
        ("001", [], "001"),
        ("MC-FR01-001", [""], "MC-FR01-001"),
    ],
)
def test_a_shortened_participant_keeps_its_site(code: str, sites: list[str], expected: str) -> None:
    assert short_participants([code], sites) == {code: expected}


def test_participants_of_two_studies_are_not_made_to_read_alike() -> None:
    short = short_participants(["MC-FR01-001", "XY-fr01-001", "MC-FR01-002"], ["FR01"])
    assert short == {"MC-FR01-001": "MC-FR01-001", "XY-fr01-001": "XY-fr01-001", "MC-FR01-002": "FR01-002"}


@given(
    st.sets(
        st.tuples(st.sampled_from(["MC", "XY", "AB-C"]), st.sampled_from(["FR01", "UK2", "IT-3"]), st.integers(0, 99)),
        min_size=1,
        max_size=30,
    )
)
def test_every_participant_of_a_box_reads_differently_and_with_its_site(parts: set[tuple[str, str, int]]) -> None:
    sites = {f"{study}-{site}-{number:03}": site for study, site, number in parts}
    short = short_participants(sites, ["FR01", "UK2", "IT-3"])
    assert len(set(short.values())) == len(sites)
    for code, text in short.items():
        assert code.endswith(text)
        assert sites[code] in text
