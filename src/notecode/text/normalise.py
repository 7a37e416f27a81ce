"""The one form in which a note's text is stored: NFC, LF line ends, no outer white space.

It is applied once, before anything is hashed or coded; spans count code points of its result.
"""

import unicodedata


def normalise(text: str) -> str:
    """Return ``text`` in NFC with LF for CRLF and CR, without outer white space.

    A text that has this form already comes back unchanged, code point for code point.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()
