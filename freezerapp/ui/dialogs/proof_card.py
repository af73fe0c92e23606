"""What is known of a file in one card: a mark, the verdict in a few words, what it means, and what is wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from freezerapp.ui.look import Look
from freezerapp.ui.said_of_proof import ProofWords, mark

if TYPE_CHECKING:
    from freezerapp.proving import Proof

MARK = QSize(18, 18)


class ProofCard(QFrame):
    """Of a file that came from elsewhere, in the words of the dialog that verifies files."""

    def __init__(self, look: Look, proof: "Proof") -> None:
        super().__init__()
        words = ProofWords()
        self.setProperty("look", "inline-bar-warning" if proof.wrong else "card")
        drawn = QLabel()
        drawn.setFixedSize(MARK)
        drawn.setPixmap(look.icon(*mark(proof)).pixmap(MARK))
        self.headline = QLabel(words.headline(proof))
        self.headline.setProperty("look", "strong")
        self.headline.setWordWrap(True)
        said = [f"• {each}" for each in words.findings(proof)]
        said += words.verdict(proof, bank_is_open=False)
        said.append(self.tr("Fingerprint: {fingerprint}").format(fingerprint=words.fingerprint(proof)))
        self.said = QLabel("\n\n".join(said))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.headline, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(15, 12, 15, 13)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.said)
