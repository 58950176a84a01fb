"""What reports say about a statement."""

import importlib.util
from pathlib import Path

import pytest

from runut.pipeline import checker
from runut.publish import checked_json, saved, write

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
