"""Who did what to whom: the lexicon applied to the parsed sentences of one article.

Each trigger word is tried with each of its entries. An entry whose roles can be filled makes drafts, one for each
subject, object and item; an entry that cannot be filled makes none, and says why (`Reader.left_out`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from graph.model import Quantity, Status
from graph.ontology import relations
from ingest import syntax
from ingest.arguments import Arguments
from ingest.attribution import Stance, cited_after, lexicon, stance
from ingest.coreference import Referents
from ingest.lexicon import Entry, by_trigger
from ingest.materiel import Load, loads
from ingest.passages import Sentence
from ingest.slots import fill

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    relation: str
    subject: str | None
    object: str | None
    item: str | None
    quantity: Quantity | None
    status: Status
    asserted_by: tuple[str, ...]
    sentence: Sentence
    trigger: Token
    when: str | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    why: tuple[str, ...] = ()


_DEALINGS = frozenset({"supplied", "assisted", "deployed", "cooperates_with"})
_VOTES = {
    "voted_for": {"favour", "favor"}, "voted_against": {"against"}, "abstained": {"abstentions", "abstaining", "abstention"},
}  # fmt: skip
# How far back, in characters, a missing giver or receiver may be taken from.
REACH = 700


def _fullest(drafts: list[Draft]) -> list[Draft]:
    """Of what one trigger gives by several entries, keep for each relation and item the drafts with most parties."""
    best: dict[tuple[str, str | None], int] = {}
    for draft in drafts:
        key = (draft.relation, draft.item)
        best[key] = max(best.get(key, 0), _parties(draft))
    return [draft for draft in drafts if _parties(draft) == best[draft.relation, draft.item]]


# Relations that share their parties: who gives shells also gives data.
_FAMILIES = (frozenset({"supplied", "assisted"}), frozenset({"deployed"}), frozenset({"sanctioned"}))
_IN_RETURN = re.compile(r"\b[Ii]n (?:return|exchange|turn)\b|\bfor its part\b")


def _lend(draft: Draft, other: Draft) -> bool:
    """Fill the missing party of `draft` from `other`; say whether that worked."""
    returned = _IN_RETURN.search(draft.sentence.text) is not None and draft.relation != "deployed"
    giver, receiver = (other.object, other.subject) if returned else (other.subject, other.object)
    if draft.relation == "sanctioned":
        if draft.subject is None and other.subject:
            draft.subject = other.subject
            return True
        return False
    if draft.subject is None and giver and draft.object and (receiver == draft.object or draft.relation == "deployed"):
        draft.subject, draft.why = giver, (*draft.why, "giver from what was said before")
        return True
    if draft.object is None and receiver and draft.subject and giver == draft.subject:
        draft.object, draft.why = receiver, (*draft.why, "receiver from what was said before")
        return True
    return False


def _parties(draft: Draft) -> int:
    """Weigh a draft: two for each party, one where it is only described."""
    return sum(0 if party is None else 1 if party.startswith("group:") else 2 for party in (draft.subject, draft.object))


def _is_whole(draft: Draft) -> bool:
    """Say whether a draft has the parties that its relation cannot do without."""
    if draft.relation in ("established",):
        return True
    if draft.relation in ("tested", "produced", "seized", "stole"):
        return draft.subject is not None
    return draft.subject is not None and draft.object is not None


def trigger_entries(token: Token, sentence: Sentence) -> Iterator[Entry]:
    """Yield the lexicon entries that a token may set off."""
    table = by_trigger()
    piece = sentence.piece(token)
    if token.pos_ in ("VERB", "AUX") and piece.mention is None:
        lemma = token.lemma_.lower()
        particles = [child.lower_ for child in token.children if child.dep_ in ("prt", "advmod") and child.i > token.i]
        phrasal = [entry for particle in particles for entry in table.get(("verb", f"{lemma} {particle}"), ())]
        yield from phrasal
        yield from (entry for entry in table.get(("verb", lemma), ()) if entry not in phrasal)
    if token.pos_ in ("NOUN", "PROPN", "VERB") and (piece.mention is None or piece.mention.kind == "item"):
        yield from dict.fromkeys(entry for word in {token.lemma_.lower(), token.lower_} for entry in table.get(("noun", word), ()))
    compound = token.lower_.rsplit("-", 1)
    if len(compound) == 2 and piece.compound is not None:
        yield from table.get(("adjective", compound[1]), ())


class Reader:
    """Reads the sentences of one article in order."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents
        self.arguments = Arguments(referents)
        self.left_out: list[tuple[str, str]] = []
        self.drafts: list[Draft] = []
        self._items_before: list[str] = []
        self.sanctioner: str | None = None

    def read(self, sentence: Sentence) -> list[Draft]:
        """Return the drafts of one sentence."""
        self.referents.note_common(sentence)
        drafts: list[Draft] = []
        for token in sentence.doc:
            tried: list[Draft] = []
            for entry in trigger_entries(token, sentence):
                made = self._apply(entry, token, sentence)
                tried.extend(made)
                if made and entry.object_is in ("measure", "resolution") and made[0].object:
                    self.referents.measures.append((sentence.span(token)[0], made[0].object))
            drafts.extend(_fullest(tried))
        drafts.extend(self._votes_aside(sentence))
        self._remember_source(sentence)
        self._complete(drafts)
        self.drafts.extend(drafts)
        self.referents.pairs += [(d.subject, d.object) for d in drafts if d.subject and d.object and d.relation in _DEALINGS]
        self._items_before = [m.target for p in sentence.pieces if (m := p.mention) and m.kind == "item" and m.target != "weapon"] or self._items_before
        return [draft for draft in drafts if _is_whole(draft)]

    def _votes_aside(self, sentence: Sentence) -> list[Draft]:
        """Votes listed in brackets: "nine votes in favour (Denmark, France), with 2 abstentions (Mali, Niger)"."""
        found = []
        for index, (start, end) in sentence.asides.items():
            words = {piece.word.lower() for piece in sentence.pieces[max(0, index - 3) : index + 1]}
            relation = next((name for name, cues in _VOTES.items() if words & cues), None)
            states = [m.target for m in self.referents.names.mentions if start <= m.start < end and m.target.startswith("state:")]
            measure = self._measure_in(sentence)
            if relation and states and measure:
                trigger = sentence.doc[index]
                self.referents.measures.append((start, measure))
                found += [
                    Draft(relation, state, measure, None, None, "affirmed", (), sentence, trigger,
                          marks=[(start, end)], why=("votes listed in brackets",))
                    for state in dict.fromkeys(states)
                ]  # fmt: skip
        return found

    def _measure_in(self, sentence: Sentence) -> str | None:
        here = [m.target for m in self.referents.names.mentions if sentence.start <= m.start < sentence.end and m.target.startswith("treaty:unscr-")]
        return here[0] if here else (self.referents.measures[-1][1] if self.referents.measures else None)

    def _complete(self, drafts: list[Draft]) -> None:
        """Take a party that a sentence leaves out from what the same sentence or the ones before say of the other.

        "It has shipped shells to Russia. It has transferred 100 missiles": to Russia, too.
        """
        for draft in drafts:
            if draft.relation == "sanctioned" and draft.subject is None and self.sanctioner:
                draft.subject, draft.why = self.sanctioner, (*draft.why, "who imposes, from what was said before")
            family = next((f for f in _FAMILIES if draft.relation in f), None)
            if family is None or (draft.subject and draft.object):
                continue
            for other in (*(d for d in drafts if d is not draft), *reversed(self.drafts)):
                if other.relation in family and draft.sentence.start - other.sentence.start <= REACH and _lend(draft, other):
                    break

    def _remember_source(self, sentence: Sentence) -> None:
        for token in sentence.doc:
            if token.pos_ == "VERB" and token.lemma_ in lexicon()["saying"]:
                found = [e for t in syntax.agents(token) if t.pos_ != "PRON" for e in self.referents.resolve(t, sentence)]
                if found:
                    self.referents.last_source = found
        cited = [e for t in sentence.doc if t.lower_ == "according" for e in cited_after(t, sentence, self.referents)]
        if cited:
            self.referents.last_source = cited

    def _apply(self, entry: Entry, token: Token, sentence: Sentence) -> list[Draft]:
        if not self._circumstances(entry, token, sentence):
            return []
        position = stance(token, sentence, self.referents)
        if position.status is None:
            words = " ".join(self.referents.text[sentence.start : sentence.end].split())
            self.left_out.append((words, f"{entry.key} '{token.text}': {position.why[0]}"))
            return []
        if entry.status and position.status == "affirmed":
            position = replace(position, status=cast("Status", entry.status))
        goods = self._goods(entry, token, sentence)
        subjects = self.arguments.subjects(entry, token, sentence)
        objects = self.arguments.objects(entry, token, sentence)
        if entry.relation == "sanctioned" and subjects:
            self.sanctioner = subjects[0]
        if entry.mutual:
            pairs = self._mutual(entry, subjects, objects)
            return [
                draft for a, b in pairs for draft in self._drafts(entry, token, sentence, position, [a], [b], goods)
            ] if goods or not entry.item else []
        if not self._suffices(entry, token, subjects, objects, goods):
            return []
        return list(self._drafts(entry, token, sentence, position, subjects, objects, goods))

    def _circumstances(self, entry: Entry, token: Token, sentence: Sentence) -> bool:
        if entry.only_with:
            near = {t.lemma_.lower() for t in _neighbourhood(token)} | {t.lower_ for t in _neighbourhood(token)}
            if near.isdisjoint(entry.only_with):
                return False
        if entry.only_with_prep:
            for prep, words in entry.only_with_prep:
                if not any(t.lower_ in words for t in syntax.prepositional(token, prep)):
                    return False
        if entry.only_under and not (token.dep_ == "pobj" and token.head.lower_ in entry.only_under):
            return False
        if entry.not_with and any(True for prep in syntax.preposition_tokens(token) if prep.lower_ in entry.not_with and self._aims(prep, sentence)):
            return False
        return True

    def _aims(self, prep: Token, sentence: Sentence) -> bool:
        return any(self.referents.resolve(t, sentence, "target") for t in prep.children if t.dep_ == "pobj")

    def _goods(self, entry: Entry, token: Token, sentence: Sentence) -> list[Load]:
        found = [
            load
            for slot in entry.item
            for filler in fill(slot, token, sentence)
            for load in loads(filler, sentence)
            if entry.allows_item(load.item)
        ]
        if not found and entry.default_item:
            return [Load(entry.default_item, token)]
        found = [known for load in found for known in self._meant(load)]
        return list({(load.item, load.token.i): load for load in found}.values())

    def _meant(self, load: Load) -> list[Load]:
        """"both weapons", "these arms": the items named in the sentence before."""
        if load.item == "weapon" and any(child.lower_ in ("both", "these", "those") for child in load.token.children):
            return [Load(item, load.token) for item in dict.fromkeys(self._items_before)]
        return [load]

    def _mutual(self, entry: Entry, parties: list[str], others: list[str]) -> list[tuple[str, str]]:
        """Return the pairs of a dealing between parties: one for a state of things, both ways for an exchange."""
        both = list(dict.fromkeys((*parties, *others)))[:2]
        if len(both) < 2:
            return []
        return [(both[0], both[1])] if entry.mutual == "one" else [(both[0], both[1]), (both[1], both[0])]

    def _suffices(self, entry: Entry, token: Token, subjects: list[str], objects: list[str], goods: list[Load]) -> bool:
        relation = relations()[entry.relation]
        borrows = entry.relation in ("supplied", "deployed") and objects and goods or entry.relation == "sanctioned" and objects
        if not subjects and "subject" not in entry.optional and not (borrows and not syntax.agents(token)):
            return False
        if "item" in entry.needs and not goods:
            return False
        if relation.object == "required" and not objects:
            return False
        if relation.item == "required" and not goods:
            return False
        if "object" in entry.needs and not objects:
            return False
        if entry.item and not goods and entry.relation not in ("assisted", "attacked"):
            return False
        return bool(objects or goods)

    def _drafts(
        self, entry: Entry, token: Token, sentence: Sentence, position: Stance, subjects: list[str], objects: list[str], goods: list[Load]
    ) -> Iterator[Draft]:
        assert position.status is not None
        relation = relations()[entry.relation]
        for subject in subjects or [None]:
            for target in (objects or [None]) if relation.object != "none" else [None]:
                if subject is not None and subject == target:
                    continue
                for load in (goods or [None]) if relation.item != "none" else [None]:
                    if target is None and load is None:
                        continue
                    yield Draft(
                        entry.relation, subject, target, load.item if load and load.item != "assistance" else None, load.quantity if load else None,
                        position.status, position.asserted_by, sentence, token,
                        marks=[sentence.span(token), *([sentence.span(load.token)] if load else [])],
                        why=(f"lexicon {entry.key}: '{token.text}'", *position.why),
                    )  # fmt: skip


def _neighbourhood(token: Token) -> list[Token]:
    """Return the trigger's near dependants: its children, and theirs, and theirs."""
    near = list(token.children)
    for _ in range(2):
        near += [child for t in near for child in t.children if child not in near]
    if token.dep_ in ("dobj", "pobj", "nsubj"):
        near.append(token.head)
    return [token, *near]
