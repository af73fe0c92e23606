"""A field for a length in millimetres, written as the language writes numbers, without zeros that say nothing."""

from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

DECIMALS = 3
LEAST_PX = 88


class Millimetres(QDoubleSpinBox):
    """Takes what files take: to a thousandth of a millimetre; the arrows go in steps that suit the field."""

    def __init__(
        self, least: float = 0.0, most: float = 2_000.0, step: float = 0.5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setDecimals(DECIMALS)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(" mm")
        self.setMinimumWidth(LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # not as wide as its longest number
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside

    def textFromValue(self, value: float) -> str:
        text = self.locale().toString(value, "f", DECIMALS)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def put(self, value: float) -> None:
        """Show a value without telling anybody."""
        if self.value() != value:
            blocked = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(blocked)
