"""Paints a label as it will be printed, at any size; on paper the same is drawn by ``documents/label_sheets``."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTransform

from freezerapp import resources
from freezerapp.documents.drawn import DrawnBox, DrawnCode, DrawnImage, DrawnLabel, DrawnLine, DrawnText
from freezerapp.documents.template import Weight

_EM = 100.0
"""px of the em in which texts are set before they are scaled: widths are exact then."""
_WEIGHTS = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600, Weight.BOLD: 700}
BLACK = QColor("black")


def paint_label(painter: QPainter, label: DrawnLabel, scale: float) -> None:
    """Paint all of a label, its left top where the painter's is; ``scale`` is px of a millimetre."""
    for item in label.items:
        painter.save()
        if isinstance(item, DrawnText):
            _text(painter, item, scale)
        elif isinstance(item, DrawnCode):
            _code(painter, item, scale)
        elif isinstance(item, DrawnLine):
            painter.setPen(QPen(BLACK, item.thickness * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(item.x * scale, item.y * scale), QPointF(item.x2 * scale, item.y2 * scale))
        elif isinstance(item, DrawnBox):
            painter.setPen(QPen(BLACK, item.thickness * scale, j=Qt.PenJoinStyle.MiterJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = min(item.corner, item.width / 2, item.height / 2) * scale
            painter.drawRoundedRect(_rect(item, scale), corner, corner)
        else:
            _image(painter, item, scale)
        painter.restore()


def _text(painter: QPainter, text: DrawnText, scale: float) -> None:
    font = _font(text.weight)
    painter.translate(text.x * scale, text.y * scale)
    painter.rotate(text.rotate)
    high = text.size * scale / _EM
    advance = QFontMetricsF(font).horizontalAdvance(text.text)
    # As wide as the font's own table says, which paper goes by.
    wide = text.width * scale / advance if advance and text.width else high
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # strokes of one letter that cross stay black
    path.addText(0, 0, font, text.text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(wide, high)
    painter.fillPath(path, BLACK)


def _code(painter: QPainter, code: DrawnCode, scale: float) -> None:
    modules = code.modules
    data = bytes(0 if dark else 255 for dark in modules.dark)
    image = QImage(data, modules.columns, modules.rows, modules.columns, QImage.Format.Format_Grayscale8)
    turned = image.transformed(QTransform().rotate(code.rotate)) if code.rotate else image
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(_rect(code, scale), turned)


def _image(painter: QPainter, image: DrawnImage, scale: float) -> None:
    found = QImage(image.file)
    if found.isNull():
        return
    room = _rect(image, scale)
    size = found.size().toSizeF()
    size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    at = room.topLeft() + QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(at, size), found.convertToFormat(QImage.Format.Format_Grayscale8))


def _rect(item: DrawnCode | DrawnBox | DrawnImage, scale: float) -> QRectF:
    return QRectF(item.x * scale, item.y * scale, item.width * scale, item.height * scale)


@cache
def _font(weight: Weight) -> QFont:
    """A weight of the typeface of labels; the bold one is of no use to the screen but here."""
    if weight is Weight.BOLD:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", "Inter-Bold.ttf")))
    font = QFont("Inter")
    font.setPixelSize(round(_EM))
    font.setWeight(QFont.Weight(_WEIGHTS[weight]))
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
