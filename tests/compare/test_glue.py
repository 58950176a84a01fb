"""Words that lost links glued together."""

import pytest

from runut.compare.bags import Names, bags
from runut.compare.glue import unglued
from runut.types import Resolution


def features(made, *texts):
    names = Names(Resolution((), {}))
    said = [s for n, text in enumerate(texts) for s in bags(made.claimed(text, report=f"r-{n}"), names)]
    return [sorted(f[2:] for f in s.features if f[0] == "w") for s in unglued(said)]


KNOWN = ("Erupsi Dukono memuntahkan kerikil panas.", "Warga Tobelo melihat erupsi Dukono memuntahkan kerikil panas.")


@pytest.mark.parametrize("glued", ["erupsidukono", "erupsidukonopada", "dierupsidukono"])
def test_a_word_made_of_words_of_the_story_is_parted(made, glued):
    *_, found = features(made, *KNOWN, f"Kabar tentang {glued} menyebar cepat.")
    plain = features(made, *KNOWN, "Kabar tentang erupsi dukono menyebar cepat.")[-1]
    assert found == plain


@pytest.mark.parametrize("whole", ["erupsinyaria", "dipadayang", "kerikilabc"])
def test_a_word_with_a_part_that_the_story_does_not_have_stays_whole(made, whole):
    *_, found = features(made, *KNOWN, f"Kabar tentang {whole} menyebar cepat.")
    assert whole in found


def test_a_word_that_stands_twice_is_a_word(made):
    twice = "Kabar tentang erupsidukono menyebar cepat."
    assert "erupsidukono" in features(made, *KNOWN, twice, "Nelayan mendengar kabar erupsidukono di pasar.")[-1]
