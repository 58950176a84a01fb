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
