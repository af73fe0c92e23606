"""What is said of a file that was verified: what it is, what is known of it, whose signature it has."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from freezerapp.domain.manifest import SHORT, short_fingerprint
from freezerapp.domain.signing import short_key
from freezerapp.ui import messages, said_of_work, words
from freezerapp.wording.proofs import ALONE, BY_SIGNATURE, PROVED, TEXT_READ, UNREAD
from freezerapp.wording.signatures import SIGNATURES

if TYPE_CHECKING:
    from freezerapp.proving import Proof


class ProofWords(QObject):
    """Sentences of the dialog that verifies files."""

    def what(self, proof: "Proof") -> str:
        """What the file says it is."""
        if proof.version < 0:
            return self.tr("Manifest {number}, of no readable version").format(number=proof.number)
        if proof.is_receipt:
            text = self.tr("Receipt of {number}, version {version}")
        else:
            text = self.tr("Manifest {number}, version {version}")
        return text.format(number=proof.number, version=proof.version)

    def tubes(self, proof: "Proof") -> str:
        """How many tubes it says it has."""
        return said_of_work.tubes(proof.tubes) if proof.tubes >= 0 else "?"

    def fingerprint(self, proof: "Proof") -> str:
        """Its fingerprint, short as on paper."""
        return short_fingerprint(proof.fingerprint[:SHORT])

    def headline(self, proof: "Proof") -> str:
        """The verdict, in a few words."""
        from freezerapp.proving import Verdict

        if proof.verdict is Verdict.CHANGED:
            return self.tr("%Ln thing(s) are wrong with it", "", proof.wrong)
        return {
            Verdict.ALONE: self.tr("Whole, as far as it can tell alone"),
            Verdict.PROVED: self.tr("As this bank issued it"),
            Verdict.BY_SIGNATURE: self.tr("Proved by its signature"),
        }[proof.verdict]

    def verdict(self, proof: "Proof", *, bank_is_open: bool) -> list[str]:
        """What that means, and what to do; a sentence or two each."""
        from freezerapp.proving import Verdict

        said = []
        match proof.verdict:
            case Verdict.CHANGED:
                said.append(
                    self.tr("Don't rely on it. Ask its sender for the file anew, and compare the fingerprint on paper.")
                )
            case Verdict.ALONE:
                said.append(_proof(ALONE[proof.form]))
                if not proof.is_receipt and not bank_is_open:
                    said.append(
                        self.tr(
                            "Who changes a file can make its fingerprint anew: compare it with the one on paper, or"
                            " verify the file where the bank that sent it is open."
                        )
                    )
            case Verdict.PROVED:
                said.append(_proof(PROVED[proof.form]))
                if proof.form == "pdf":
                    said.append(self._read(proof))
            case Verdict.BY_SIGNATURE:
                said.append(self._by_signature(proof))
        signature = self._signature(proof)
        return [*said, signature] if signature else said

    def findings(self, proof: "Proof") -> list[str]:
        """What was found, a line each."""
        return [words.sentence_case(messages.remark(each)) for each in proof.findings]

    def _read(self, proof: "Proof") -> str:
        """Whether the text of a PDF was compared, or why not."""
        if proof.unread is None:
            return _proof(TEXT_READ)
        return _proof(UNREAD[proof.unread]) if isinstance(proof.unread, str) else messages.sentence(proof.unread)

    def _by_signature(self, proof: "Proof") -> str:
        manifest = getattr(proof.found, "manifest", None)
        bank, sender = (manifest.bank, manifest.sender.organisation) if manifest is not None else ("?", "?")
        return _proof(BY_SIGNATURE).format(bank=bank, sender=sender)

    def _signature(self, proof: "Proof") -> str:
        """Whose key signed it; nothing of forms that have no signature, or of a wrong one, which is a finding."""
        if proof.form != "json" or (proof.is_signed and proof.by is None):
            return ""
        if proof.by is None:
            return QCoreApplication.translate("Signature", SIGNATURES["none"])
        key, by = short_key(proof.by.signature.key), proof.by.by
        text = QCoreApplication.translate("Signature", SIGNATURES[by.whose if by is not None else "alone"])
        return text.format(key=key, names=", ".join(by.names) if by is not None else "")


def mark(proof: "Proof") -> tuple[str, str]:
    """The icon of a verdict, and its colour."""
    from freezerapp.proving import Verdict

    return {
        Verdict.CHANGED: ("circle-alert", "warning_bar"),
        Verdict.ALONE: ("check", "ink"),
        Verdict.PROVED: ("shield-check", "accent"),
        Verdict.BY_SIGNATURE: ("shield-check", "accent"),
    }[proof.verdict]


def _proof(text: str) -> str:
    return QCoreApplication.translate("Proof", text)
