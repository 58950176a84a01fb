"""Every mark of a report in a measured language says how sure it is."""

from runut.annotate import annotate
from runut.types import Report

TEXT = (
    "Ambon - Bupati Sari Dewi membuka pasar ikan pada Senin (2/6/2025). Sebanyak 40 pedagang hadir.\n\n"
    '"Pasar ini milik warga," kata Sari. Ia menyebut biayanya Rp 2 miliar.\n\nBaca juga: Harga ikan naik'
)


def test_every_mark_and_attribution_has_one():
    found = annotate(Report(id="r", text=TEXT, lang="id"))
    named = [m for m in found.names if m.value.kind != "other"]
    marks = [*found.zones, *named, *found.times, *found.amounts, *found.attributions]
    assert {type(m.value).__name__ for m in marks[: -len(found.attributions)]} == {"Zone", "Name", "When", "Amount"}
    assert found.attributions
    assert all(m.confidence is not None and 0 < m.confidence <= 1 for m in marks)


def test_a_language_that_was_not_measured_has_none():
    found = annotate(Report(id="r", text="The mayor opened the market on Monday, June 2, 2025.", lang="en"))
    assert found.times
    assert all(m.confidence is None for m in (*found.zones, *found.times))
