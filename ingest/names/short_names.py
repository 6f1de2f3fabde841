"""Short forms by which an article takes up a name again: "Duarte", "Alpha" for Alpha Holdings FZE, "Unit 29155".

A short form that two bear stands for neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.gazetteer import Word, gazetteer

# A single word needs this many letters to stand for a firm.
_SHORTEST = 4


class ShortNames:
    """Who bears which short form in one article. A weak form (a given name) counts where nobody bears it strongly."""

    def __init__(self) -> None:
        self._bearers: dict[str, set[str]] = {}
        self._weak: dict[str, set[str]] = {}

    def note(self, form: str, entity_id: str, *, weak: bool = False) -> None:
        """Let a form stand for an entity, in capitals too: "PELENG" on a list."""
        for written in {form, form.upper()}:
            (self._weak if weak else self._bearers).setdefault(written, set()).add(entity_id)

    def bearer(self, form: str) -> str | None:
        """Return the one entity that a form stands for; that of a firm may be the beginning of another name too."""
        found = self._bearers.get(form) or self._weak.get(form) or set()
        if len(found) != 1:
            return None
        bearer = next(iter(found))
        is_shared = any(other != bearer for other in self._weak.get(form, ()))
        return None if bearer.startswith("org:") and is_shared else bearer

    def is_shared(self, form: str) -> bool:
        return len(self._bearers.get(form, ())) > 1


def forms_of_body(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the shorter forms of the name of a firm or body: without what tells its sort, its law, its number."""
    lists = word_lists()
    generic = words_in("body_words", "legal_forms", "coordinated_words", "firm_tails")
    legal = words_in("legal_forms", "legal_words")
    while len(words) > 1 and words[0].key in legal:  # "OAO Peleng", "Open Joint Stock Company Peleng"
        words = words[1:]
        if words[0].key not in legal:
            yield list(words)
    if words[0].text in ("MV", "MT"):
        yield list(words[1:])
        return
    for size in range(len(words) - 1, 0, -1):
        if words[size].key in generic and _may_stand_alone(words[:size]):
            yield list(words[:size])
    for at in range(1, len(words) - 1):
        if words[at].key in lists["numbered_words"] and words[at + 1].text.isdigit():  # "GRU Unit 29155"
            yield list(words[at : at + 2])


def beginnings_of_firm(words: Sequence[Word], kind: str) -> Iterator[list[Word]]:
    """Yield the words with which the name of a firm begins: "Ofogh Sanat" of Ofogh Sanat Parvaz; one word of a firm."""
    shortest = {"Company": 1, "Organisation": 2}.get(kind, len(words))
    for size in range(len(words) - 1, shortest - 1, -1):
        if _may_stand_alone(words[:size]) and words[size - 1].text.isalnum():
            yield list(words[:size])


def before_dotted_form(words: Sequence[Word]) -> int:
    """Return how many words of a name stand before a legal form in single letters ("Caribe S.A.S."); all if none."""
    at = len(words)
    while at > 1 and (words[at - 1].text == "." or len(words[at - 1].text) == 1):
        at -= 1
    form = "".join(word.key for word in words[at:] if word.text != ".")
    return at if form in word_lists()["legal_forms"] else len(words)


def _may_stand_alone(words: Sequence[Word]) -> bool:
    """Say whether the beginning of a name can be told from other words: "Alpha", "Red Rock", but not "National"."""
    lists, key = word_lists(), words[0].key
    if words[-1].key in lists["name_particles"] or words[-1].text in ("-", "'"):
        return False
    if len(words) > 1:
        return any(word.key not in words_in("body_words", "institution_adjectives") for word in words)
    common = words_in("institution_adjectives", "body_words", "coordinated_words", "starters")
    is_known = any(size == 1 for size, _ in gazetteer().matches(list(words), 0))
    return len(key) >= _SHORTEST and key not in common and not is_known
