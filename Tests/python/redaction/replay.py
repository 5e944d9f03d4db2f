"""What the Python engine makes of texts, for the comparison with Swift.

Usage: python -m redaction.replay. Reads requests from standard input and answers each.
A request is the length of the pieces that the text comes in, then a map key and the
text, each with its length before it; an answer is four parts, each with its length
before it. Numbers are four bytes, the least significant first.
"""

from __future__ import annotations

import struct
import sys
from typing import BinaryIO, NamedTuple

from redaction.shipped import engine, redactor, replaced

_LENGTH = struct.Struct("<I")


class Request(NamedTuple):
    """A map key, empty for none, a text, and how it comes."""

    key: str
    text: bytes
    piece_length: int
    """How many bytes of it come at a time; all of them if 0."""

    def encoded(self) -> bytes:
        """The request as both engines read it."""
        key = self.key.encode()
        return b"".join(
            (
                _LENGTH.pack(self.piece_length),
                *(_LENGTH.pack(len(key)), key),
                *(_LENGTH.pack(len(self.text)), self.text),
            )
        )


class Answer(NamedTuple):
    """What an engine makes of a text."""

    spans: bytes
    """A line each: start, end, rule, and the quote that the replacement needs."""
    text: bytes
    """What comes of it: with a key as one text, without line by line."""
    pieces: bytes
    """The same where it comes in pieces."""
    again: bytes
    """What comes of `text`."""

    def encoded(self) -> bytes:
        """The answer as it is written."""
        return b"".join(_LENGTH.pack(len(part)) + part for part in self)


def answers(data: bytes) -> list[Answer]:
    """Reads what an engine wrote."""
    parts: list[bytes] = []
    place = 0
    while place < len(data):
        (length,) = _LENGTH.unpack_from(data, place)
        place += _LENGTH.size
        parts.append(data[place : place + length])
        place += length
    return [Answer(*parts[first : first + 4]) for first in range(0, len(parts), 4)]


def answer(request: Request) -> Answer:
    """What the Python engine makes of a text."""
    made, text = redactor(), request.text
    found = made.engine.spans(text, request.key.encode())
    spans = "\n".join(
        f"{span.start} {span.end} {made.rules.ids[span.rule]} {span.quote}"
        for span in found
    )
    if request.key:
        once = replaced(made.rules, text, found)
        return Answer(spans.encode(), once, once, made.redacted_unit(once, request.key))
    # A single line is one text, for which the spans have been looked for already.
    is_line = b"\n" not in text
    once = replaced(made.rules, text, found) if is_line else made.redacted_bytes(text)
    pieces = _in_pieces(text, request.piece_length) if request.piece_length else once
    again = once if once == text else made.redacted_bytes(once)
    return Answer(spans.encode(), once, pieces, again)


def _in_pieces(text: bytes, length: int) -> bytes:
    stream = engine().StreamRedactor(redactor())
    written = [
        stream.feed(text[place : place + length])
        for place in range(0, len(text), length)
    ]
    return b"".join((*written, stream.finish()))


def _requests(source: BinaryIO) -> list[Request]:
    data = source.read()
    requests: list[Request] = []
    place = 0

    def part() -> bytes:
        nonlocal place
        (length,) = _LENGTH.unpack_from(data, place)
        place += _LENGTH.size + length
        return data[place - length : place]

    while place < len(data):
        (piece_length,) = _LENGTH.unpack_from(data, place)
        place += _LENGTH.size
        key = part().decode()
        requests.append(Request(key, part(), piece_length))
    return requests


def main() -> None:
    """Answers what stands on standard input."""
    for request in _requests(sys.stdin.buffer):
        sys.stdout.buffer.write(answer(request).encoded())


if __name__ == "__main__":
    main()
