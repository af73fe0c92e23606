"""The papers of a parcel made for the screen and for files: each from its manifest, on a thread."""

import io
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from freezerapp.documents.page import Paper
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Refrigerant


class Kind(StrEnum):
    """The papers of a parcel; the value is the end of a file's name."""

    MANIFEST = "manifest"
    PACKING_LIST = "packing-list"
    BOX_MAPS = "box-maps"
    MARKS = "marks"
    ADDRESS = "address"
    ICE = "dry-ice"
    INVOICE = "invoice"
    NOTICE = "notice"


class Wanted(NamedTuple):
    """Which paper, in which language, on which paper size."""

    kind: Kind
    tongue: Tongue = Tongue.ENGLISH
    paper: Paper = Paper.A4


def kinds_for(manifest: Manifest) -> tuple[Kind, ...]:
    """The papers that this parcel has a use for."""
    left_out = set()
    if manifest.transport.refrigerant is not Refrigerant.DRY_ICE:
        left_out.add(Kind.ICE)
    if manifest.customs is None:
        left_out.add(Kind.INVOICE)
    return tuple(kind for kind in Kind if kind not in left_out)


def made(manifest: Manifest, wanted: Wanted, colours: Mapping[str, str], *, dispatched: bool) -> bytes:
    """A paper as PDF. Raises LettersNotInFonts and what the codes refuse."""
    file = io.BytesIO()
    how = Print(colours, wanted.tongue, wanted.paper)
    _writer(wanted.kind, dispatched)(file, manifest, how)
    return file.getvalue()


def _writer(kind: Kind, dispatched: bool) -> Callable[[io.BytesIO, Manifest, Print], int]:
    from freezerapp.documents import (
        address_label,
        advance_notice,
        box_map,
        hazard_marks,
        ice_declaration,
        invoice,
        manifest,
        packing_list,
    )

    found: dict[Kind, Callable[[io.BytesIO, Manifest, Print], int]] = {
        Kind.MANIFEST: manifest.write_manifest,
        Kind.PACKING_LIST: packing_list.write_packing_list,
        Kind.BOX_MAPS: box_map.write_box_maps,
        Kind.MARKS: hazard_marks.write_marks,
        Kind.ADDRESS: address_label.write_address_labels,
        Kind.ICE: ice_declaration.write_ice_declaration,
        Kind.INVOICE: invoice.write_invoice,
        Kind.NOTICE: lambda file, said, how: advance_notice.write_notice(file, said, how, dispatched=dispatched),
    }
    return found[kind]


def save(manifest: Manifest, path: Path, pdf: bytes, keys: Sequence[str] = ()) -> None:
    """Save a manifest in the form that the file's name asks for; ``pdf`` is the paper that is shown.

    JSON is signed with the first of ``keys`` (public ones) that this computer has. Raises ManifestNotWritten,
    ManifestUnsound, PaperNotWritten, KeyNotReadable and KeyOpenToOthers.
    """
    from freezerapp.documents.page import PaperNotWritten
    from freezerapp.documents.whole_file import write_whole

    match path.suffix.lower():
        case ".json":
            from freezerapp.exchange.manifests import write_manifest
            from freezerapp.exchange.signing import own_key

            write_manifest(path, manifest, own_key(keys))
        case ".csv":
            from freezerapp.exchange.manifest_csv import write_manifest_csv

            write_manifest_csv(path, manifest)
        case ".xlsx":
            from freezerapp.exchange.manifest_book import write_manifest_xlsx

            write_manifest_xlsx(path, manifest)
        case _:
            write_whole(path, lambda file: file.write(pdf), PaperNotWritten)
