"""The lexicon's lines as vectors: made of today's lexicon, near what people mean, and empty for another embedder."""

import numpy as np

from qa.index.embedding import LocalEmbedder
from qa.retrieval.lexicon import synonyms
from qa.retrieval.thesaurus import PATH, Sense, Thesaurus, fingerprint, nearest
from tests.index.synthetic import HashEmbedder


def test_the_vectors_were_made_of_todays_lexicon() -> None:
    with np.load(PATH) as made:
        assert str(made["lexicon"]) == fingerprint(), "run: python -m qa.retrieval.thesaurus"
        assert len(made["lines"]) == len(synonyms())


def test_what_people_mean_is_near_though_no_expression_stands_in_the_question() -> None:
    embedder = LocalEmbedder()
    senses = Thesaurus.made_for(embedder).near(embedder.query("网购的东西送不到村里，今年有啥路子"))
    assert any("农村物流" in term for sense in senses for term in sense.terms)
    assert [sense.nearness for sense in senses] == sorted((sense.nearness for sense in senses), reverse=True)


def test_an_embedder_that_it_was_not_made_for_goes_without() -> None:
    embedder = HashEmbedder()
    assert Thesaurus.made_for(embedder).near(embedder.query("低保")) == ()


def test_a_text_is_as_near_as_the_nearest_sense_that_it_uses_a_word_of() -> None:
    senses = (Sense(("农村物流",), 3.0), Sense(("快递",), 2.0))
    assert nearest(senses, "发展快递业和农村物流") == 3.0
    assert nearest(senses, "发展快递业") == 2.0
    assert nearest(senses, "植树造林") == 0.0
