"""Measures imposed again, by a word that stands for them: "imposed an embargo on Haiti and broadened it in May"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.attribution import stance
from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.frames.deeds_before import DeedsBefore, told_last
from ingest.lexicon.wordlists import word_lists
from ingest.parsing import syntax
from ingest.parsing.passages import Sentence
from ingest.parsing.phrases import children

if TYPE_CHECKING:
    from ingest.parsing.tokens import Token

_RENEWING = frozenset(
    {"renew", "extend", "prolong", "broaden", "widen", "tighten", "expand", "strengthen", "toughen", "reimpose"}
)
# By what the lexicon says that a whole regime was imposed, not that somebody was listed.
_REGIME_ENTRIES = frozenset({"sanctioned/impose", "sanctioned/put-on", "sanctioned/place-under"})


def renewals(deeds: DeedsBefore) -> Iterator[Draft]:
    """Yield the measures that the sentence says are renewed or widened, which it or the one before has told of."""
    sentence, referents = deeds.sentence, deeds.referents
    for token in sentence.doc:
        if token.lemma_ not in _RENEWING or token.pos_ != "VERB" or not _acts_on_it(token):
            continue
        position = stance(token, sentence, referents)
        for draft in _imposed(token, deeds):
            if position.status is not None and _is_by_the_same(token, draft, sentence, referents):
                yield replace(
                    draft, status=position.status, asserted_by=position.asserted_by, sentence=sentence,
                    trigger=token, marks=[sentence.span(token)], when=None,
                    why=(*draft.why[:1], f"imposed anew: '{token.text}'", *position.why),
                )  # fmt: skip


def _acts_on_it(verb: Token) -> bool:
    """Say whether a verb acts on "it", "them" or "the embargo", not said to be on anybody."""
    objects = children(verb, "dobj")
    plain = [t for t in objects if not children(t, "prep", "compound", "poss", "acl", "relcl") and _is_bare(t)]
    nouns = word_lists()["regime_nouns"]
    return any(t.lower_ in ("it", "them") or (t.lower_ in nouns and children(t, "det")) for t in plain)


def _is_bare(noun: Token) -> bool:
    return all(child.lower_ in ("restrictive", "economic", "same", "existing") for child in children(noun, "amod"))


def _imposed(token: Token, deeds: DeedsBefore) -> list[Draft]:
    """Return the drafts of the regime told of last: before in the sentence, else in the one before."""
    here = [draft for draft in deeds.before(token) if _is_regime(draft)]
    told = here or [draft for draft in deeds.lately(1) if _is_regime(draft)]
    return [draft for draft in told_last(told) if draft.status == "affirmed"]


def _is_regime(draft: Draft) -> bool:
    return bool(draft.subject and draft.object) and draft.entry in _REGIME_ENTRIES


def _is_by_the_same(verb: Token, draft: Draft, sentence: Sentence, referents: Referents) -> bool:
    """Say whether a verb's subject is who imposed the measure, or a word for it."""
    agents = syntax.agents(verb)
    named = {e for agent in agents for e in referents.resolve(agent, sentence)}
    return draft.subject in named or (bool(agents) and not named and all(a.lower_ in ("it", "they") for a in agents))
