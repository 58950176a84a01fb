"""Which reports are one text, and which only tell the same."""

from hypothesis import given
from hypothesis import strategies as st

from runut.group import group
from runut.group.copies import in_order
from runut.types import Resolution

LONG = (
    "Bupati Sikka Yohanes Beda meresmikan jembatan gantung di Kampung Wairbukan pada Senin. Jembatan sepanjang 84 "
    "meter itu menghubungkan 3 desa di tepi Kali Dagesime. Warga sebelumnya menyeberang dengan rakit bambu setiap "
    "hari. Kepala Desa Hila Maria Nong mengatakan 1.250 warga memakai jembatan itu. Biaya pembangunannya Rp 2,7 "
    "miliar dari dana desa dan sumbangan perantau di Nunukan. Kontraktor PT Lembah Ile menyelesaikannya dalam 5 "
    "bulan. Anak-anak sekolah kini tidak lagi terlambat pada musim hujan, kata guru Fransiska Dua."
)
RETOLD = (
    "Sebuah titian gantung kini berdiri; Yohanes Beda membukanya di Wairbukan. Panjangnya 84 meter dan menyambung "
    "3 dusun dekat Dagesime. Dahulu orang naik rakit. Menurut Maria Nong, ada 1.250 pemakai. Ongkosnya 2,7 "
    "miliar, sebagian dari perantau di Nunukan. Pelaksananya, Lembah Ile, bekerja selama 5 bulan. Pelajar tidak "
    "kesiangan lagi, ujar Fransiska Dua."
)


def ties(documents):
    """Code of the tie of each pair of reports."""
    groups = group(documents, Resolution((), {})).groups
    whys = [w for g in groups if g.kind == "copies" for w in g.why]
    return {frozenset((w.words["left"], w.words["right"])): w.code for w in whys if "share" in w.words}


def test_the_same_text_under_another_headline(make):
    found = ties([make("r-1", LONG, "2025-02-03", "Jembatan Diresmikan"), make("r-2", LONG, "2025-02-03", "Akhirnya")])
    assert found == {frozenset({"r-1", "r-2"}): "copies-same"}


def test_a_part_of_a_text_is_an_excerpt(make):
    part = LONG[LONG.index("Warga") : LONG.index("Kontraktor")]
    assert ties([make("r-1", LONG, "2025-02-03"), make("r-2", part, "2025-02-03")]) == {
        frozenset({"r-1", "r-2"}): "copies-excerpt"
    }


def test_names_and_numbers_in_the_same_order_tell_a_rewritten_text(make):
    found = ties([make("r-1", LONG, "2025-02-03"), make("r-2", RETOLD, "2025-02-03")])
    assert found == {frozenset({"r-1", "r-2"}): "copies-rewritten"}


def test_the_same_words_on_another_day_are_no_copy(make):
    other = LONG.replace("84", "61").replace("Wairbukan", "Koting").replace("1.250", "730")
    first, second = make("r-1", LONG, "2025-02-03"), make("r-2", other, "2025-03-17")
    assert ties([first, second]) == {}


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_what_stands_in_the_same_order_is_at_most_what_is_common(left, right):
    share, common = in_order(left, right)
    assert common <= len(set(left) & set(right))
    assert 0 <= share <= 1
    assert in_order(right, left) == (share, common)


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
def test_a_sequence_is_in_its_own_order(items):
    assert in_order(items, items) == (1.0, len(items))
