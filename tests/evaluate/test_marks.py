"""Marks judged one by one."""

from runut.evaluate import marks

TEXT = "Iklan di sini. Pada 2 Juni ada 40 kapal, kini 12 rusak. Pasar ramai sekali, kata Sari Dewi."


def _at(words):
    start = TEXT.find(words)
    return {"start": start, "end": start + len(words)}


def _said(words, speaker):
    return {"content": _at(words), "kind": "indirect", "speaker": speaker}


WANTED = {
    "boilerplate": ["Iklan di sini."],
    "times": [["2 Juni", "2025-06-02"]],
    "quantities": [["40 kapal", 40, 40, "kapal"], ["12", 12, 12, "kapal"]],
    "attributions": [{"content": "Pasar ramai sekali", "kind": "indirect", "speaker": "Sari Dewi"}],
}


def _judged(**found):
    empty = {"zones": [], "times": [], "amounts": [], "attributions": []}
    return marks(WANTED, {"report": {"url": "u", "text": TEXT}} | empty | found)


def test_a_time_needs_its_value():
    right = {"span": _at("2 Juni"), "value": {"value": "2025-06-02"}}
    wrong = {"span": _at("2 Juni"), "value": {"value": "2024-06-02"}}
    assert _judged(times=[right])["times"] == [True]
    assert _judged(times=[wrong])["times"] == [False]


def test_an_adverb_that_nobody_annotated_counts_neither_way():
    assert _judged(times=[{"span": _at("kini"), "value": {"value": "PRESENT_REF"}}])["times"] == [None]


def test_an_amount_needs_both_bounds():
    found = [
        {"span": _at("40 kapal"), "value": {"low": 40, "high": 40, "unit": "kapal"}},
        {"span": _at("12"), "value": {"low": 12, "high": None, "unit": ""}},
    ]
    assert _judged(amounts=found)["amounts"] == [True, False]


def test_an_attribution_needs_content_and_speaker():
    found = [_said("Pasar ramai sekali", "Sari Dewi")]
    assert _judged(attributions=found)["attributions"] == [True]
    assert _judged(attributions=[_said("Pasar ramai sekali", "Rahmat Hakim")])["attributions"] == [False]
    assert _judged(attributions=[_said("Iklan di sini", "Sari Dewi")])["attributions"] == [False]


def test_a_zone_is_right_by_most_of_its_characters():
    zones = [
        {"span": _at("Iklan di sini."), "value": {"kind": "furniture"}},
        {"span": _at("Pada 2 Juni ada 40 kapal"), "value": {"kind": "body"}},
        {"span": _at("Pasar ramai sekali"), "value": {"kind": "related"}},
    ]
    assert _judged(zones=zones)["zones"] == [True, True, False]
