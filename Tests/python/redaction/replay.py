"""What the Python engine makes of texts, for the comparison with Swift.

Usage: python -m redaction.replay. Reads requests from standard input and answers each.
A request is the length of the pieces that the text comes in, then a map key and the
text, each with its length before it; an answer is six parts, each with its length
before it. Numbers are four bytes, the least significant first.
"""

from __future__ import annotations

import struct
import sys
from typing import BinaryIO, NamedTuple

from redaction.shipped import engine, redactor

_LENGTH = struct.Struct("<I")


class Request(NamedTuple):
    """A map key, empty for none, a text, and how many bytes of it come at a time."""

    key: str
    text: bytes
    piece_length: int

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
    """What comes of it as one text under its key."""
    document: bytes
    """What comes of it line by line."""
    pieces: bytes
    """The same where it comes in pieces."""
    text_again: bytes
    document_again: bytes

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
    return [Answer(*parts[first : first + 6]) for first in range(0, len(parts), 6)]


def answer(request: Request) -> Answer:
    """What the Python engine makes of a text."""
    key, text = request.key, request.text
    spans = redactor().spans(text, key)
    once = redactor().redacted_unit(text, key)
    document = redactor().redacted_bytes(text)
    return Answer(
        "\n".join(
            f"{span.start} {span.end} {span.rule} {span.quote}" for span in spans
        ).encode(),
        once,
        document,
        _in_pieces(text, request.piece_length),
        redactor().redacted_unit(once, key),
        redactor().redacted_bytes(document),
    )


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
