"""Labels printed: each tube knows how many it has had, and a further one is explained."""

from pathlib import Path

from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.print_labels import FIELD, LabelPrintedBefore, PrintLabels
from freezerapp.domain.specimen import Held, HoldKind
from tests.build import Bank, a_bank, a_box, a_tube, refused, there_and_back


def printed(bank: Bank, tube: int) -> list[str]:
    return [text for _, text in bank.tube(tube).fields]


def test_printed_labels_are_events_of_the_tubes(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    one, other = a_tube(bank, in_=box, at="A1"), a_tube(bank, in_=box, at="A2")
    bank.do(PrintLabels((one,), copies=2))
    there_and_back(bank, PrintLabels((other,)))
    assert (printed(bank, one), printed(bank, other)) == (["2"], ["1"])
    assert bank.one("field", bank.tube(one).fields[0][0]).code == FIELD


def test_a_second_label_needs_a_reason(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank, in_=a_box(bank), at="A1")
    bank.do(PrintLabels((tube,)))
    with refused(bank, LabelPrintedBefore, count=1):
        bank.do(PrintLabels((tube,)))
    there_and_back(bank, PrintLabels((tube,), reason="unreadable"))
    assert printed(bank, tube) == ["2"]


def test_no_label_for_a_tube_whose_donor_is_asked_whether_it_may_be_kept(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank, in_=a_box(bank), at="A1")
    bank.do(PlaceHold((tube,), HoldKind.CONSENT, "withdrawn"))
    with refused(bank, Held):
        bank.do(PrintLabels((tube,), reason="anyway"))
