"""Every furniture rule takes exactly what its examples mark, and nothing of what it must leave."""

import re

import pytest

from runut.annotate import sentences, zones
from runut.lang import language, languages
from runut.types import Document, Report

TAKEN = re.compile(r"«([^»]*)»")


def rules():
    return [(tag, rule) for tag in languages() for rule in language(tag).furniture.rules]


def taken_by(name, text, tag):
    document = Document(report=Report(id="r-0", text=text, lang=tag))
    document = sentences.mark(zones.mark(document, language(tag)), language(tag))
    spans = sorted((z.span.start, z.span.end) for z in document.zones if z.rule == f"furniture:{name}")
    return [piece for a, b in spans if (piece := text[a:b].strip())]


def opened(example):
    """The text of an example, and the stretches it marks; »« inside a stretch parts a caption from its credit."""
    return TAKEN.sub(r"\1", example), [m.strip() for m in TAKEN.findall(example)]


@pytest.mark.parametrize(("tag", "rule"), rules(), ids=lambda v: v if isinstance(v, str) else v.name)
def test_takes_what_its_examples_mark(tag, rule):
    assert rule.examples
    for example in rule.examples:
        text, expected = opened(example)
        assert taken_by(rule.name, text, tag) == expected, example


@pytest.mark.parametrize(("tag", "rule"), rules(), ids=lambda v: v if isinstance(v, str) else v.name)
def test_leaves_what_it_must_not_take(tag, rule):
    for text in rule.not_:
        assert taken_by(rule.name, text, tag) == [], text


def test_names_are_used_once_in_a_language():
    for tag in languages():
        names = [r.name for r in language(tag).furniture.rules]
        assert len(names) == len(set(names))


def test_triggers_belong_to_rules_tried_inside():
    for _, rule in rules():
        assert bool(rule.triggers) == (rule.where == "inside"), rule.name
