"""Slots of measures: whose the sanctions and the list are, and who is among those listed. See `ingest/slots`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.lexicon.wordlists import word_lists
from ingest.names.regimes import issuer_of
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import behind, children, conjoined, possessors, prepositional
from ingest.slots.enumerations import row
from ingest.slots.origins import names_before

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token


def among_subject(token: Token, _: Sentence) -> Sequence[Token]:
    """Return who is among those whom the noun names: "Among the newcomers are A and B", "A was among those listed"."""
    verb = token.head.head
    is_among = token.dep_ == "pobj" and token.head.lower_ == "among" and verb.lemma_ == "be"
    return syntax.subjects(verb) or children(verb, "attr") if is_among else []


def following(token: Token, sentence: Sentence) -> list[Token]:
    """Return who is listed behind the colon: "The following were added to the list: A; B"."""
    announced = [t for t in syntax.objects(token) if any(w.lower_ == "following" for w in (t, *t.children))]
    colon = next((t for t in token.doc[token.i + 1 :] if t.text == ":"), None)
    return list(row(token.doc, colon.i + 1, sentence)) if announced and colon is not None else []


def on_trade(token: Token, _: Sentence) -> list[Token]:
    """Return to whom the trade goes that a ban is on: "a ban on the sale of fuel to Myanmar"."""
    trades = [noun for noun in prepositional(token, "on") if noun.lemma_ in word_lists()["trade_nouns"]]
    return [t for noun in trades for t in prepositional(noun, "to", through_object=False)]


def regime_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose the sanctions are that stand below the trigger: "hit with US sanctions", "under sanctions from"."""
    nouns = [noun for noun in token.subtree if noun.lower_ in word_lists()["regime_nouns"]]
    owners = (owner for noun in nouns for owner in (*possessors(noun), *names_before(noun, sentence)))
    before = [t for owner in owners for t in conjoined(owner) if _imposes(t, sentence)]
    return before or [t for noun in nouns for t in prepositional(noun, "from", "by")]


def package_owner(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose the bundle of measures is that is agreed: "the EU's 18th package was adopted"."""
    bundles = [t for t in syntax.objects(token) if t.lower_ in word_lists()["package_nouns"]]
    owners = (t for noun in bundles for t in (*possessors(noun), *names_before(noun, sentence)))
    return [t for t in owners if _imposes(t, sentence)]


def agent_imposer(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose sanctions act: "the new Canadian sanctions target"."""
    agents = syntax.agents(token)
    return [t for noun in agents for t in (*possessors(noun), *names_before(noun, sentence)) if _imposes(t, sentence)]


def _imposes(token: Token, sentence: Sentence) -> bool:
    """Say whether a modifier of "sanctions" tells by whom they are, not on whom: "Canadian", "EU", not "Iran"."""
    mention = sentence.mention(token)
    if mention is None or not mention.is_entity:
        return False
    return mention.role == "adjective" or token.dep_ == "poss" or issuer_of(mention.target) is not None


def list_owner(token: Token, sentence: Sentence) -> list[Token]:
    lists = [noun for noun in token.subtree if noun.lemma_ in ("list", "blacklist")]
    return [
        owner for noun in lists for owner in (*possessors(noun), *names_before(noun, sentence), *behind(noun, "of"))
    ]


def import_origin(token: Token, sentence: Sentence) -> list[Token]:
    """Return whose goods may not come in: "banned imports of Belarusian potash", "the import of potash from X"."""
    imports = [noun for noun in syntax.objects(token) if noun.lemma_ in ("import", "purchase")]
    goods = [each for noun in imports for each in behind(noun, "of") if _is_strategic(each, sentence)]
    return [
        t for each in goods for t in (*names_before(each, sentence), *behind(each, "from")) if _imposes(t, sentence)
    ]


def _is_strategic(goods: Token, sentence: Sentence) -> bool:
    """Say whether a ban on goods is a sanction, not a quarrel over trade, as on grain and fish."""
    mention = sentence.mention(goods)
    return mention is not None and mention.is_item and mention.target not in _FARMED


_FARMED = frozenset({"food", "seafood", "textiles", "timber"})


def shifted(token: Token, sentence: Sentence) -> list[Token]:
    """Return who stands behind the list: "removed from its list Orbit Ltd and its owner"."""
    behind_it = [] if syntax.objects(token) else prepositional(token, "from", "to", through_object=False)
    named = [t for each in behind_it if each.lower_ in _LISTS for t in children(each, "appos")]
    named = [name for name in named if name.doc[min(t.i for t in name.subtree) - 1].text != ","]
    merged = [t for t in behind_it if sentence.mention(t) and any(c.lower_ in _LISTS for c in children(t, "compound"))]
    return [t for name in (*named, *merged) for t in conjoined(name)]


_LISTS = frozenset({"list", "lists", "blacklist"})
