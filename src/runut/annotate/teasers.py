"""Where a link's title ends that was glued into a line: "…katanya.Baca juga: Pasar Lama Dibuka Lagi Adapun…".

A headline keeps its words in capitals but for the small ones; a sentence does not. So the first small word that
headlines do not use ("…Lagi Adapun kerugian") shows that a sentence has begun a few words before it.
"""

import re

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|[\"“”‘!?:.]")
GLUE = re.compile(r"(?<=[a-zß-ÿ0-9?!)”\"])(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[a-z])(?=[A-Z]{2})")
ITEM = re.compile(r"\s\d{1,2}\.\s(?=[A-Z])")  # of a list in the report
Starters = tuple[frozenset[str], tuple[str, ...]]  # words, and endings of longer words
LONG_STARTER = 5
REACH = 420  # no row of linked titles is longer
SHORTEST = 3  # words of a title
NEAR = 9  # words between the start of a sentence and its first small word


def title_end(text: str, start: int, stop: int, small: frozenset[str], starters: Starters) -> int:
    """Where a title that begins at `start` ends; `stop` is the end of its line. Bounded work."""
    item = ITEM.search(text, start + SHORTEST * 3, min(stop, start + REACH))
    stop = item.start() + 1 if item else stop
    words = _words(text, start, min(stop, start + REACH))
    first = next((i for i, w in enumerate(words) if _plain(w[2], small)), None)
    if first is None:
        return stop if stop - start <= REACH else _last_break(text, start)
    if first < SHORTEST:
        return _sentence_title(text, start, stop)
    return _sentence_start(text, words, first, small, starters)


def _words(text: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    """(start, end, word) in order, glued words parted."""
    out = []
    for m in WORD.finditer(text, start, stop):
        at = m.start()
        for cut in GLUE.finditer(text, m.start() + 1, m.end()):
            out.append((at, cut.start(), text[at : cut.start()]))
            at = cut.start()
        out.append((at, m.end(), text[at : m.end()]))
    return out


def _plain(word: str, small: frozenset[str]) -> bool:
    """Whether headlines would have this word in capitals."""
    return len(word) > 1 and word.isalpha() and word.islower() and word not in small


def _sentence_start(
    text: str, words: list[tuple[int, int, str]], first: int, small: frozenset[str], starters: Starters
) -> int:
    """The latest place before word `first` where a sentence may begin."""
    begin = words[0][0]
    for i in range(first - 1, max(SHORTEST, first - NEAR) - 1, -1):
        at, _, word = words[i]
        if not (word[0].isupper() or word in '"“‘' or word[0].isdigit()):
            continue
        if word.lower() in small and not _starts(word, starters):
            break
        before = text[at - 1]
        if word in '"“‘' and before != " " and i < first - 1 and _opens(text, begin, at):
            return at
        if word in '"“' and before == " " and i < first - 1:
            return at
        if _starts(word, starters) or words[i - 1][2] in "!?." or not (before.isspace() or before in "\"“‘'(-,.:/"):
            item = ITEM.search(text, max(begin, at - 4), at)
            return item.start() if item else at - (before in '"“‘')
    return _known_name(text, words, first)


def _starts(word: str, starters: Starters) -> bool:
    folded = word.lower()
    return folded in starters[0] or (len(word) > LONG_STARTER and folded.endswith(starters[1]))


def _opens(text: str, begin: int, at: int) -> bool:
    return text.count('"', begin, at) % 2 == 0


def _known_name(text: str, words: list[tuple[int, int, str]], first: int) -> int:
    """Start of the longest run of capitals before word `first` that the text has elsewhere, too."""
    i = first - 1
    while i > SHORTEST and not words[i][2][0].isupper():
        i -= 1
    best, end = words[i][0], words[i][1]
    lowest, highest = max(0, words[0][0] - 20_000), words[0][0] + 20_000
    for j in range(i, max(SHORTEST, i - 4) - 1, -1):
        at = words[j][0]
        if words[j][2][0].isupper() and text.find(text[at:end], lowest, highest) not in {-1, at}:
            best = at
    return best


def _sentence_title(text: str, start: int, stop: int) -> int:
    """End of a title that is written like a sentence: at its stop, where words are glued, or at the end of the line."""
    limit = min(stop, start + REACH)
    for m in re.compile(r"[.!?](?=\s|[A-Z“\"])").finditer(text, start, limit):
        return m.end()
    for m in GLUE.finditer(text, start + 12, limit):
        return m.start()
    return limit if limit == stop else _last_break(text, start)


def _last_break(text: str, start: int) -> int:
    """The last blank within a usual title's length."""
    at = text.rfind(" ", start, start + 110)
    return at if at > start else start + 110
