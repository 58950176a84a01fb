"""Bytes to text, whatever the encoding."""

import codecs
import re

from msgspec import Struct

from runut.types import Issue

SAMPLE = 65536  # bytes looked at where the whole file would cost time for nothing
BOMS = (  # longest first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_LATIN = """
    big5 cp1251 cp1253 cp1255 cp1256 cp874 euc-jp euc-kr gb18030 gbk iso-2022-jp iso-8859-5 iso-8859-6 iso-8859-7
    iso-8859-8 koi8-r koi8-u shift_jis windows-874
"""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,30})""", re.IGNORECASE
)
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
)


class Decoded(Struct, frozen=True):
    """A text and how sure its letters are."""

    text: str
    guess: str = ""  # the encoding, where neither a mark nor UTF-8 settles it
    lost: int = 0  # bytes or characters that could not be decoded, now "\\ufffd"


def decode(data: bytes) -> Decoded | None:
    """The text of some bytes; None if they are no text.

    A byte order mark decides, then zeros in every other byte (UTF-16), then UTF-8, then what a web page declares,
    then resiliparse's detector for scripts other than Latin; the rest is cp1252, because the detector takes short
    Latin text for Vietnamese or Central European.
    """
    if data.startswith(SIGNATURES):
        return None
    found = _decoded(data)
    sample = found.text[:SAMPLE]
    if len(CONTROL.findall(sample)) * 50 > len(sample):
        return None
    return found


def _decoded(data: bytes) -> Decoded:
    marked = next((name for mark, name in BOMS if data.startswith(mark)), "")
    if marked:
        return _as(data, marked, guessed=False)
    wide = _wide(data[:SAMPLE])
    if wide:
        return _as(data, wide, guessed=True)
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if not lost:
        return Decoded(text)
    if lost < sum(c > "\x7f" for c in text[:SAMPLE]) - text.count("\ufffd", 0, SAMPLE):
        return Decoded(text, lost=lost)
    declared = CHARSET.search(data[:2048])
    if declared and _known(declared[1].decode("ascii")):
        return _as(data, declared[1].decode("ascii"), guessed=False)
    return _as(data, _eight_bit(data[:SAMPLE]), guessed=True)


def doubts(where: str, found: Decoded) -> tuple[Issue, ...]:
    """What is not sure about a text's letters."""
    issues = []
    if found.guess:
        issues.append(Issue("encoding-guessed", f"{where}: {found.guess}"))
    if found.lost:
        issues.append(Issue("text-undecodable", f"{where}: {found.lost} × \ufffd, [{found.text.find(chr(0xFFFD))}]"))
    return tuple(issues)


def _as(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding if guessed else "", text.count("\ufffd"))


def _wide(sample: bytes) -> str:
    """UTF-16 by its zeros: text in Latin letters has one in every pair, always on the same side."""
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half and odd * 20 < half else ""


def _known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding))
    except LookupError:
        return False


def _eight_bit(sample: bytes) -> str:
    if sum(b > 0x7F for b in sample) * 5 < len(sample):
        return "cp1252"
    from resiliparse.parse.encoding import detect_encoding

    found = str(detect_encoding(sample) or "")
    return found if found in NOT_LATIN.split() else "cp1252"
