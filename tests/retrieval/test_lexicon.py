"""The lexicon: an expression stands on one line, and none of an everyday line is an official name elsewhere."""

from collections import Counter

from qa.retrieval.lexicon import everyday, fold, official_terms, synonyms


def test_an_expression_stands_on_one_line_only() -> None:
    said = Counter(fold(expression) for expressions, _ in synonyms() for expression in expressions)
    assert [expression for expression, times in said.items() if times > 1] == []


def test_a_line_has_expressions_and_terms_and_none_twice() -> None:
    for expressions, terms in synonyms():
        assert all((*expressions, *terms)), expressions
        assert len(set(terms)) == len(terms), terms


def test_the_longest_expression_is_meant() -> None:
    assert [text for text, _ in everyday("老旧柴油车不让上路了吗")] == ["老旧柴油车不让上路"]
    assert "罕见病" in official_terms("很少人得的病怎么治")
