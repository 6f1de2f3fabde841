"""What a character may be in a file that other programs read.

Articles are stored without control characters and surrogates, but a name, a title or an address may have come another
way, and one of them is enough to make XML malformed or UTF-8 impossible.
"""

from __future__ import annotations

import re

# What XML 1.0 cannot hold: controls but tab, line feed and carriage return; surrogates; two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` with a replacement character for each that XML or UTF-8 cannot hold."""
    # What is printable holds none of them, and is told ten times as fast.
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _FORBIDDEN.sub("\ufffd", text)
