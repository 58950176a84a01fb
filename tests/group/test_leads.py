"""Reports of one event tell what the others lead with; neighbouring events of one affair do not."""

import pytest

from runut.group import group
from runut.group.leads import answering
from runut.group.profiles import LEAD, profile
from runut.types import Resolution

CASE = (
    "Perkara ini bermula dari pengadaan perahu patroli Dinas Kelautan Tanjung Merawan. Penyidik Kejaksaan Negeri "
    "Merawan menaksir kerugian negara Rp 7,4 miliar. Galangan Samudra Lestari memenangi lelang tanpa pesaing. "
    "Perahu itu retak sebelum dipakai, menurut Badan Pemeriksa Keuangan."
)
CLERK = (
    "Bendahara dinas, Yosina Latumeten, mendatangi gerbang kantor sejak pagi. Ia membawa dua koper berisi kuitansi "
    "dan menolak menjawab wartawan. Yosina dimintai keterangan tujuh jam tentang aliran uang muka. Pengacaranya "
    "menyebut kuitansi itu lengkap, sedangkan Yosina langsung meninggalkan gerbang dengan mobil hitam. "
)
CLERK_AGAIN = (
    "Dua koper kuitansi dibawa Yosina Latumeten, bendahara dinas, ketika dimintai keterangan tentang uang muka. "
    "Setelah tujuh jam, Yosina pergi naik mobil hitam tanpa menjawab wartawan di gerbang. Pengacaranya menyebut "
    "kuitansi itu lengkap, sejak pagi ia mendampingi. "
)
SHIPYARD = (
    "Direktur galangan, Bonar Tambunsaribu, menggugat penyitaan dermaga lewat praperadilan. Hakim tunggal Fransina "
    "Watimena membacakan jadwal sidang. Bonar menilai surat sita cacat karena tanpa tanda tangan ketua. Juru bicara "
    "pengadilan menyatakan sidang terbuka bagi umum, putusan dijadwalkan pekan depan. "
)


def pages(make):
    """Two reports of a questioning and one of a lawsuit in the same case, all with the same history of the case."""
    return [
        make("r-1", f"{CLERK}\n{CASE}", "2025-03-04", "Bendahara Bawa Dua Koper Kuitansi"),
        make("r-2", f"{CLERK_AGAIN}\n{CASE}", "2025-03-04", "Tujuh Jam Bendahara Dimintai Keterangan"),
        make("r-3", f"{SHIPYARD}\n{CASE}", "2025-03-04", "Direktur Galangan Gugat Penyitaan Dermaga"),
    ]


def test_a_lead_is_the_headline_and_the_first_lines(make):
    found = profile(make("r-1", "Bendungan jebol. " + "Hujan turun. " * LEAD + "Kuitansi.", "", "Banjir")).lead
    assert len(found) < len(profile(make("r-1", "Bendungan jebol. Hujan turun. Kuitansi.", "", "Banjir")).lead)


def test_reports_of_one_event_tell_what_the_others_lead_with(make):
    answer = answering([profile(d) for d in pages(make)])
    assert answer(0, 1) > max(answer(0, 2), answer(1, 2))


def test_the_answer_is_the_same_in_both_directions(make):
    answer = answering([profile(d) for d in pages(make)])
    assert answer(0, 2) == answer(2, 0)


def test_reports_without_a_lead_answer_each_other(make):
    answer = answering([profile(make("r-1", "")), profile(make("r-2", CLERK))])
    assert answer(0, 1) == pytest.approx(1.0)


def test_two_steps_of_one_case_are_two_stories_however_much_history_they_share(make):
    found = group(pages(make), Resolution((), {})).groups
    assert {frozenset(g.reports) for g in found if g.kind == "story"} == {
        frozenset({"r-1", "r-2"}),
        frozenset({"r-3"}),
    }
