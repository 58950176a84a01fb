"""Invented reports, put together by hand so that only grouping is tested."""

import pytest

from runut.types import Dating, Document, Mark, Name, Reason, Report, Span, When

FIRE = (
    "Gudang kertas milik PT Sinar Tekun di Jalan Merbau, Kota Palangka Raya, terbakar. Kepala Dinas Pemadam Kebakaran "
    "Surya Wibisana mengatakan 14 unit mobil pemadam dikerahkan dan dua karyawan terluka. Api diduga berasal dari "
    "korsleting di lantai dua gudang kertas itu. Kerugian ditaksir Rp 3,2 miliar, kata Surya Wibisana."
)
FIRE_TOLD_AGAIN = (
    "Dua karyawan terluka ketika api melalap gudang kertas PT Sinar Tekun, Jalan Merbau, Palangka Raya. Menurut Surya "
    "Wibisana dari Dinas Pemadam Kebakaran, api dipadamkan 14 unit mobil setelah tiga jam. Penyebabnya diduga "
    "korsleting di lantai dua, sedangkan kerugian Rp 3,2 miliar."
)
QUAKE = (
    "Gempa bermagnitudo {size} mengguncang {place}. BMKG menyebut pusat gempa berada di laut, {far} km barat daya "
    "{place}, pada kedalaman {deep} km. Gempa tidak berpotensi tsunami. Warga diminta tetap tenang dan waspada "
    "terhadap gempa susulan."
)
VISIT = (
    "Menteri Perikanan Norlandia Henrik Aasvold tiba di Tual untuk {what}. Henrik Aasvold bertemu Bupati Kei Rahman "
    "Matdoan dan nelayan Norlandia di Pelabuhan Tual. {more}"
)


def made(name, text, day="", title="", outlet="", stated=(), names=()):
    """A document with a day of publication, stated times and names, and no zones."""
    nowhere = Span(name, 0, 0)
    return Document(
        report=Report(id=name, text=text, lang="id", title=title, outlet=outlet),
        outlet=outlet,
        published=Dating(When(day), Reason("published-given")) if day else None,
        times=tuple(Mark(nowhere, When(v), "test") for v in stated),
        names=tuple(Mark(nowhere, Name(n, "person"), "test") for n in names),
    )


@pytest.fixture
def pile():
    """Ten reports: a fire, an undated report of it, two look-alike quakes, two visits a year apart, one alone."""
    quake = {"size": "4,1", "place": "Saumlaki", "far": 37, "deep": 12}
    other = {"size": "5,6", "place": "Lewoleba", "far": 81, "deep": 44}
    actors = ("Henrik Aasvold", "Rahman Matdoan", "Norlandia", "Tual")
    again = "melihat tambak"
    return [
        made("r-fire-1", FIRE, "2025-03-04T08:00+07:00", "Gudang Kertas Terbakar", "surat-a", ["2025-03-03"]),
        made("r-fire-2", FIRE_TOLD_AGAIN, "2025-03-04", "Api Melalap Gudang Kertas", "surat-b", ["2025-03-03"]),
        made("r-fire-3", FIRE.replace("dikerahkan", "dikirim"), "2025-03-04T10:00+07:00", "Gudang Terbakar", "surat-c"),
        made("r-fire-4", FIRE_TOLD_AGAIN.split(". ", 1)[1], "", "", "surat-d"),
        made("r-quake-1", QUAKE.format(**quake), "2025-03-04", "", "surat-a", ["2025-03-04T05:10+07:00"]),
        made("r-quake-2", QUAKE.format(**quake), "2025-03-04", "", "surat-b", ["2025-03-04T05:10+07:00"]),
        made("r-quake-3", QUAKE.format(**other), "2025-03-04", "", "surat-a", ["2025-03-04T11:45+07:00"]),
        made(
            "r-visit-1",
            VISIT.format(what="menandatangani nota", more="Nota itu tentang cantrang."),
            "2025-03-05",
            "",
            "surat-a",
            ["2025-03-05"],
            actors,
        ),
        made(
            "r-visit-2",
            VISIT.format(what=again, more="Ia melihat tambak udang."),
            "2024-02-20",
            "",
            "surat-a",
            ["2024-02-20"],
            actors,
        ),
        made("r-alone", "Harga cabai rawit di Pasar Oesapa naik menjadi Rp 92 ribu per kilogram.", "2025-03-04"),
    ]


@pytest.fixture
def make():
    """`made`, for tests that put their own reports together."""
    return made
