"""Decides what a known name stands for in an article, where it may stand for several things or for none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph import reference
from ingest.lexicon.wordlists import word_lists
from ingest.names.capitals import is_beside_capital, starts_sentence
from ingest.names.gazetteer import Known, Word, fold, gazetteer
from ingest.names.mentions import Mention
from ingest.names.regimes import panel_states

# Capitals that are as often other places: they count only where their state is named.
_SHARED_CAPITALS = frozenset(
    {"georgetown", "kingston", "nassau", "panama city", "san jose", "santiago", "sofia", "sucre", "victoria",
     "wellington", "st. george's", "saint george's", "st. john's", "saint john's"}
)  # fmt: skip
# Of two states with one adjective, the one that is meant unless the article says otherwise.
_LARGER = frozenset({"state:DO"})
# Names of states that are also names of people or of other places: beside an unknown capitalised word they are none.
ALSO_PERSONS = _SHARED_CAPITALS | {
    "jordan", "chad", "georgia", "israel", "malta", "cyprus", "england", "america",
    "gao", "nasir", "virginia", "engels", "turk",
}  # fmt: skip
_ARMIES = frozenset({"army", "military", "forces", "troops", "navy"})
_US_GEORGIA = re.compile(r"\b(Atlanta|Savannah|Augusta|Fulton County|Kemp|U\.?S\.? state of Georgia)\b")
_COUNCILS = re.compile(
    r"(Security Council|U\.?N\.? Panel of Experts)|(Council of the E|European Union|EU\b|European Council)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """How often an article certainly names each entity, and each state by its places and bodies."""

    named: Counter[str]
    around: Counter[str]
    # The first words of the weapons that it certainly names: "shahed" of the Shahed-136.
    makes: frozenset[str] = frozenset()

    @property
    def main_state(self) -> str | None:
        """The state that it names more often than any other."""
        states = Counter({target: times for target, times in self.named.items() if target.startswith("state:")})
        (first, most), (_, second) = (*states.most_common(2), ("", 0), ("", 0))[:2]
        return first if most > second else None

    @classmethod
    def of(cls, *texts: list[Word]) -> Context:
        hits = [hit for words in texts for hit in certain_hits(words)]
        known = [known for _, known in hits]
        makes = frozenset(word for word, each in hits if each.what == "weapon")
        records = reference.records()
        bodies = (records.get(each.target) for each in known if each.what == "entity")
        places = (each.target for each in known if each.what == "place")
        owners = (f"state:{record.state}" for record in bodies if record and record.state)
        named = Counter(each.target for each in known if each.what == "entity")
        return cls(named, Counter([*places, *owners]), makes)


@dataclass(slots=True)
class Hit:
    """Words `first`..`last` that spell a known name, and what it may stand for."""

    first: int
    last: int
    readings: list[Known]


def certain_hits(words: list[Word]) -> Iterator[tuple[str, Known]]:
    """Yield what the words certainly name, ambiguous names left out, each with the first word of its name."""
    trie, at = gazetteer(), 0
    while at < len(words):
        length = 1
        for size, readings in trie.matches(words, at):
            sure = [known for known in readings if known.what != "item" and not known.is_ambiguous]
            if sure:
                yield words[at].key, min(sure, key=lambda known: known.what == "weapon")
                length = size
                break
        at += length


def resolve(hit: Hit, words: list[Word], text: str, context: Context) -> Mention | None:
    """Return what a hit names, or None where the article does not decide or the words are no name."""
    start, end = words[hit.first].start, words[hit.last].end
    known = _choose(hit.readings, context, fold(text[start:end])) or _by_noun(hit, words)
    if known and words[hit.last].key in ("north", "south", "kingdom") and not context.named[known.target]:
        return None  # "the North" is North Korea only where that is named
    if known is not None and known.is_ambiguous and _is_owned(hit, words) and known.target.startswith("org:"):
        return None
    if known is not None and known.target.startswith("org:") and _goes_on_as_another_name(hit, words):
        return None
    if known is None or _is_someone_else(hit, words, text) or _is_other_person(known, hit, words, text):
        return None
    if text[start:end].lower() in ("the council", "council"):
        return _the_council(start, end, text)
    if known.target == "state:GE" and _US_GEORGIA.search(text):
        return None
    if known.what == "item" and _is_part_of_a_name(words, hit, text):
        return None
    if known.what in ("item", "weapon"):
        return Mention(start, end, "item", known.target, known.role)
    if known.what == "place":
        return Mention(start, end, "place", known.target, "place")
    return Mention(start, end, "entity", _national(known.target, text[start:end]), known.role)


def _is_someone_else(hit: Hit, words: list[Word], text: str) -> bool:
    """Say whether what looks like a state is part of a person's or another place's name: "Michael Jordan"."""
    is_shared = hit.first == hit.last and words[hit.first].key in ALSO_PERSONS
    return is_shared and is_beside_capital(words, hit.first, hit.last, text)


def _is_other_person(known: Known, hit: Hit, words: list[Word], text: str) -> bool:
    """Say whether a leader's surname is part of another name: "Hunter Biden", but not "President Biden"."""
    if known.role != "alias" or not known.target.startswith("person:"):
        return False
    before = words[hit.first - 1].key if hit.first else ""
    if before in word_lists()["titles"] | {"."}:
        return False
    if before in word_lists()["surname_particles"]:
        return True
    following = words[hit.last + 1 : hit.last + 2]
    leads = bool(following) and following[0].key in word_lists()["bare_state_nouns"]
    return not leads and is_beside_capital(words, hit.first, hit.last, text)


def _national(entity_id: str, name: str) -> str:
    """Return the state for its army in common words ("the Russian military"); one named in full stays itself."""
    record = reference.records().get(entity_id)
    if record is None or record.sort != "armed-force" or record.state is None:
        return entity_id
    state = reference.records()[f"state:{record.state}"]
    words, common = name.removeprefix("the ").split(), name.rsplit(None, 1)[-1]
    owners = {re.sub(r"['’]s?$", "", " ".join(words[:length])) for length in (1, 2)}  # "Russian", "South Sudan's"
    known = (state.entity.name, *state.adjectives, *state.aliases)
    is_by_state = not owners.isdisjoint(word.removesuffix("?") for word in known)  # of the two Congos, one is meant
    return state.entity.id if is_by_state and common in _ARMIES else entity_id


def _the_council(start: int, end: int, text: str) -> Mention | None:
    """Take "the Council" for the Security Council if that was named first or last before, else for the EU's.

    Where none was named yet, the EU's is the one that imposes "restrictive measures".
    """
    councils = _councils(text)
    before = bisect_left(councils, (start, False))
    if before:
        is_of_the_un = councils[before - 1][1] or councils[0][1]
    elif not councils:
        return None
    else:
        is_of_the_un = "restrictive measures" not in text or all(of_the_un for _, of_the_un in councils)
    target = "org:un-security-council" if is_of_the_un else "org:european-union"
    return Mention(start, end, "entity", target, "alias")


@lru_cache(maxsize=1)
def _councils(text: str) -> list[tuple[int, bool]]:
    """Return where the article names the Security Council (True) or the EU and its Council (False)."""
    return [(match.start(), match.group(1) is not None) for match in _COUNCILS.finditer(text)]


def _is_part_of_a_name(words: list[Word], hit: Hit, text: str) -> bool:
    """Say whether an item bears a capital that no beginning of a sentence explains: "Royal Diamond 7"."""
    word = words[hit.first]
    if hit.first == hit.last and not is_beside_capital(words, hit.first, hit.last, text):
        return False
    return word.text[0].isupper() and not word.text.isupper() and not starts_sentence(text, word)


def _choose(readings: list[Known], context: Context, name: str) -> Known | None:
    """Return the one reading that stands, or None where the article does not decide."""
    sure = [known for known in readings if not known.is_ambiguous]
    if sure:
        order = {"entity": 0, "weapon": 1, "item": 2, "place": 3}
        return min(sure, key=lambda known: order[known.what])
    weighed: dict[str, tuple[int, Known]] = {}
    for known in readings:
        weighed.setdefault(known.target, (_support(known, context, name), known))
    made = [known for known in readings if known.what == "weapon" and name in context.makes]
    if made and len(weighed) == 1:
        return made[0]  # "the Shahed", where the Shahed-136 is named
    (support, best), *others = sorted(weighed.values(), key=lambda pair: -pair[0])
    if others:
        return best if support > others[0][0] else None
    return best if support or _stands_alone(best, name) else None


def _by_noun(hit: Hit, words: list[Word]) -> Known | None:
    """Return the state whose adjective stands before a body of states: "the Central African army".

    Of two states with one adjective it is the larger, where the article does not say ("Dominican").
    """
    following = words[hit.last + 1 : hit.last + 3]
    if not any(word.key in word_lists()["bodies_of_states"] for word in following):
        return None
    name = " ".join(word.key for word in words[hit.first : hit.last + 1])
    state = {adjective.casefold(): state for adjective, state in meant_adjectives().items()}.get(name)
    return next((known for known in hit.readings if known.target == state), None)


@cache
def meant_adjectives() -> dict[str, str]:
    """Return the states meant by adjectives that count with a noun behind them alone: "Central African"."""
    bearers: dict[str, list[str]] = {}
    for record in reference.records().values():
        for adjective in record.adjectives:
            if record.sort == "state" and adjective.endswith("?"):
                bearers.setdefault(adjective.removesuffix("?"), []).append(record.entity.id)
    return {
        adjective: state
        for adjective, states in bearers.items()
        for state in states
        if len(states) == 1 or state in _LARGER
    }


def _stands_alone(known: Known, name: str) -> bool:
    """Say whether an alias that the reference data marks as ambiguous has but one bearer in this field's news."""
    record = reference.records().get(known.target)
    if record is None or _is_without_its_state(record, name):
        return False
    is_of_its_own = record.sort in ("un-body", "ministry", "state")
    return is_of_its_own and known.role in ("alias", "capital") and name not in _SHARED_CAPITALS


def _is_owned(hit: Hit, words: list[Word]) -> bool:
    """Say whether a genitive stands before what may be any state's: "Britain's Treasury"."""
    return hit.first > 1 and words[hit.first - 1].key == "s" and words[hit.first - 2].text in ("'", "’")


def _goes_on_as_another_name(hit: Hit, words: list[Word]) -> bool:
    """Say whether a body's bare noun is only the beginning of a name: "the Institute of Special Reagents"."""
    if hit.last != hit.first + 1 or words[hit.first].key != "the":
        return False
    following = words[hit.last + 1 : hit.last + 3]
    return len(following) == 2 and following[0].key in ("of", "for") and following[1].text[0].isupper()


def _is_without_its_state(record: reference.Record, name: str) -> bool:
    """Say whether a name is all but the state of what any state may have: "Ministry of Defence (Russia)"."""
    body = record.entity.name.rpartition(" (")[0]
    return fold(body) == name and ("ministry" in name or "intelligence" in name)


def _support(known: Known, context: Context, name: str) -> int:
    """Return how often the article names the candidate, or the state it belongs to or watches.

    What any state may have, a ministry without its state, belongs to the one that is named most or to nobody known.
    """
    record = reference.records().get(known.target)
    if record is None or record.sort == "sanctions-regime":
        return 0
    named = context.named
    if _is_without_its_state(record, name) and f"state:{record.state}" != context.main_state:
        return 0
    if record.entity.kind == "Treaty" and record.states:
        sides = record.states if len(record.states) == 2 else record.states[:1]
        return min(named[f"state:{state}"] for state in sides)
    if record.sort == "state":
        return 3 * named[known.target] + context.around[known.target]
    owner = panel_states().get(known.target) or (f"state:{record.state}" if record.state else None)
    return 3 * named[known.target] + (named[owner] + context.around[owner] if owner else 0)
