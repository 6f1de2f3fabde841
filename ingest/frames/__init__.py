"""Who did what to whom: the lexicon applied to the parsed sentences of one article.

Each trigger word is tried with each of its entries. An entry whose roles can be filled makes drafts, one for each
subject, object and item; an entry that cannot be filled makes none. What is no claim because of how it is said ("urged
Iran to ...") is noted with the reason in `Reader.left_out`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from typing import TYPE_CHECKING

from graph.model import Quantity
from graph.ontology import relations
from ingest.arguments import Arguments
from ingest.arguments.figures import figure_of_deed
from ingest.arguments.goods_before import GoodsBefore
from ingest.arguments.materiel import Load, is_payment, loads
from ingest.arguments.measures import note_at_issue
from ingest.attribution import stance, stance_of_end, towards
from ingest.attribution.ceasing import is_only_to_end
from ingest.attribution.citations import names_speaker, only_speaking
from ingest.attribution.spoken import remember_speakers
from ingest.attribution.stances import Stance
from ingest.claims import Draft, complete, fullest, own_up
from ingest.coreference import Referents
from ingest.frames.circumstances import fits, gets_in_return
from ingest.frames.deeds_before import DeedsBefore
from ingest.frames.denials import denials
from ingest.frames.designations import Designations
from ingest.frames.echoes import echoes
from ingest.frames.gapped_figures import gapped_figures
from ingest.frames.hauls import contents
from ingest.frames.pairs import Parties, each_pair, is_told_to_whom, mutual
from ingest.frames.renewals import renewals
from ingest.frames.rolls import rolls
from ingest.frames.series import series
from ingest.frames.triggers import trigger_entries, triggers_in
from ingest.frames.votes import listed_votes
from ingest.left_out import LeftOuts, lack_of
from ingest.lexicon import Entry
from ingest.lexicon.wordlists import speech, word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import is_definite
from ingest.slots import fill
from ingest.slots.voyages import is_stopped

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

# Relations whose subject, where none is named, is whoever imposed the sanctions told of last.
_BY_IMPOSERS = frozenset({"sanctioned", "delisted"})
# Entries whose grammatical subject is who is listed.
_OF_LISTED = frozenset({"sanctioned/on-list", "delisted/come-off"})
_DEALINGS = frozenset({"supplied", "assisted", "deployed", "cooperates_with"})


class Reader:
    """Reads the sentences of one article in order."""

    def __init__(self, referents: Referents) -> None:
        self.referents = referents
        self.arguments = Arguments(referents)
        self.left_out = LeftOuts()
        self._drafts: list[Draft] = []
        self._goods_before = GoodsBefore()
        self.designations = Designations()
        self._speaking: dict[str, int] = {}
        self._topics: set[str] = set()
        self._stance: tuple[Token | None, Stance] = None, Stance()

    def read(self, sentence: Sentence) -> list[Draft]:
        """Return the drafts of one sentence that have the parties they need."""
        self.referents.note_common(sentence)
        note_at_issue(sentence, self.referents)
        self.designations.pass_sentence()
        self._speaking = only_speaking(sentence)
        events = self.referents.history.before(sentence.start, sentence, 1) if self._speaking else []
        self._topics = {event.entity for event in events if event.is_main}
        drafts: list[Draft] = []
        for token in triggers_in(sentence):
            if not names_speaker(token, sentence):
                drafts.extend(fullest(self._of_trigger(token, sentence)))
        drafts.extend(self._named_later(sentence))
        drafts.extend(listed_votes(sentence, self.referents))
        drafts.extend(rolls(sentence, self.referents))
        deeds = DeedsBefore(sentence, drafts, self._drafts, self.referents)
        for told_without_words in (renewals, echoes, denials, contents, series, gapped_figures):
            drafts.extend(list(told_without_words(deeds)))
        remember_speakers(sentence, self.referents)
        self._complete(drafts)
        self._remember(drafts, sentence)
        self.left_out.incomplete(draft for draft in drafts if not draft.is_whole)
        return [draft for draft in drafts if draft.is_whole]

    def _named_later(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield a draft for each of those who were designated before, and are named only now."""
        known = self.designations
        for noun, name in known.named_later(sentence):
            mention = sentence.mention(name)
            if mention is not None and known.imposer and mention.target != known.imposer:
                marks = [sentence.span(noun), sentence.span(name)]
                yield Draft(
                    "sanctioned", known.imposer, mention.target, None, None, known.status, (), sentence, noun,
                    marks=marks, why=(f"designees named later: '{noun.text}'",),
                )  # fmt: skip

    def _of_trigger(self, token: Token, sentence: Sentence) -> list[Draft]:
        tried: list[Draft] = []
        for entry in trigger_entries(token, sentence):
            made = self._apply(entry, token, sentence)
            tried.extend(made)
            if made and entry.relation == "attacked" and made[0].subject and made[0].object:
                self.referents.history.foes.append((sentence.span(token)[0], made[0].subject, made[0].object))
            if made and entry.object_is in ("measure", "resolution") and made[0].object:
                self.referents.history.measures.append((sentence.span(token)[0], made[0].object))
        return tried

    def _complete(self, drafts: list[Draft]) -> None:
        """Take a party that a sentence leaves out from the same sentence or the ones before."""
        for draft in drafts:
            imposer = self.designations.imposer
            if draft.relation in _BY_IMPOSERS and draft.subject is None and imposer != draft.object:
                draft.subject = imposer
                draft.why = (*draft.why, "who imposes, from what was said before")
            own_up(draft)
            complete(draft, chain((other for other in drafts if other is not draft), reversed(self._drafts)))

    def _remember(self, drafts: list[Draft], sentence: Sentence) -> None:
        listed = [draft.object for draft in drafts if draft.relation == "sanctioned" and draft.object]
        self.referents.history.listed = listed or self.referents.history.listed
        self._drafts.extend(drafts)
        dealings = (draft for draft in drafts if draft.relation in _DEALINGS)
        self.referents.history.pairs += [(d.subject, d.object) for d in dealings if d.subject and d.object]
        self._goods_before.remember(sentence)

    def _apply(self, entry: Entry, token: Token, sentence: Sentence) -> list[Draft]:
        """Return the drafts that an entry makes of a trigger; they may lack a party that an earlier sentence gives."""
        if not fits(entry, token, sentence, self.referents):
            return []
        if not self.designations.allows(entry, token):
            return []
        position = self._position(entry, token, sentence)
        if position.status is None:
            self.left_out.no_claim(entry, token, sentence, position.why[0])
            return []
        told = towards(entry, token, position)
        if told is None:
            return []
        if is_only_to_end(entry, token, told):
            told = told.turned("affirmed", f"only its end under '{token.head.lower_}'")
        if entry.relation == "supplied" and told.status == "affirmed" and _is_under_way(token):
            told = told.turned("planned", "stopped on the way")
        return self._made(entry, token, sentence, told)

    def _position(self, entry: Entry, token: Token, sentence: Sentence) -> Stance:
        """Return the stance towards what an entry says; all entries of a trigger share it."""
        if entry.ended:
            return stance_of_end(token, sentence, self.referents)
        trigger, found = self._stance
        if trigger is not token:
            found = stance(token, sentence, self.referents)
            self._stance = token, found
        return found

    def _made(self, entry: Entry, token: Token, sentence: Sentence, told: Stance) -> list[Draft]:
        """Return the drafts that an entry makes of what fills its slots; what it lacks, if anything, is noted."""
        goods = self._goods(entry, token, sentence)
        subjects = self._acting(self.arguments.subjects(entry, token, sentence), token)
        objects = self._acting(self.arguments.objects(entry, token, sentence), token)
        if entry.key == "sanctioned/targets-too" and subjects != [self.designations.imposer]:
            return []
        if entry.relation == "sanctioned" and told.status and told.status != "denied":
            self.designations.note(entry, token, subjects, told.status, sentence)
        if entry.mutual:
            parties = mutual(entry, subjects, objects) if goods or not entry.item else ()
            return list(_drafts(entry, token, sentence, told, parties, goods))
        made: list[Draft] = []
        for givers, takers, lot in self._lots(entry, token, subjects, objects, goods, sentence):
            lack = _lack(entry, token, givers, takers, lot)
            if lack is None:
                made.extend(_drafts(entry, token, sentence, told, each_pair(entry, givers, takers), lot))
            else:
                self.left_out.lacks(entry, token, sentence, lack)
        return made

    def _lots(
        self, entry: Entry, token: Token, subjects: list[str], objects: list[str], goods: list[Load], sentence: Sentence
    ) -> Iterator[tuple[list[str], list[str], list[Load]]]:
        """Yield the parties with what passes between them: "tanks from Serbia and rifles from Cuba" are two lots."""
        own = [(load, self.arguments.of_item(entry, load.token, token, sentence)) for load in goods]
        common = [load for load, parties in own if parties == (None, None)]
        if common or not goods:
            yield subjects, objects, common
        for load, (givers, takers) in own:
            if givers is not None or takers is not None:
                yield subjects if givers is None else givers, objects if takers is None else takers, [load]

    def _acting(self, parties: list[str], trigger: Token) -> list[str]:
        """Return the parties but those whom the sentence names behind the deed, to say who speaks of it."""
        return [p for p in parties if trigger.i >= self._speaking.get(p, 0) or p in self._topics]

    def _goods(self, entry: Entry, token: Token, sentence: Sentence) -> list[Load]:
        """Return what is moved, made or used, one load for each item and the word that names it."""
        found = [
            load
            for slot in entry.item
            for filler in fill(slot, token, sentence)
            for load in (_taught(given, slot) for given in self._loads(filler, sentence))
            if entry.allows_item(load.item)
        ]
        if entry.relation == "assisted" and token.pos_ == "VERB" and is_payment(found, token, sentence):
            return []
        if not found and entry.default_item:
            return [Load(entry.default_item, token, figure_of_deed(token, sentence))]
        return list({(load.item, load.token.i): load for load in found}.values())

    def _loads(self, filler: Token, sentence: Sentence) -> list[Load]:
        """Return the items of a noun phrase, with those that "them" and "the vehicles" take up."""
        named = loads(filler, sentence) or self._goods_before.taken_up(filler, sentence)
        return [known for load in named for known in self._goods_before.meant(load, sentence)]


def _taught(load: Load, slot: str) -> Load:
    """Take trainers who help for the training that they give."""
    are_trainers = load.item == "instructors" and load.token.lower_.rstrip("s") in ("trainer", "instructor")
    return Load("training", load.token) if are_trainers and slot == "agent-item" else load


def _is_under_way(token: Token) -> bool:
    """Say whether a verb of carrying or a noun of dealing speaks of goods that were stopped before they arrived."""
    return token.lemma_ in word_lists()["carrying_verbs"] and is_stopped(token)


def _lack(entry: Entry, token: Token, subjects: list[str], objects: list[str], goods: list[Load]) -> str | None:
    """Return what an entry lacks to make a claim, or to make one with what was said before; None if nothing."""
    is_open = "subject" in entry.optional and not any(_is_known(agent) for agent in syntax.agents(token))
    has_subject = bool(subjects) or is_open or _may_borrow(entry, token, objects, goods)
    return lack_of(entry, has_subject, bool(objects), bool(goods))


def _is_known(agent: Token) -> bool:
    """Say whether an agent is somebody in particular, even if nobody knows who: a name, "the couple", "it"."""
    return agent.pos_ in ("PROPN", "PRON") or is_definite(agent)


def _may_borrow(entry: Entry, token: Token, objects: list[str], goods: list[Load]) -> bool:
    """Say whether a deed that names nobody who does it may take that from an earlier sentence."""
    is_listing = entry.relation in _BY_IMPOSERS
    is_return = bool(goods) and gets_in_return(entry, token)
    is_told = is_listing or is_return or (entry.relation in ("supplied", "deployed") and bool(goods))
    is_open = entry.agent_is == "regime" or entry.key in _OF_LISTED or is_return or not syntax.agents(token)
    if token.dep_ == "dobj" and token.head.lemma_ in speech()["ending"]:
        return False  # whose "flow of arms" it is that shall stop, nobody tells
    is_deed = token.pos_ in ("VERB", "AUX") or entry.name in ("listing", "removal") or not is_listing
    return is_told and bool(objects) and is_open and is_deed and "subject" not in entry.needs


def _quantity(entry: Entry, token: Token, sentence: Sentence, load: Load | None) -> Quantity | None:
    """Return the figure of the goods, or, where no weapon is named that it might seem to count, of the attacks.

    "200 Iranian-made drones were fired" counts what was fired, not what was made.
    """
    if load is not None:
        return None if sentence.piece(token).compound else load.quantity
    return figure_of_deed(token, sentence) if entry.relation == "attacked" and token.pos_ == "NOUN" else None


def _drafts(
    entry: Entry, token: Token, sentence: Sentence, position: Stance, parties: Iterable[Parties], goods: list[Load]
) -> Iterator[Draft]:
    """Yield a draft for each pair of parties and each load; an assistance of no named kind has no item."""
    assert position.status is not None
    things: Sequence[Load | None] = goods if goods and relations()[entry.relation].item != "none" else [None]
    for (subject, target), load in product(parties, things):
        if subject is not None and subject == target:
            if "object" not in entry.optional:
                continue
            target = None  # "seized its domains" is another's, whoever that is
        if target is None and load is None:
            continue
        yield Draft(
            entry.relation,
            subject,
            target,
            load.item if load and load.item != "assistance" else None,
            _quantity(entry, token, sentence, load),
            position.status,
            position.asserted_by,
            sentence,
            token,
            marks=[sentence.span(token), *([sentence.span(load.token)] if load else [])],
            why=(f"lexicon {entry.key}: '{token.text}'", *position.why),
            is_told_to_whom=target is None and is_told_to_whom(entry, token, sentence),
            entry=entry.key,
        )
