"""How alike two names are."""

from rapidfuzz.distance import JaroWinkler

NEAR = 0.92  # Jaro-Winkler of two words, as used for names in record linkage (Winkler 1990 sets .88 to .94)
LONG = 5  # letters; shorter words differ by whole names: "Un" and "Il", "Ani" and "Adi"
PART = 0.85


def variants(left: tuple[str, ...], right: tuple[str, ...], least: int = LONG) -> bool:
    """Whether two names of as many words differ in one word, of `least` letters or more, by a letter or so."""
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(apart) == 1 and min(map(len, apart[0])) >= least and near(*apart[0])


def near(left: str, right: str) -> bool:
    """Whether two long words are one word in two spellings; codes of countries are no words."""
    return (
        min(len(left), len(right)) >= LONG
        and left.isalpha()
        and right.isalpha()
        and JaroWinkler.similarity(left, right) >= NEAR
    )


def part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of a short name stand in the full one, in order, and the full one has more."""
    rest = iter(full)
    return len(short) < len(full) and all(any(w == f for f in rest) for w in short)


def initials(short: str, full: str) -> bool:
    """Whether an abbreviation can be read off the words of a name, first letters first, in order."""
    letters = "".join(c for c in short.lower() if c.isalpha())
    words = full.lower().replace("-", " ").replace(",", " ").split()
    starts = [i for i, w in enumerate(words) if letters and w[0] == letters[0]]
    if not starts:
        return False
    rest = iter("".join(words[starts[0] :]))
    return all(any(c == f for f in rest) for c in letters)


def alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether most words of the shorter of two long names stand in the other."""
    both = set(left) & set(right)
    return len(both) >= PART * min(len(set(left)), len(set(right))) and len(both) > 1
