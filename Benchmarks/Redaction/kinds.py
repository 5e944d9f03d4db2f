"""The kinds of secret that the corpus plants: those of `kinds.txt`, and made ones."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from typing import NamedTuple

from fill import fill, sections


class Kind(NamedTuple):
    """One kind: what it is called, how it is made, what it needs to be known."""

    key: str
    name: str
    """The name that it goes by where it has one, in snake_case."""
    make: Callable[[random.Random], str]
    marked: bool = True
    """Whether its looks alone give it away; if not, its name does."""
    around: str = "{}"
    """What it always stands in, such as the rest of a URL."""
    lines: bool = False
    """Whether it is of several lines."""


WORDS = sorted(
    {
        *(
            "ribbon",
            "cactus",
            "jungle",
            "velvet",
            "magnet",
            "orbit",
            "puzzle",
            "walnut",
        ),
        *(
            "lantern",
            "coral",
            "summit",
            "badge",
            "tunnel",
            "acorn",
            "prairie",
            "hammer",
        ),
        *(
            "sphere",
            "kitten",
            "dolphin",
            "fabric",
            "mirror",
            "oyster",
            "pencil",
            "rocket",
        ),
        *("saddle", "tomato", "umbrella", "vintage", "whisper", "zebra", "cradle"),
    }
)


def maker(spec: str) -> Callable[[random.Random], str]:
    """A generator of what a spec says."""
    variants = spec.split(" | ")
    return lambda rng: fill(rng.choice(variants), rng)


def jwt(rng: random.Random) -> str:
    """Header and claims in JSON, and a signature."""

    def part(text: str) -> str:
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    claims = f'{{"sub":"{rng.randrange(10**9)}","iat":1700000000,"scope":"trade"}}'
    head = rng.choice(['{"alg":"HS256","typ":"JWT"}', '{"typ":"JWT","alg":"RS256"}'])
    return f"{part(head)}.{part(claims)}.{fill('{url:43}', rng)}"


def pem(label: str) -> Callable[[random.Random], str]:
    """A key in lines of 64 characters."""

    def make(rng: random.Random) -> str:
        body = "\n".join(fill("{b64:64}", rng) for _ in range(rng.randint(3, 12)))
        last = fill("{b64:26}==", rng)
        return f"-----BEGIN {label}-----\n{body}\n{last}\n-----END {label}-----"

    return make


def checked(digits: str) -> str:
    """Digits with the check digit of payment cards."""
    doubled = [int(d) * (2 if i % 2 == 0 else 1) for i, d in enumerate(digits[::-1])]
    return digits + str(-sum(n - 9 if n > 9 else n for n in doubled) % 10)


def card(rng: random.Random) -> str:
    """A number of a payment card, together or in groups."""
    issuer = rng.choice(["4", "52", "54", "6011"]).ljust(6, "3")
    number = checked(issuer + fill("{num:9}", rng))
    separator = rng.choice(["", "", " ", "-"])
    return separator.join(number[i : i + 4] for i in range(0, 16, 4))


def iban(rng: random.Random) -> str:
    """An account of a German, Dutch or British bank."""
    banks = [("DE", "{num:18}"), ("NL", "ABNA{num:10}"), ("GB", "BARC{num:14}")]
    country, spec = rng.choice(banks)
    account = fill(spec, rng)
    number = int("".join(str(int(c, 36)) for c in account + country + "00"))
    return f"{country}{98 - number % 97:02}{account}"


def phrase(count: int) -> Callable[[random.Random], str]:
    """Words of a wallet."""
    return lambda rng: " ".join(rng.choices(WORDS, k=count))


def password(rng: random.Random) -> str:
    """What people choose, and what managers of passwords make."""
    word = rng.choice(WORDS).capitalize()
    specs = ["{num:4}!", "-{lower:6}-{num:2}", "#{num:3}@{lower:3}"]
    return rng.choice([word + rng.choice(specs), "{mixed:20}", "{alnum:12}"])


def email(rng: random.Random) -> str:
    """An address of a person."""
    first, last, host = rng.choices(WORDS, k=3)
    ending = rng.choice(["com", "org", "de", "co.uk"])
    return f"{first}.{last}{rng.randrange(99)}@{host}-mail.{ending}"


def person(rng: random.Random) -> str:
    """The name of somebody's home directory."""
    return rng.choice(["", ".", "_"]).join(rng.choices(WORDS, k=2))


MADE = [
    Kind("jwt", "id_token", jwt),
    Kind("card", "payment", card),
    Kind("iban", "payee", iban),
    Kind("email", "contact", email),
    Kind("seed-12", "backup", phrase(12)),
    Kind("seed-24", "mnemonic", phrase(24)),
    Kind("password", "password", lambda rng: fill(password(rng), rng), marked=False),
    Kind("db-password", "db_pass", lambda rng: fill(password(rng), rng), marked=False),
    Kind("passphrase", "passphrase", phrase(4), marked=False),
    Kind("wifi-psk", "psk", lambda rng: phrase(2)(rng) + " 7!", marked=False),
    Kind("pem-rsa", "key_pem", pem("RSA PRIVATE KEY"), lines=True),
    Kind("pem-pkcs8", "tls", pem("PRIVATE KEY"), lines=True),
    Kind("pem-openssh", "ssh", pem("OPENSSH PRIVATE KEY"), lines=True),
    Kind("pgp", "armour", pem("PGP PRIVATE KEY BLOCK"), lines=True),
    Kind("home-linux", "path", person, around="/home/{}/project/run.py"),
    Kind("home-mac", "path", person, around="/Users/{}/Library/Logs/x.log"),
    Kind("home-windows", "path", person, around="C:\\Users\\{}\\AppData\\x.log"),
]

# About persons; the other tools look for credentials only.
PERSONAL = {"card", "iban", "email", "ssn", "phone", "otp", "pin", "cvv"} | {
    *("home-linux", "home-mac", "home-windows", "account-number", "brokerage-account"),
    *("seed-12", "seed-24"),
}


def kinds() -> list[Kind]:
    """All of them."""
    rows = {
        heading: [line.split(None, 2) for line in lines]
        for heading, lines in sections("kinds.txt").items()
    }
    return [
        *(Kind(key, name, maker(spec)) for key, name, spec in rows["marked"]),
        *(Kind(key, name, maker(spec), False) for key, name, spec in rows["named"]),
        *(
            Kind(key, "endpoint", maker(spec), around=around.replace("~", " "))
            for key, around, spec in rows["around"]
        ),
        *MADE,
    ]
