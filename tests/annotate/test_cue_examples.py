"""Every cue finds what its examples hold in square brackets, and nothing in what it must leave."""

import importlib.util
import re
from pathlib import Path

import pytest

from runut.annotate import attributions
from runut.lang import language, languages
from runut.lang.cues import forms

spec = importlib.util.spec_from_file_location("said", Path(__file__).parent / "said.py")
tools = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tools)

HELD = re.compile(r"\[([^\]]*)\]")


def entries():
    packs = [(tag, language(tag).cues) for tag in languages()]
    return [(tag, e) for tag, cues in packs for e in (*cues.verbs, *cues.phrases)]


def found(name, text, tag):
    marked = attributions.mark(tools.document(text, tag), language(tag)).attributions
    return [text[a.content.start : a.content.end] for a in marked if a.rule == f"cues:{name}"]


@pytest.mark.parametrize(("tag", "entry"), entries(), ids=lambda v: v if isinstance(v, str) else v.name)
def test_finds_what_its_examples_hold(tag, entry):
    assert entry.examples or getattr(entry, "content", "") == "none"
    for example in entry.examples:
        held = HELD.findall(example)
        text = HELD.sub(r"\1", example)
        assert found(entry.name, text, tag) == held, example


@pytest.mark.parametrize(("tag", "entry"), entries(), ids=lambda v: v if isinstance(v, str) else v.name)
def test_finds_nothing_where_it_must_not(tag, entry):
    assert entry.not_
    for text in entry.not_:
        assert found(entry.name, text, tag) == [], text


@pytest.mark.parametrize("tag", languages())
def test_names_are_used_once_in_a_language(tag):
    cues = language(tag).cues
    names = [e.name for e in (*cues.verbs, *cues.phrases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("tag", languages())
def test_no_form_belongs_to_two_verbs(tag):
    owners = {}
    for word, form in forms(language(tag).cues):
        assert owners.setdefault(word, form.verb.name) == form.verb.name, word


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("kata", "mengatakan"),
        ("sebut", "menyebut"),
        ("tutur", "menuturkan"),
        ("papar", "memaparkan"),
        ("beber", "membeberkan"),
        ("klaim", "mengklaim"),
        ("lapor", "melaporkan"),
        ("duga", "menduga"),
        ("harap", "berharap"),
        ("ungkap", "diungkapkan"),
        ("ujar", "ujarnya"),
    ],
)
def test_forms_follow_the_rules_of_the_language(stem, form):
    made = {word: f.verb.stem for word, f in forms(language("id").cues)}
    assert made[form] == stem
