"""The shape of `data/lang/<tag>/updates.yaml`: what tells a count that grows from two accounts of one number."""

from msgspec import Struct


class Updates(Struct, frozen=True, kw_only=True):
    """What `compare` knows of counts that go on."""

    growing: tuple[str, ...] = ()  # words for what is counted anew until an event is over: "tewas", "dibatalkan"
    varying: tuple[str, ...] = ()  # words for what is measured anew each day, up or down: "indeks"
    until: tuple[str, ...] = ()  # words before the time up to which was counted: "hingga"
    grown: tuple[str, ...] = ()  # words that say that a count was another one before, or will be: "bertambah"
    whole: tuple[str, ...] = ()  # words before a number of which another one is a part: "empat dari lima"
    made: tuple[str, ...] = ()  # words with which those are no whole: "terdiri dari lima"
    others: tuple[str, ...] = ()  # words beside a number for those that are left: "empat kapal lainnya"
    edges: tuple[str, ...] = ()  # words before a day that make it the first or last one: "sejak", "sebelum"
    minute: tuple[str, ...] = ()  # how a minute of a match is written, "#" for its number; one form a language
