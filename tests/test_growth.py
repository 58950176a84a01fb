"""What one very long report costs grows no faster than its text."""

import time

from runut.pipeline import per_report, trace
from runut.types import Report

PLACES = ("Sape", "Maba", "Ketapang", "Buli", "Waingapu")
NAMES = ("Sari", "Rini", "Yosef", "Maria", "Rudi", "Dewi", "Bayu")
SURNAMES = ("Tahalele", "Astuti", "Lering", "Ulfah", "Manopo")


def text(length):
    """Invented sentences, each with its own number, some with the same people."""
    rows, size, n = [], 0, 0
    while size < length:
        name = f"{NAMES[n % 7]} {SURNAMES[n // 7 % 5]}"
        rows.append(
            f"Camat {name} mengatakan {n + 2} rumah di {PLACES[n % 5]} terendam pada Senin ({n % 28 + 1}/6/2025). "
            f'"Warga blok {n} sudah mengungsi," ujar {name.split()[0]}.'
        )
        size, n = size + len(rows[-1]) + 1, n + 1
    return "\n".join(rows)


def seconds(length, what):
    given = Report(id="r-1", text=text(length), lang="id")
    began = time.process_time()
    what(given)
    return time.process_time() - began


def test_reading_a_long_text_takes_time_in_step_with_its_length():
    per_report(Report(id="r-0", text=text(2_000), lang="id"))
    short, long = (seconds(n, per_report) for n in (50_000, 200_000))
    assert long < 4 * 2.5 * short


def test_tracing_one_long_report_takes_no_time_squared():
    def whole(report):
        trace([per_report(report)])

    short, long = (seconds(n, whole) for n in (20_000, 80_000))
    assert long < 4 * 2.5 * short
