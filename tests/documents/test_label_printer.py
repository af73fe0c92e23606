"""Labels sent to a printer on the network: addresses, its answers, and what is known when it breaks."""

import pytest

from freezerapp.documents.label_printer import (
    Address,
    BadPrinterAddress,
    PrinterNotReached,
    PrinterNotReady,
    PrinterStopped,
    Trouble,
    address_of,
    send,
    state_in,
)
from tests.fake_printer import PAPER_OUT, READY, FakePrinter


def labels(count: int) -> list[str]:
    return [f"^XA^FO10,10^A0N,30,30^FDlabel {number} {'x' * 400}^FS^XZ\n" for number in range(count)]


def test_an_address_is_a_host_with_or_without_a_port() -> None:
    assert address_of(" 192.168.1.40 ") == Address("192.168.1.40", 9100)
    assert address_of("zebra.bank.example:6101") == Address("zebra.bank.example", 6101)
    assert address_of("[fe80::1]:9101") == Address("fe80::1", 9101)
    assert address_of("fe80::1") == Address("fe80::1", 9100)
    assert [str(address_of(text)) for text in ("zebra", "zebra:9101", "[fe80::1]")] == [
        "zebra",
        "zebra:9101",
        "[fe80::1]",
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "a b", "zebra:", "zebra:0", "zebra:70000", "zebra:x", ":9100", "[::1", "[::1]9"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadPrinterAddress):
        address_of(text)


def test_the_answer_of_a_printer_is_read() -> None:
    state = state_in(READY)
    assert state is not None
    assert state.troubles == ()
    assert state.waiting == 0
    busy = state_in(
        b"\x02030,1,1,1245,000,0,0,0,000,0,0,1\x03\r\n\x02000,0,1,1,0,2,4,0,00000012,1,000\x03\r\n\x021234,0\x03\r\n"
    )
    assert busy is not None
    assert set(busy.troubles) == {
        Trouble.PAPER_OUT,
        Trouble.PAUSED,
        Trouble.TOO_HOT,
        Trouble.HEAD_OPEN,
        Trouble.RIBBON_OUT,
    }
    assert busy.waiting == 12


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.0 400", b"\x02\x03\x02\x03\x02\x03", b"\x02a,b\x03" * 3, b"\xff\x02"])
def test_any_other_answer_is_none(answer: bytes) -> None:
    assert state_in(answer) is None


@pytest.mark.parametrize("answer", [b"", READY])
def test_every_label_arrives_once_and_in_order(answer: bytes) -> None:
    heard: list[int] = []
    with FakePrinter(answer) as printer:
        sent = send(address_of(printer.address), labels(60), 60, told=heard.append, answer_s=0.2)
        assert sent.labels == 60
        assert (sent.state is not None) == bool(answer)
    assert [each.strip() for each in printer.formats] == [each.strip() for each in labels(60)]
    assert heard == list(range(1, 61))


def test_a_printer_without_paper_gets_nothing() -> None:
    with FakePrinter(PAPER_OUT) as printer, pytest.raises(PrinterNotReady) as refused:
        send(address_of(printer.address), labels(3), 3)
    assert refused.value.what == (Trouble.PAPER_OUT,)
    assert printer.formats == []


def test_nobody_at_the_address_is_said_and_nothing_was_sent() -> None:
    with FakePrinter() as printer:
        gone = printer.address
    with pytest.raises(PrinterNotReached) as refused:
        send(address_of(gone), labels(3), 3)
    assert refused.value.address == gone


def test_a_printer_that_hangs_up_tells_about_how_far_it_came() -> None:
    with FakePrinter(hangs_up_after=20) as printer:
        with pytest.raises(PrinterStopped) as stopped:
            send(address_of(printer.address), labels(400), 400, answer_s=0.2)
        # What is under way when it hangs up is little: some labels, not hundreds.
        assert 20 <= stopped.value.sent <= 120
        assert stopped.value.total == 400


def test_it_stops_between_two_labels_when_it_is_told_to() -> None:
    with FakePrinter() as printer:
        heard: list[int] = []
        sent = send(
            address_of(printer.address),
            labels(50),
            50,
            told=heard.append,
            stopped=lambda: len(heard) == 7,
            answer_s=0.2,
        )
    assert sent.stopped
    assert sent.labels == 7
    assert len(printer.formats) == 7
