"""A search text cut into its terms: what is quoted is literal, white space ends a term."""

from typing import NamedTuple

from freezerapp.domain.folding import visible

_CLOSING = {
    '"': '"',
    "“": '“”‟"',
    "”": '“”"',
    "„": '“”‟"',
    "‟": '“”"',
    "«": "»",
    "»": "«",
}
"""What opens a quotation, and what then ends it; one that is not ended goes to the end of the text."""


class Sign(NamedTuple):
    """One character of a term; a literal one was quoted and is no operator, comma or star."""

    char: str
    literal: bool
    at: int

    def means(self, chars: str) -> bool:
        """Whether it is one of these characters with their meaning."""
        return not self.literal and self.char in chars


class Chunk(NamedTuple):
    """The characters of one term, without quotation marks; ``unfinished`` where a quotation is still open."""

    signs: tuple[Sign, ...]
    start: int
    end: int
    unfinished: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(sign.char for sign in self.signs)


def split(text: str) -> list[Chunk]:
    """The terms of a search text, in order. A doubled quotation mark inside a quotation is a literal one."""
    chunks = []
    at = 0
    while at < len(text):
        if _is_space(text[at]):
            at += 1
            continue
        chunk = _chunk(text, at)
        chunks.append(chunk)
        at = chunk.end
    return chunks


def cut(chunk: Chunk, chars: str) -> list[Chunk]:
    """The chunk in pieces, cut at these characters where they have their meaning."""
    pieces = []
    start, first = chunk.start, 0
    for number, sign in enumerate(chunk.signs):
        if sign.means(chars):
            pieces.append(Chunk(chunk.signs[first:number], start, sign.at))
            start, first = sign.at + 1, number + 1
    pieces.append(Chunk(chunk.signs[first:], start, chunk.end, chunk.unfinished))
    return pieces


def _chunk(text: str, start: int) -> Chunk:
    signs: list[Sign] = []
    closing = ""
    at = start
    while at < len(text):
        char = text[at]
        if closing:
            if char not in closing:
                signs.extend(Sign(seen, True, at) for seen in visible(char))
            elif text[at + 1 : at + 2] == char:
                signs.append(Sign(char, True, at))
                at += 1
            else:
                closing = ""
        elif char in _CLOSING:
            closing = _CLOSING[char]
        elif _is_space(char):
            break
        else:
            signs.extend(Sign(seen, False, at) for seen in visible(char))
        at += 1
    return Chunk(tuple(signs), start, at, bool(closing))


def _is_space(char: str) -> bool:
    return visible(char) == " "
