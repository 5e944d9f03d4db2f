"""Secrets in URLs, paths and blocks."""

from __future__ import annotations

import pytest
from redaction.engine.small_rules import made, redacted


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("postgres://bob:horse@host/db", "postgres://[redacted:userinfo]@host/db"),
        ("amqp://a:b/c@d@host", "amqp://[redacted:userinfo]@host"),
        ("https://bob@host/", "https://[redacted:userinfo]@host/"),
        ("https://git@host/", None),
        ("https://host:8080/a@b", None),
        ("https://host/?sig=abc&a=1", "https://host/?sig=[redacted:query]&a=1"),
        ("/a?x_amz_signature=ab%2F", "/a?x_amz_signature=[redacted:query]"),
        ("https://host/?design=abc", None),
    ],
)
def test_urls(text: str, left: str | None) -> None:
    assert redacted(text) == (text if left is None else left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("open /home/alice/x", "open /home/[redacted:home]/x"),
        ("/Users/Shared/x", None),
        ("GET /home/alice", None),
        ("a/home/alice", None),
        ("C:\\Users\\Al Ice\\x", "C:\\Users\\[redacted:windows]\\x"),
        ("c:\\users\\alice", "c:\\users\\[redacted:windows]"),
        ("see \\\\nas\\bob\\a.txt.", "see \\\\[redacted:share]."),
        ("/home/$USER/x", None),
    ],
)
def test_paths(text: str, left: str | None) -> None:
    assert redacted(text) == (text if left is None else left)


def block(lines: int) -> str:
    """A private key that is none."""
    body = "\n".join(made("<base64:64>", str(line)) for line in range(lines))
    return f"-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----"


@pytest.mark.parametrize("lines", [1, 3, 30])
def test_blocks_go_as_a_whole(lines: int) -> None:
    assert redacted(f"a {block(lines)} b") == "a [redacted:private-key] b"


def test_blocks_that_are_cut_go_as_far_as_they_go() -> None:
    whole = block(3)
    assert redacted(whole[:150] + "\n# end") == "[redacted:private-key]\n# end"
    assert redacted("x_ " + whole[40:]) == "x_ [redacted:private-key]"
    assert redacted(repr(whole)) == "'[redacted:private-key]'"


def test_lines_of_a_block_in_quotes_go_one_by_one() -> None:
    text = "\n".join(f"'{line}'," for line in block(2).split("\n"))
    left = redacted(text)
    assert made("<base64:64>", "0") not in left
    assert made("<base64:64>", "1") not in left
