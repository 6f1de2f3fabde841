"""Currency beside a number: "$620 million", "€300m", "1.2 billion dollars", "USD 5 million"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.quantities.numerals import Token
from ingest.quantities.words import words


def currency_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code ends right before `tokens[index]`, and where it begins.

    A sign that is not known ("¥" is yen and yuan) gives the empty string: money, but of no known sort.
    """
    if not index:
        return None
    token = tokens[index - 1]
    if token.text in words().codes:
        return token.text, index - 1
    if token.kind != "mark" or token.text not in "$€£₩₽₹₪₴₦¥₺":
        return None
    before = tokens[index - 2].text + token.text if index > 1 and token.is_glued else ""
    if before in words().signs:
        return words().signs[before], index - 2
    is_other = bool(before) and before[-2].isalnum()
    return ("" if is_other else words().signs.get(token.text, "")), index - 1


def currency_after(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the currency that begins at `tokens[index]`, and where it ends."""
    for length in (3, 2, 1):
        name = " ".join(token.lower for token in tokens[index : index + length])
        if index + length <= len(tokens) and name in words().currencies:
            return words().currencies[name], index + length
    if index < len(tokens) and tokens[index].text in words().codes:
        return tokens[index].text, index + 1
    return None
