"""What reports say about a statement."""

import importlib.util
from pathlib import Path

import pytest

from runut.pipeline import checker, per_report, trace
from runut.publish import checked_json, saved, write
from runut.types import Report

ROOT = Path(__file__).parents[2]
MOST = 0.05  # of the distorted statements may come out as supported


@pytest.fixture(scope="module")
def ask(sample_dossier):
    return checker(sample_dossier)


@pytest.mark.parametrize(
    "statement",
    [
        "Sebanyak 128 penumpang dievakuasi.",
        "Feri Laut Bestari terbakar di Selat Sape.",
        "Dua awak kapal terluka.",
        "The ferry Laut Bestari caught fire in the Sape Strait.",
        "Gubernur Hasan Mahendra menandatangani perjanjian penerbangan Lombok-Darwin.",
    ],
)
def test_what_a_report_says_is_supported(ask, statement):
    found = ask(statement)
    assert found.answer == "supported"
    assert found.supported_by
    assert found.findings


@pytest.mark.parametrize(
    "statement",
    [
        "Sebanyak 218 penumpang dievakuasi.",
        "The ferry sank.",
        "Feri Laut Bestari tenggelam.",
        "Perjanjian penerbangan Lombok-Darwin dibatalkan.",
        "Gubernur Hasan Mahendra membatalkan perjanjian penerbangan Lombok-Darwin.",
        "Dua penumpang tewas.",
        "Kementerian Perhubungan telah memeriksa kelaikan kapal tersebut.",
        "Feri Laut Bestari terbakar di Selat Sunda.",
    ],
)
def test_what_is_distorted_or_not_said_is_not_supported(ask, statement):
    assert ask(statement).answer != "supported"


def test_another_number_is_named_beside_the_support(ask):
    assert ask("Sebanyak 128 penumpang dievakuasi.").supported_by == ("Ratna Wulandari",)
    assert ask("Sebanyak 134 penumpang dievakuasi.").supported_by == ("Hendra Kusuma",)


def test_a_saved_dossier_answers_like_the_one_it_was_saved_from(ask, sample_dossier):
    again = checker(saved(write(sample_dossier, "json").encode()))
    for statement in ("Sebanyak 128 penumpang dievakuasi.", "The ferry sank."):
        assert checked_json(again(statement)) == checked_json(ask(statement))


def test_nothing_is_said_about_an_empty_statement(ask):
    assert ask("").answer == "not_reported"


def test_the_seeds_back_the_signing_with_one_origin_and_no_cancelling(seeds_dossier):
    ask = checker(seeds_dossier)
    signed = ask("Korea Utara dan Rusia menandatangani protokol kerja sama.")
    assert signed.answer == "supported"
    assert len(signed.supported_by) == 1
    assert "KCNA" in signed.supported_by[0]
    assert ask("Korea Utara dan Rusia membatalkan protokol kerja sama.").answer != "supported"


def test_distorted_statements_are_seen_through(eval_data):
    spec = importlib.util.spec_from_file_location("bench_check", ROOT / "bench/check.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    rows, _ = bench.answered()
    assert bench.supported(rows) <= MOST
    true = [r["given"] for r in rows if r["kind"] == "true"]
    assert true.count("supported") >= 0.8 * len(true)


@pytest.fixture(scope="module")
def ask_market():
    """What one report of a market in Tual says."""
    text = (
        "PT Antap Raya Buka Pasar Ikan\n\nTUAL - Direksi mengangkat Sari Dewi sebagai kepala pasar "
        "pada Senin (2/6/2025). "
        "Jumlah lapak naik sekitar 1.200 unit. Rahmat Hakim minta peresmian dijadwalkan ulang.\n\n"
        '"Gempuran ombak menghancurkan dua gudang," kata Sari Dewi.'
    )
    report = Report(id="r-1", text=text, lang="id", title="PT Antap Raya Buka Pasar Ikan", outlet="Contoh")
    return checker(trace([per_report(report)]))


@pytest.mark.parametrize(
    "statement",
    [
        "Sari Dewi kini menjabat kepala pasar.",  # another verb for it
        "Lapak bertambah 1.200 buah.",  # the same number of things called otherwise
        "Rahmat Hakim meminta peresmian ditunda.",  # who asks for something has asked
        "Sari Dewi mengatakan dua gudang hancur.",  # that somebody speaks is no act of its own
        "Sari Dewi diangkat agar pasar tertib.",  # what for is no more than context
    ],
)
def test_other_words_for_the_same_are_support(ask_market, statement):
    assert ask_market(statement).answer == "supported"


@pytest.mark.parametrize(
    "statement",
    [
        "Sari Dewi diberhentikan sebagai kepala pasar.",
        "Lapak berkurang 1.200 unit.",
        "Lapak naik 12 persen.",
        "Rahmat Hakim membatalkan peresmian.",
        "Sari Dewi mengatakan tiga gudang hancur.",
        "Peresmian telah dijadwalkan ulang oleh Rahmat Hakim.",
    ],
)
def test_another_act_or_number_is_not(ask_market, statement):
    assert ask_market(statement).answer != "supported"


@pytest.fixture(scope="module")
def ask_quay():
    """What one report of a quay in Tual says, printed on a Thursday."""
    text = (
        "Mantan Kepala Dermaga Tual Divonis\n\nTUAL - Mantan kepala dermaga Tual, Yusran Lubis, divonis empat tahun "
        "penjara pada Kamis (5/6/2025). Yusran terbukti menyuap petugas lelang. "
        "Hukuman itu lebih ringan dari tuntutan jaksa. Saat tiba di pengadilan, tangan Yusran terborgol.\n\n"
        "Sepanjang 2025, derek di dermaga itu tercatat sudah rusak sebanyak 27 kali. "
        "Dinas setempat akan membangun tanggul sepanjang 1.500 meter dengan biaya Rp 40 miliar. "
        "Tanggul itu diharapkan mencegah banjir rob.\n\n"
        "Sopir truk Markus Doa sudah diperbolehkan pulang. Kapal tunda tidak dapat melanjutkan perjalanannya. "
        "Yusran tidak akan menerima permintaan jaksa untuk meminta maaf. "
        "Ribuan warga mengungsi dari Teheran, kata Markus Doa.\n\n"
        "Korban terdiri atas enam perempuan dan tiga laki-laki."
    )
    title = "Mantan Kepala Dermaga Tual Divonis"
    report = Report(id="r-1", text=text, lang="id", title=title, outlet="Contoh", published="2025-06-05T17:00:00+07:00")
    return checker(trace([per_report(report)]))


@pytest.mark.parametrize(
    "statement",
    [
        "Bekas kepala dermaga Tual diganjar empat tahun penjara.",  # nouns and verbs of one group
        "Yusran Lubis menyogok petugas lelang.",
        "Tanggul itu diharapkan menahan banjir rob.",
        "Derek di dermaga Tual sudah puluhan kali rusak.",  # a vague number that holds the one told
        "Hingga awal Juni 2025, derek di dermaga Tual sudah 27 kali rusak.",  # counted up to a day
        "Pengemudi truk Markus Doa boleh pulang.",
        "Yusran Lubis menolak permintaan jaksa.",  # who refuses will not
        "Thousands of residents fled Tehran.",  # a name spelt otherwise abroad
        "Yusran Lubis divonis empat tahun penjara pada hari Kamis.",  # a bare weekday
        "Mantan kepala dermaga Tual Yusran Lubis dibayangi empat tahun penjara.",  # a verb nobody knows, at length
    ],
)
def test_news_words_of_one_meaning_are_support(ask_quay, statement):
    assert ask_quay(statement).answer == "supported"


@pytest.mark.parametrize(
    "statement",
    [
        "Dinas setempat membangun tanggul sepanjang 2 kilometer.",  # another length, in another unit, and a plan
        "Dinas setempat akan membangun tanggul dengan biaya Rp 60 miliar.",
        "Kapal tunda dapat melanjutkan perjalanannya.",
        "The tugboat was able to continue its journey.",
        "Korban terdiri atas enam perempuan dan enam laki-laki.",  # one of two numbers
        "Yusran Lubis divonis empat tahun penjara pada 9 Juni 2025.",
    ],
)
def test_one_other_point_contradicts_beside_a_plan(ask_quay, statement):
    assert ask_quay(statement).answer == "contradicted"


@pytest.mark.parametrize(
    "statement",
    [
        "Yusran Lubis divonis bebas.",
        "Dinas setempat telah membangun tanggul sepanjang 1.500 meter.",
        "Yusran Lubis menerima permintaan jaksa.",
        "Yusran Lubis dibayangi penjara.",  # a verb nobody knows, in few words
        "Mantan kepala dermaga Tual Yusran Lubis dibebaskan setelah empat tahun penjara.",
        "Yusran Lubis mengungsi dari Teheran.",
        "Markus Doa menyogok petugas lelang.",
        "Thousands of residents fled Tirana.",
    ],
)
def test_the_same_words_of_somebody_or_something_else_are_not(ask_quay, statement):
    assert ask_quay(statement).answer != "supported"


def test_a_length_in_another_unit_is_the_same(ask_quay):
    assert ask_quay("Dinas setempat akan membangun tanggul sepanjang 1,5 km.").answer == "supported"


def test_two_neighbouring_sentences_support_together(ask_quay):
    assert ask_quay("Yusran Lubis divonis empat tahun penjara dan menyuap petugas lelang.").answer == "supported"
    assert ask_quay("Yusran Lubis divonis empat tahun penjara dan menyuap enam petugas.").answer != "supported"
