"""What a sentence must speak of to answer: things, not the words by which people point, ask and tell of themselves."""

from qa.retrieval.terms import question_terms


def names(question: str) -> list[str]:
    return [term.names[0] for term in question_terms(question, lambda word: 3.0)]


def test_pointing_and_asking_words_are_no_terms() -> None:
    assert names("还有哪块森林那边不让砍") == ["森林"]
    assert names("我妈这样的手里有粮票") == ["粮票"]


def test_an_everyday_word_stands_with_its_official_names() -> None:
    assert names("这回低保还要不要") == ["低保"]
    assert "最低生活保障" in question_terms("低保", lambda word: 3.0)[0].names
