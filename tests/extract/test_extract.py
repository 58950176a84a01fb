"""Claims of one report: clauses, actions, modality, slots, chains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.extract import extract
from runut.lang import language, languages
from runut.lang.actions import action_cues
from runut.lang.ontology import ontology
from runut.text import fold
from runut.types import Attribution, Document, Hop, Modality, Report, Span


def spoken(made, text, **marks):
    found = made.claimed(text, **marks)
    return [made.words(found, c) for c in found.claims]


def only(made, text, **marks):
    (claim,) = made.claimed(text, **marks).claims
    return claim


# --- clauses --------------------------------------------------------------------------------------


def test_a_sentence_is_one_claim(made):
    assert spoken(made, "Wali kota membuka pasar ikan di Tual.") == ["Wali kota membuka pasar ikan di Tual"]


def test_two_statements_joined_by_and_with_a_verb_are_two_claims(made):
    text = "Wali kota membuka pasar ikan baru dan memeriksa dermaga kayu di Tual."
    assert spoken(made, text) == ["Wali kota membuka pasar ikan baru", "dan memeriksa dermaga kayu di Tual"]


def test_and_between_nouns_parts_nothing(made):
    assert len(spoken(made, "Wali kota membuka pasar ikan dan pasar sayur di Tual.")) == 1


def test_while_begins_another_statement(made):
    text = "Petugas memadamkan api di gudang garam, sementara warga mengungsi ke balai desa."
    assert len(spoken(made, text)) == 2


def test_a_relative_clause_with_its_own_date_is_a_claim_inside_the_other(made):
    text = "Perjanjian Bandaneira, yang diteken kedua bupati pada 3 Mei 2024, membahas batas laut."
    found = spoken(made, text, times={"3 Mei 2024": "2024-05-03"})
    assert found == ["Perjanjian Bandaneira, yang diteken kedua bupati pada 3 Mei 2024", text[:-1]]


def test_content_is_parted_from_the_frame_that_says_who_speaks(made):
    text = "Rini Astuti mengatakan bahwa dua belas perahu tenggelam di Teluk Buli."
    content = "dua belas perahu tenggelam di Teluk Buli"
    said = [(content, "Rini Astuti", "mengatakan", [("Rini Astuti", "person")])]
    assert spoken(made, text, said=said, names={"Rini Astuti": "person"}) == [content]


def test_a_frame_that_tells_of_another_act_is_a_claim_of_its_own(made):
    text = "Setelah pertemuan dengan nelayan di Tual, Rini menyatakan dermaga kayu itu aman."
    content = "dermaga kayu itu aman"
    said = [(content, "Rini", "menyatakan", [("Rini", "person")])]
    assert "Setelah pertemuan dengan nelayan di Tual" in spoken(made, text, said=said)[0]


def test_a_circumstance_that_runs_into_what_is_said_stands_with_it(made):
    text = "Kunjungan gubernur terjadi setelah Rini Astuti memperingatkan bahwa dermaga kayu lama itu rapuh."
    said = [("dermaga kayu lama itu rapuh", "Rini Astuti", "memperingatkan", [("Rini Astuti", "person")])]
    assert spoken(made, text, said=said, names={"Rini Astuti": "person"}) == [text[:-1], "dermaga kayu lama itu rapuh"]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Rini Astuti, kepala delegasi nelayan, mengatakan pada Jumat bahwa {}.", "Rini Astuti", "mengatakan"),
        ("{}, kata Rini Astuti usai rapat dengan delegasi nelayan di Tual pada Senin.", "Rini Astuti", "kata"),
    ],
)
def test_a_frame_with_title_time_and_occasion_is_no_claim(made, text, source, cue):
    content = "dua belas perahu tenggelam di Teluk Buli"
    said = [(content, source, cue, [(source, "person")])]
    assert spoken(made, text.format(content), said=said, names={source: "person"}) == [content]


def test_what_follows_a_frame_is_a_claim_without_it(made):
    text = "Dua belas perahu tenggelam di Teluk Buli, kata Antara, sementara tiga kapal berlayar ke Tual."
    said = [("Dua belas perahu tenggelam di Teluk Buli", "Antara", "kata", [("Antara", "wire")])]
    found = spoken(made, text, said=said)
    assert found == ["Dua belas perahu tenggelam di Teluk Buli", "sementara tiga kapal berlayar ke Tual"]


def test_a_sentence_that_only_names_the_source_of_the_one_before_is_no_claim(made):
    text = "Kedua bupati menandatangani perjanjian batas laut. Keterangan ini dilaporkan Kantor Berita Selatan, Senin."
    said = [("Keterangan ini", "Kantor Berita Selatan", "dilaporkan", [("Kantor Berita Selatan", "wire")])]
    assert spoken(made, text, said=said) == ["Kedua bupati menandatangani perjanjian batas laut"]


def test_a_time_and_a_manner_are_not_cut_in_two(made):
    text = "Para nelayan pekan lalu mengecam penjualan dermaga itu secara terbuka dan meyakinkan di Tual."
    assert spoken(made, text, times={"pekan lalu": "2024-W18"}) == [text[:-1]]


def test_what_is_set_against_a_statement_needs_no_verb(made):
    text = "Perahu itu ditemukan terbalik di Teluk Buli, namun sebabnya sejauh ini belum jelas."
    assert spoken(made, text) == [
        "Perahu itu ditemukan terbalik di Teluk Buli",
        "namun sebabnya sejauh ini belum jelas",
    ]


def test_teasers_are_no_claims(made):
    text = "Wali kota membuka pasar ikan di Tual.\nBaca juga cara memilih ikan segar."
    assert len(spoken(made, text, related=["Baca juga cara memilih ikan segar"])) == 1


def test_a_caption_is_marked(made):
    claim = only(made, "Wali kota membuka pasar ikan di Tual.", captions=["Wali kota membuka pasar ikan di Tual."])
    assert claim.caption


# --- action and modality --------------------------------------------------------------------------


def entries(kind):
    return [(tag, e) for tag in languages() for e in getattr(language(tag).actions, kind)]


def tags(tag, text):
    return {t for _, _, found in action_cues(language(tag).actions).find(fold(text)) for t in found}


@pytest.mark.parametrize(("tag", "entry"), entries("actions"), ids=lambda v: v if isinstance(v, str) else v.code)
def test_every_action_finds_its_examples_and_no_more(tag, entry):
    assert entry.examples
    for text in entry.examples:
        assert ("action", entry.code) in tags(tag, text), text
    for text in entry.not_:
        assert ("action", entry.code) not in tags(tag, text), text


@pytest.mark.parametrize(("tag", "entry"), entries("modality"), ids=lambda v: v if isinstance(v, str) else v.modality)
def test_every_modality_finds_its_examples_and_no_more(tag, entry):
    assert entry.examples
    for text in entry.examples:
        assert ("modality", entry.modality) in tags(tag, text), text
    for text in entry.not_:
        assert ("modality", entry.modality) not in tags(tag, text), text


@pytest.mark.parametrize("tag", languages())
def test_codes_and_modalities_are_known(tag):
    actions = language(tag).actions
    assert {e.code for e in actions.actions} <= {c.code for c in ontology().plover}
    assert {e.modality for e in actions.modality} <= {m.value for m in Modality}


def test_the_ontology_has_the_sixteen_categories():
    assert len(ontology().plover) == 16
    assert all(c.gloss for c in ontology().plover)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kedua bupati menandatangani perjanjian batas laut.", "plover:AGREE"),
        ("Polisi menangkap pencuri kabel di Sorong.", "plover:COERCE"),
        ("Harga garam rakyat pekan lalu seribu rupiah.", ""),
        ("Petugas memeriksa kelaikan kapal garam itu.", ""),
        ("Kedua bupati menandatangani perjanjian itu dalam pertemuan di Tual.", "plover:AGREE"),
    ],
)
def test_the_action_is_that_of_the_verb(made, text, action):
    assert only(made, text).action == action


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kapal garam itu berlayar ke Tual.", Modality.FACT),
        ("Kapal garam itu akan berlayar ke Tual.", Modality.PLANNED),
        ("Kapal garam itu diduga berlayar ke Tual.", Modality.ALLEGED),
        ("Pemilik kapal membantah berlayar ke Tual.", Modality.DENIED),
        ("Kapal garam berlayar ke Tual apabila angin reda.", Modality.CONDITIONAL),
        ("Kerugian pemilik kapal diperkirakan dua juta rupiah.", Modality.ESTIMATED),
        ("Kapal garam itu kemungkinan akan berlayar ke Tual.", Modality.ESTIMATED),
    ],
)
def test_how_surely_a_clause_is_meant(made, text, modality):
    assert only(made, text).modality == modality


def test_the_cue_of_its_attribution_counts_too(made):
    text = "Seram menuduh Banda menjual ikan beracun di pasar."
    said = [("Banda menjual ikan beracun di pasar", "Seram", "menuduh", [("Seram", "institution")])]
    assert only(made, text, said=said).modality == Modality.ALLEGED


# --- slots ----------------------------------------------------------------------------------------


def test_slots_hold_who_whom_where_when_and_how_many(made):
    claim = only(
        made,
        "Rini Astuti menemui Bayu Lesmana di Tual pada Senin (6/5) membawa 12 perahu.",
        names={"Rini Astuti": "person", "Bayu Lesmana": "person", "Tual": "place"},
        times={"Senin (6/5)": "2024-05-06"},
        amounts={"12 perahu": (12, 12, "perahu")},
    )
    assert [s.role for s in claim.slots] == ["actor", "recipient", "place", "time", "amount"]


def test_a_numeral_that_points_at_what_is_known_measures_nothing(made):
    text = "Kedua kapal garam itu membawa 12 perahu ke Tual."
    claim = only(made, text, amounts={"Kedua kapal": (2, 2, "kapal"), "12 perahu": (12, 12, "perahu")})
    assert [s.mark.value.unit for s in claim.slots] == ["perahu"]


def test_a_government_named_by_its_capital_is_no_place(made):
    claim = only(made, "Manila menolak tawaran kapal patroli itu.", names={"Manila": "place"})
    assert [s.role for s in claim.slots] == ["actor"]


def test_a_clause_without_a_time_takes_the_only_one_of_its_sentence(made):
    text = "Petugas memadamkan api di gudang garam, sementara warga mengungsi ke balai desa Senin."
    first, _ = made.claimed(text, times={"Senin": "2024-05-06"}).claims
    assert [s.role for s in first.slots] == ["time"]


# --- chains ---------------------------------------------------------------------------------------


def names(claim):
    return [h.name for h in claim.chain]


def test_the_chain_runs_from_the_outlet_to_the_origin(made):
    text = "Dua belas perahu tenggelam di Teluk Buli, kata Rini Astuti kepada Kantor Berita Selatan."
    hops = [("Rini Astuti", "person"), ("Kantor Berita Selatan", "wire")]
    said = [("Dua belas perahu tenggelam di Teluk Buli", "Rini Astuti", "kata", hops)]
    claim = only(made, text, said=said, outlet="Harian Tual")
    assert names(claim) == ["Harian Tual", "Kantor Berita Selatan", "Rini Astuti"]
    assert claim.rule == "chain:attributed"


def test_the_wire_of_the_whole_report_stands_next_to_the_outlet(made):
    text = "Dua belas perahu tenggelam di Teluk Buli."
    claim = only(made, text, outlet="Harian Tual", credits=["AFP"])
    assert names(claim) == ["Harian Tual", "AFP"]
    assert claim.rule == "chain:credit"


def test_a_wire_credited_and_named_stands_once(made):
    text = "Dua belas perahu tenggelam di Teluk Buli, lapor AFP."
    said = [("Dua belas perahu tenggelam di Teluk Buli", "AFP", "lapor", [("AFP", "wire")])]
    assert names(only(made, text, said=said, outlet="Harian Tual", credits=["AFP"])) == ["Harian Tual", "AFP"]


def test_a_name_with_its_acronym_stands_once_beside_the_name(made):
    text = "Dua belas perahu tenggelam di Teluk Buli, lapor Kantor Berita Selatan (KBS)."
    hops = [("Kantor Berita Selatan (KBS)", "wire"), ("Kantor Berita Selatan", "wire")]
    said = [("Dua belas perahu tenggelam di Teluk Buli", "Kantor Berita Selatan (KBS)", "lapor", hops)]
    assert names(only(made, text, said=said, outlet="Harian Tual")) == ["Harian Tual", "Kantor Berita Selatan (KBS)"]


def test_an_attribution_that_points_back_covers_the_sentence_before(made):
    text = "Kedua bupati menandatangani perjanjian batas laut. Kesepakatan ini diberitakan Kantor Berita Selatan."
    said = [("Kesepakatan ini", "Kantor Berita Selatan", "diberitakan", [("Kantor Berita Selatan", "wire")])]
    claim = made.claimed(text, said=said, outlet="Harian Tual").claims[0]
    assert names(claim) == ["Harian Tual", "Kantor Berita Selatan"]
    assert claim.rule == "chain:back"


def test_a_denial_that_is_itself_negated_is_none(made):
    assert only(made, "Seram membantah pasokan mesiu ke pulau tetangga.").modality == Modality.DENIED
    assert only(made, "Seram tidak membenarkan maupun membantah pasokan mesiu itu.").modality != Modality.DENIED
    assert only(made, "Seram tidak datang dan membantah pasokan mesiu itu.").modality == Modality.DENIED


def test_who_denies_is_who_says_so(made):
    text = "Seram dan Banda selalu membantah pasokan mesiu ke pulau tetangga."
    claim = only(made, text, names={"Seram": "place", "Banda": "place"}, outlet="Harian Tual")
    assert names(claim) == ["Harian Tual", "Seram dan Banda"]
    assert claim.rule == "chain:denier"


def test_the_outlet_is_its_own_witness_only_where_the_text_says_so(made):
    seen = only(made, "Pantauan di lokasi menunjukkan dermaga kayu itu retak.", outlet="Harian Tual")
    told = only(made, "Dermaga kayu di lokasi itu retak sejak pagi.", outlet="Harian Tual")
    assert (seen.rule, told.rule) == ("chain:witnessed", "chain:own")


def test_what_nobody_is_named_for_rests_on_the_only_source_of_the_report(made):
    text = "Dua belas perahu tenggelam di Teluk Buli. Ombak setinggi atap menutup dermaga kayu, kata Rini Astuti."
    said = [("Ombak setinggi atap menutup dermaga kayu", "Rini Astuti", "kata", [("Rini Astuti", "person")])]
    first, _ = made.claimed(text, said=said, outlet="Harian Tual").claims
    assert first.rule == "chain:only-source"
    assert names(first)[-1] == "Rini Astuti"


def test_told_history_does_not_rest_on_the_only_source(made):
    text = "Dermaga kayu itu dibangun pada 1998. Ombak setinggi atap menutup dermaga kayu, kata Rini Astuti."
    said = [("Ombak setinggi atap menutup dermaga kayu", "Rini Astuti", "kata", [("Rini Astuti", "person")])]
    first, _ = made.claimed(text, said=said, times={"1998": "1998"}, published="2024-05-06").claims
    assert first.rule == "chain:own"


def test_a_source_heard_once_in_a_long_report_is_not_where_it_comes_from(made):
    told = " ".join(f"Nelayan ke-{n} menambatkan perahu kayunya di dermaga." for n in range(20))
    text = f"{told} Ombak setinggi atap menutup dermaga kayu, kata Rini Astuti."
    said = [("Ombak setinggi atap menutup dermaga kayu", "Rini Astuti", "kata", [("Rini Astuti", "person")])]
    first, *_ = made.claimed(text, said=said, outlet="Harian Tual").claims
    assert first.rule == "chain:own"


def test_a_body_named_with_and_without_its_acronym_is_one_source(made):
    text = (
        "Dua belas perahu tenggelam di Teluk Buli. Ombak setinggi atap menutup dermaga kayu, kata Badan Laut (BL). "
        "Kapal besar dilarang masuk dermaga kayu, kata BL."
    )
    said = [
        ("Ombak setinggi atap menutup dermaga kayu", "Badan Laut (BL)", "kata", [("Badan Laut (BL)", "institution")]),
        ("Kapal besar dilarang masuk dermaga kayu", "BL", "kata", [("BL", "institution")]),
    ]
    first, *_ = made.claimed(text, said=said, outlet="Harian Tual").claims
    assert first.rule == "chain:only-source"


# --- always ---------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Wali kota ",
        "membuka ",
        "pasar ",
        ", yang ",
        ", sementara ",
        " dan ",
        "; ",
        "menutup ",
        "Tual",
        ". ",
        "\n",
        "12 ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_lie_in_the_text_in_order_and_twice_gives_equal(text):
    sentences = tuple(Span("r-1", i, i + len(p)) for i, p in _lines(text))
    bare = Document(report=Report(id="r-1", text=text, lang="id"), sentences=sentences)
    found = extract(bare)
    assert found == extract(bare)
    assert list(found.claims) == sorted(found.claims, key=lambda c: c.span)
    assert all(0 <= c.span.start < c.span.end <= len(text) for c in found.claims)
    assert len({c.id for c in found.claims}) == len(found.claims)


def _lines(text):
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line
        at += len(line)


def test_a_language_without_a_pack_gives_claims_without_actions():
    text = "Borgmesteren åbnede fiskemarkedet i går."
    bare = Document(report=Report(id="r-1", text=text, lang="da"), sentences=(Span("r-1", 0, len(text)),))
    (claim,) = extract(bare).claims
    assert (claim.action, claim.modality) == ("", Modality.FACT)


def test_a_short_quotation_stands_without_its_frame():
    text = "“Ombaknya sangat tinggi,” kata Rini Astuti, seperti dikutip Kantor Berita Selatan."

    def spot(words):
        return Span("r-1", text.index(words), text.index(words) + len(words))

    hops = (Hop("Rini Astuti", "person"),)
    by = Attribution(
        spot("Ombaknya sangat tinggi"), spot("Rini Astuti"), spot("kata"), "direct", "Rini Astuti", hops, "test"
    )
    document = Document(
        report=Report(id="r-1", text=text, lang="id"), sentences=(Span("r-1", 0, len(text)),), attributions=(by,)
    )
    (claim,) = extract(document).claims
    assert text[claim.span.start : claim.span.end] == "Ombaknya sangat tinggi"
