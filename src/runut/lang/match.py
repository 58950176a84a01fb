"""Many forms found in one pass."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick

T = TypeVar("T")


class Forms(Generic[T]):
    """An automaton over folded forms, each with what it stands for; found at word boundaries, longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """`entries`: (form as `text.fold` writes it, what it stands for). A form given twice keeps the first."""
        self._automaton = ahocorasick.Automaton()
        for form, meaning in entries:
            if form and form not in self._automaton:
                self._automaton.add_word(form, (len(form), meaning))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, folded: str) -> Iterator[tuple[int, int, T]]:
        """(start, end, meaning) of every form in folded text, in order; of overlapping ones the earlier and longer."""
        if self._empty:
            return
        held: tuple[int, int, T] | None = None
        size = len(folded)
        for last, (length, meaning) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[last].isalnum():
                continue
            if held is None or start >= held[1]:
                if held is not None:
                    yield held
                held = (start, end, meaning)
            elif start <= held[0]:
                held = (start, end, meaning)
        if held is not None:
            yield held
