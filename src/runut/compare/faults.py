"""What a sentence lacks of a statement, or says otherwise."""

from typing import Literal

from msgspec import Struct

Kind = Literal["number", "time", "name", "verb", "word", "opposite", "negation", "planned", "denied", "sides"]


class Fault(Struct, frozen=True):
    """One point of a statement that a sentence does not back; `against` where it says otherwise."""

    kind: Kind
    said: str
    found: str = ""
    against: bool = False
