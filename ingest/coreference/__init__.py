"""From a noun phrase to the entities it stands for, within one article.

A name stands for itself. A pronoun, "the group", "both countries", "Russian forces", "the embargo" stand for what the
article named before; where it is not plain which, they stand for nothing: a claim is lost rather than invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ingest.coreference import instruments
from ingest.coreference.antecedents import Antecedents
from ingest.coreference.common_nouns import resolve_common
from ingest.coreference.foreigners import foreigners, note_foreigners
from ingest.coreference.history import History, named_entities
from ingest.coreference.late_names import LateNames
from ingest.coreference.leaders import body_led_by, state_led_by
from ingest.coreference.nouns import Mode, Noun
from ingest.coreference.pronouns import PRONOUNS, is_pronoun, resolve_pronoun
from ingest.coreference.seats import parted_by_places, seat_of
from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.mentions import Mention, Names
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import (
    antecedent,
    appositions,
    children,
    conjoined,
    first_conjunct,
    inside,
    modifiers,
    name_before,
    possessors,
    renamed,
)
from ingest.parsing.syntax import agents

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# How often one noun phrase may lead to the next.
_STEPS = 5
# Words before a noun that count, and do not describe.
_COUNTING = frozenset({"many", "several", "some", "more", "most", "few", "such", "other"})
_SOME_OF = _COUNTING | {"a", "an", "another", "one", "two", "three", "four", "five", "any", "no", "every"}


class Referents:
    """What the noun phrases of one article stand for; the sentences are to be read in order (`note_common`)."""

    def __init__(self, names: Names, sentences: list[Sentence], text: str, titled: Iterable[str] = ()) -> None:
        self.names, self.text = names, text
        self.history = History(names, sentences, titled)
        self._late = LateNames(names)
        self._words: dict[tuple[str, int], dict[tuple[int, int], None]] = {}

    def before(self, token: Token, sentence: Sentence) -> Antecedents:
        """Return what was named before a word."""
        return Antecedents(self.history, sentence.span(token)[0], sentence)

    def note_common(self, sentence: Sentence) -> None:
        """Let the common nouns ("the department") that are subjects and objects be referred to as well."""
        works = word_lists()["works_nouns"]
        note_foreigners(sentence, self)
        for token in sentence.doc:
            is_party = token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative") and token.pos_ == "NOUN"
            mention = sentence.mention(token)
            if is_party and mention is None:
                self._late.tell(token, sentence)
            if (is_party or token.lower_ in works) and (mention is None or mention.is_item):
                found = self.resolve(token, sentence) or self.group(token, sentence)
                if found:
                    self.history.add(token, sentence, found)
                elif token.tag_ == "NN" and token.lower_ in words_in("body_nouns", "firm_nouns", "vessel_nouns"):
                    self.history.add_unknown(token, sentence)

    def words_for(self, party: str, sentence: Sentence) -> Iterable[tuple[int, int]]:
        """Return the words of a sentence that were found to stand for an entity so far, as spans of the article."""
        return self._words.get((party, sentence.start), ())

    def is_quoted(self, position: int) -> bool:
        """Say whether a place of the text lies between quotation marks, which a paragraph opens anew."""
        before = self.text[self.text.rfind("\n\n", 0, position) + 1 : position]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def resolve(self, token: Token, sentence: Sentence, mode: Mode = "actor", depth: int = 0) -> list[str]:
        """Return the entities that the noun phrase headed by `token` stands for; nothing where it is not plain."""
        found = self._resolve(token, sentence, mode, depth)
        for party in found:
            self._words.setdefault((party, sentence.start), {})[sentence.span(token)] = None
        return found

    def _resolve(self, token: Token, sentence: Sentence, mode: Mode, depth: int) -> list[str]:
        if depth > _STEPS:
            return []
        real = self._referred_to(token, sentence)
        if real != token:
            return self.resolve(real, sentence, mode, depth + 1)
        mention = sentence.mention(token)
        if mention is not None and mention.kind in ("entity", "place"):
            if mention.role in ("people", "adjective") and _are_only_some(token, sentence):
                return []
            return foreigners(token, mention, self) or self._named(token, mention, sentence, mode)
        if token.lower_ in ("both", "each", "one", "some", "all", "none", "most", "many"):
            found = self.inside_of(token, sentence, mode, depth)
            if found:
                return found
        if is_pronoun(token):
            return resolve_pronoun(token, sentence, self)
        by_name = _listed(token, sentence) or _renaming(token, sentence)
        return by_name or resolve_common(Noun(token, sentence, mode, depth), self)

    def _referred_to(self, token: Token, sentence: Sentence) -> Token:
        """Return what a relative pronoun refers to; "which" no person, but the name right before it."""
        real = antecedent(token)
        mention = sentence.mention(real) if real != token and token.lower_ == "which" else None
        if mention and mention.target.startswith("person:"):
            return name_before(token) or real
        return real

    def _named(self, token: Token, mention: Mention, sentence: Sentence, mode: Mode) -> list[str]:
        """Return what a name names; an official votes and signs for the state, a leader for what is led."""
        if mode != "party" or not mention.target.startswith("person:"):
            return [mention.target]
        state = state_led_by(mention.target, self.history) or self.state_of(token, sentence)
        return [state or body_led_by(mention.target) or mention.target]

    def inside_of(self, token: Token, sentence: Sentence, mode: Mode, depth: int, *prepositions: str) -> list[str]:
        """Return what stands behind "of", or behind the first of `prepositions` that there is."""
        found = inside(token, *(prepositions or ("of",)))[:1]
        return [e for pobj in found for each in conjoined(pobj) for e in self.resolve(each, sentence, mode, depth + 1)]

    def state_of(self, token: Token, sentence: Sentence) -> str | None:
        """Return the state in "Russian forces", "Mali's junta", "the army of Sudan"; not in "former Russian troops"."""
        if any(child.lower_ in word_lists()["estranged"] for child in modifiers(token)):
            return None
        for child in (*modifiers(token), *possessors(token)):
            mention = sentence.mention(child)
            if mention and mention.is_state:
                return mention.target
            led = state_led_by(mention.target, self.history) if mention else self._army_within(child, sentence)
            if led:  # "the Maduro government"
                return led
        for child in possessors(token):
            if child.lower_ in PRONOUNS or child.pos_ == "NOUN":
                owner = self.resolve(child, sentence, "actor", 4)
                state = owner[0] if len(owner) == 1 else ""
                state = state_led_by(state, self.history) or state
                if state.startswith("state:"):
                    return state
        behind = [t for prep in children(token, "prep") if prep.lower_ in ("of", "from") for t in prep.children]
        named = (sentence.mention(child) for child in behind)
        by_name = next((mention.target for mention in named if mention and mention.is_state), None)
        by_army = by_name or next((of for t in behind if (of := self._state_before(t, sentence))), None)
        return by_army or _sender(token, sentence)

    def _army_within(self, token: Token, sentence: Sentence) -> str | None:
        """Return the state in "Sudan's army-led government", though not that in "Iran-backed"."""
        army = sentence.piece(token).compound
        is_army = army is not None and self.text[army.start : army.end].endswith(("army", "military"))
        return army.target if army is not None and army.is_state and is_army else None

    def _state_before(self, token: Token, sentence: Sentence) -> str | None:
        """Return the state in "soldiers of the Rwandan army"."""
        if token.lower_ not in word_lists()["bodies_of_states"]:
            return None
        named = (sentence.mention(child) for child in (*modifiers(token), *possessors(token)))
        return next((mention.target for mention in named if mention and mention.is_state), None)

    def regime(self, token: Token, sentence: Sentence) -> str | None:
        """Return the sanctions regime or embargo that a phrase such as "UN sanctions", "the embargo" means."""
        return instruments.regime(token, sentence, self)

    def group(self, token: Token, sentence: Sentence) -> list[str]:
        """Return an unnamed party by the article's plain words for it: "Tuareg rebels", "merchant ships"."""
        lists = word_lists()
        if token.lower_ not in lists["group_nouns"]:
            return []
        words = [c for c in (*modifiers(token), *possessors(token)) if c.pos_ not in ("PRON", "DET")]
        telling = [
            c for c in words
            if c.dep_ != "nummod" and c.lower_ not in lists["vague_adjectives"]
            and (c.dep_ != "poss" or sentence.mention(c))
        ]  # fmt: skip
        start, end = sentence.span(token)
        is_telling = telling or " " in self.text[start:end]  # "merchant ships", as one item
        seat = seat_of(token, sentence)
        if not is_telling and not seat and not any(sentence.mention(t) for t in inside(token, "of", "in", "from")):
            return []
        aliases = [token.text] if token.lower_ in ("rebels", "insurgents", "militants") else []
        aliases += [self.phrase(token, sentence, ())] if is_telling else []  # "merchant ships (in the Red Sea)"
        if seat and not is_telling:
            full = " ".join(self.text[start : sentence.span(seat)[1]].split())
            return [self.names.mint("Group", "group", full)]
        apart = parted_by_places(token, sentence)
        if apart:  # "distributors in Hong Kong and Germany"
            plain = self.phrase(token, sentence, ())
            return [self.names.mint("Group", "group", f"{plain} in {self._words_of(t, sentence)}") for t in apart]
        minted = self.names.mint("Group", "group", self.phrase(token, sentence), *aliases)
        return [minted] if self._late.note(token, minted) else []

    def _words_of(self, token: Token, sentence: Sentence) -> str:
        start, end = sentence.span(token)
        return " ".join(self.text[start:end].split())

    def phrase(
        self, token: Token, sentence: Sentence, prepositions: tuple[str, ...] = ("on", "against", "of", "in", "over")
    ) -> str:
        """Return the words of a noun phrase, without article, figures and what follows a comma."""
        first = token
        for child in modifiers(token):
            is_figure = child.dep_ == "nummod" or child.lower_ in _COUNTING or sentence.piece(child).quantity
            if child.i < first.i and not is_figure:
                first = child
        start, end = sentence.span(first)[0], sentence.span(token)[1]
        for prep in children(token, "prep"):
            if prep.lower_ in prepositions and prep.i <= token.i + 1:
                pobjs = children(prep, "pobj")
                if pobjs and pobjs[0].i - prep.i <= 3:
                    end = max(end, sentence.span(pobjs[0])[1])
        return " ".join(self.text[start:end].split())


def _listed(token: Token, sentence: Sentence) -> list[str]:
    """Return the names given for a plural: "three states, A, B and C", "A and B, both members of"."""
    if token.tag_ == "CD":  # "two of its members, A and B"
        return [e for noun in inside(token, "of") for e in _listed(noun, sentence)]
    if token.tag_ != "NNS":
        return []
    mentions = (sentence.mention(other) for other in appositions(token))
    listed = [mention.target for mention in mentions if mention and _may_be(token, mention)]
    if len(listed) > 1:
        return listed
    beside = named_entities(conjoined(first_conjunct(token.head)), sentence) if token.dep_ == "appos" else []
    return beside if len(beside) > 1 else _counted_before(token, sentence)


def _counted_before(token: Token, sentence: Sentence) -> list[str]:
    """Return the names right before a comma of which a noun tells as many: "the Vela and the Rana, two freighters"."""
    figures = [t for t in children(token, "nummod") if sentence.piece(t).quantity]
    at = figures[0].i if figures else 0
    if at < 2 or token.doc[at - 1].text != ",":
        return []
    named = named_entities(conjoined(first_conjunct(token.doc[at - 2])), sentence)
    count = sentence.piece(figures[0]).quantity
    return named if count is not None and len(named) == count.value > 1 else []


def _sender(people: Token, sentence: Sentence) -> str | None:
    """Return the state in "the soldiers whom Chad sent", "soldiers sent by Chad"."""
    lists = word_lists()
    if people.lower_ not in lists["armed_nouns"]:
        return None
    clauses = (verb for verb in children(people, "relcl", "acl") if verb.lemma_ in lists["posting_verbs"])
    named = [sentence.mention(t) for verb in clauses for t in agents(verb)]
    found = [mention.target for mention in named if mention and mention.is_state]
    return found[0] if len(found) == len(named) == 1 else None


def _behind_place(token: Token) -> list[Token]:
    """Return the name of "a trader in Dubai, Blue Palm Energy", which the parser hangs on the place."""
    is_open = any(child.lower_ in ("a", "an") for child in token.children)
    places = inside(token, "in", "from", "of") if is_open and token.tag_ == "NN" else []
    return [name for place in places for name in children(place, "appos") if name.pos_ == "PROPN"]


def _renaming(token: Token, sentence: Sentence) -> list[str]:
    """Return the name beside a noun that means the same: "the Russian lender, Bank Sputnik"."""
    above = [token.head] if token.dep_ == "appos" else []
    if token.dep_ == "attr" and token.head.lemma_ == "be":  # "X is a firm which"
        above = children(token.head, "nsubj")
    mentions = (
        sentence.mention(other) for other in (*appositions(token), *above, *renamed(token), *_behind_place(token))
    )
    return [mention.target for mention in mentions if mention and _may_be(token, mention)][:1]


def _may_be(noun: Token, mention: Mention) -> bool:
    """Say whether a name beside a noun may mean the same; no firm or person is a state."""
    lists = word_lists()
    if noun.lower_ in lists["treaty_nouns"]:
        return mention.target.startswith(("treaty:", "org:"))
    is_firm = noun.lower_ in lists["firm_nouns"] or noun.lower_ in lists["person_nouns"]
    return mention.is_noun and not (is_firm and mention.is_state)


def _are_only_some(token: Token, sentence: Sentence) -> bool:
    """Say whether a word for a people means some of them, who are not the state: "a Briton", "two Russians"."""
    is_counted = any(sentence.piece(child).quantity for child in children(token, "nummod"))
    return is_counted or any(child.lower_ in _SOME_OF for child in children(token, "det", "amod", "nummod"))
