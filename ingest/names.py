"""Finds the names in an article: what the reference data knows, and what only the article names.

Longest match first. An ambiguous alias ("GNA", "UN panel") stands for an entity only where the article itself decides
between the candidates; else it is no name at all. Names that the reference data does not know are minted: they become
entities of this article, with the aliases it gives them. Near names never merge: nothing here compares spellings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

import yaml

from graph import reference
from graph.model import Entity, slugify
from ingest.gazetteer import Known, Word, fold, gazetteer, words_of
from ingest.ministries import find_ministries
from ingest.resolutions import find_resolutions


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `kind` is entity, item or place; `target` an entity id or an item slug.

    `role` tells how it names: name, alias, capital, adjective, people, place, singular, plural, mass, minted.
    `state` is the state that a place lies in or a weapon comes from.
    """

    start: int
    end: int
    kind: str
    target: str
    role: str
    state: str | None = None


@dataclass(slots=True)
class Names:
    """The names of one article, in order, and the entities that it minted or gave aliases to."""

    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)

    def entity(self, entity_id: str) -> Entity:
        """Return an entity with the aliases that this article gives it."""
        found = self.entities.get(entity_id) or reference.entity(entity_id)
        if found is None:
            raise KeyError(entity_id)
        return found

    def mint(self, kind: str, prefix: str, name: str, *aliases: str) -> str:
        """Return the id of an entity that only the article names, made if new, with these aliases added."""
        entity_id = f"{prefix}:{slugify(name)}"
        self.alias(Entity(entity_id, kind, name, minted=True), *aliases)
        return entity_id

    def alias(self, entity: Entity, *aliases: str) -> None:
        """Note that the article calls `entity` by these names."""
        known = self.entities.get(entity.id) or reference.entity(entity.id) or entity
        new = [alias for alias in aliases if alias and alias != known.name and alias not in known.aliases]
        self.entities[entity.id] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *new))))


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the word lists of lexicon/words.yml."""
    raw = yaml.load(
        files("ingest.lexicon").joinpath("words.yml").read_text("utf-8"),
        Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader),
    )
    return {name: frozenset(map(str, words)) for name, words in raw.items()}


@dataclass(slots=True)
class _Hit:
    first: int
    last: int
    readings: list[Known]


def find_names(text: str, title: str | None = None) -> Names:
    """Return the names in `text`; the title helps to decide what ambiguous names mean."""
    names = Names()
    words = words_of(text)
    fixed = [*find_resolutions(text, names), *find_ministries(text, names), *_bracketed_treaties(text, names)]
    taken = _positions(words, fixed)
    context = Counter(known.target for part in (words, words_of(title or "")) for known in _certain(part))
    resolved = _resolved_hits(words, taken, text, context)
    runs = _runs(text, words, [hit for hit, _ in resolved], taken)
    covered = {at for run in runs if run.overrides for at in range(run.first, run.last + 1)}
    names.mentions += [mention for hit, mention in resolved if covered.isdisjoint(range(hit.first, hit.last + 1))]
    names.mentions.extend(fixed)
    _mint_runs(runs, words, text, names)
    names.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    _link_acronyms(text, names)
    return names


_BRACKETED = re.compile(r"((?:[A-Z][\w-]+ (?:of |on |for |in |the )*)+)\(([A-Z]{2,8})\) (Treaty|Convention|Agreement|Pact|Protocol)\b")


def _bracketed_treaties(text: str, names: Names) -> list[Mention]:
    """"the Intermediate-Range Nuclear Forces (INF) Treaty": a name with its acronym inside."""
    found = []
    for match in _BRACKETED.finditer(text):
        long, short = f"{match.group(1)}{match.group(3)}", f"{match.group(2)} {match.group(3)}"
        known = [k.target for name in (short, long) for n, ks in gazetteer().matches(words_of(name), 0)[:1] for k in ks if k.what == "entity"]
        target = known[0] if known else names.mint("Treaty", "treaty", long, short)
        names.alias(names.entity(target), long, short)
        found.append(Mention(match.start(), match.end(), "entity", target, "name"))
    return found


def _positions(words: list[Word], mentions: list[Mention]) -> set[int]:
    spans = [(mention.start, mention.end) for mention in mentions]
    return (
        {at for at, word in enumerate(words) if any(start <= word.start < end for start, end in spans)}
        if spans
        else set()
    )


def _certain(words: list[Word]) -> Iterator[Known]:
    """Yield what the words certainly name, ambiguous names left out."""
    trie, at = gazetteer(), 0
    while at < len(words):
        length = 1
        for size, readings in trie.matches(words, at):
            sure = [known for known in readings if known.what == "entity" and not known.is_ambiguous]
            if sure:
                yield sure[0]
                length = size
                break
        at += length


def _resolved_hits(words: list[Word], taken: set[int], text: str, context: Counter[str]) -> list[tuple[_Hit, Mention]]:
    """Return the longest names, from left to right, that the article lets stand."""
    found, at, trie = [], 0, gazetteer()
    while at < len(words):
        step = 1
        for size, readings in trie.matches(words, at) if at not in taken else ():
            hit = _Hit(at, at + size - 1, readings)
            if not taken.isdisjoint(range(at, at + size)) or _begins_later(words, hit):
                continue
            mention = _resolve(hit, words, text, context)
            if mention:
                found.append((hit, mention))
                step = size
                break
        at += step
    return found


def _begins_later(words: list[Word], hit: _Hit) -> bool:
    """Say whether, as in "the North Korean", a longer name begins after the article."""
    if words[hit.first].key != "the" or hit.first == hit.last:
        return False
    later = gazetteer().matches(words, hit.first + 1)
    return bool(later) and hit.first + later[0][0] > hit.last


# Names of states that are also names of people or of other places: beside an unknown capitalised word they are none.
_ALSO_PERSONS = frozenset({"jordan", "chad", "georgia", "israel", "malta", "cyprus", "sofia", "victoria", "santiago"})
_US_GEORGIA = re.compile(r"\b(Atlanta|Savannah|Augusta|Fulton County|Kemp|U\.?S\.? state of Georgia)\b")


def _resolve(hit: _Hit, words: list[Word], text: str, context: Counter[str]) -> Mention | None:
    start, end = words[hit.first].start, words[hit.last].end
    known = _choose(hit.readings, context)
    if known is None:
        return None
    if hit.first == hit.last and words[hit.first].key in _ALSO_PERSONS and _beside_capital(hit, words, text):
        return None
    if text[start:end].lower() == "the council":
        return _the_council(start, end, text)
    if known.target == "state:GE" and _US_GEORGIA.search(text):
        return None
    if known.what == "item" and _is_part_of_a_name(words, hit, text):
        return None
    if known.what in ("item", "weapon"):
        origin = known.origin[0] if len(known.origin) == 1 else None
        return Mention(start, end, "item", known.target, known.role, f"state:{origin}" if origin else None)
    if known.what == "place":
        return Mention(start, end, "place", known.target, "place", known.target)
    return Mention(start, end, "entity", _national(known.target, text[start:end]), known.role)


def _national(entity_id: str, name: str) -> str:
    """Return the state for its army in common words ("the Russian military"); one named in full stays itself."""
    record = reference.records().get(entity_id)
    common = name.rsplit(None, 1)[-1] in ("army", "military", "forces", "troops", "navy")
    return f"state:{record.state}" if record and record.state and record.sort == "armed-force" and common else entity_id


_COUNCILS = re.compile(r"(Security Council)|(Council of the E|European Union|EU\b|European Council)")


def _the_council(start: int, end: int, text: str) -> Mention | None:
    """"the Council" is the one named last, of the UN or of the EU."""
    named = list(_COUNCILS.finditer(text, 0, start))
    if not named:
        return None
    target = "org:un-security-council" if named[-1].group(1) or any(m.group(1) for m in named[:1]) else "org:european-union"
    return Mention(start, end, "entity", target, "alias")


def _is_part_of_a_name(words: list[Word], hit: _Hit, text: str) -> bool:
    """Say whether what looks like an item bears a capital that no beginning of a sentence explains: "Royal Diamond 7"."""
    word = words[hit.first]
    if hit.first == hit.last and not _beside_capital(hit, words, text):
        return False
    return word.text[0].isupper() and not word.text.isupper() and not _starts_sentence(text, word)


def _choose(readings: list[Known], context: Counter[str]) -> Known | None:
    """Return the one reading that stands, or None where the article does not decide."""
    sure = [known for known in readings if not known.is_ambiguous]
    if sure:
        order = {"entity": 0, "weapon": 1, "item": 2, "place": 3}
        return min(sure, key=lambda known: order[known.what])
    weighed = sorted(((_support(known, context), known) for known in readings), key=lambda pair: -pair[0])
    if len(weighed) > 1:
        return weighed[0][1] if weighed[0][0] > weighed[1][0] else None
    support, known = weighed[0]
    return known if support or _stands_alone(known) else None


def _stands_alone(known: Known) -> bool:
    """Say whether an alias that the reference data marks as ambiguous has but one bearer in this field's news."""
    record = reference.records().get(known.target)
    return record is not None and record.sort in ("un-body", "ministry", "state") and known.role in ("alias", "capital")


@cache
def panel_states() -> dict[str, str]:
    """Return the state that a panel or committee watches, by the body's id."""
    records = reference.records()
    watched = {
        body: f"state:{record.states[0]}"
        for record in records.values()
        if record.sort == "sanctions-regime" and len(record.states) == 1
        for body in record.bodies
        if records[body].sort in ("un-body", "un-panel")
    }
    panels = {
        entity_id: watched[record.parent]
        for entity_id, record in records.items()
        if record.sort == "un-panel" and record.parent in watched
    }
    return watched | panels


def _support(known: Known, context: Counter[str]) -> int:
    """Return how often the article names the candidate, or the state it belongs to or watches."""
    record = reference.records().get(known.target)
    if record is None or record.sort == "sanctions-regime":
        return 0
    if record.entity.kind == "Treaty" and record.states:
        return min(context[f"state:{state}"] for state in record.states)
    owner = panel_states().get(known.target) or (f"state:{record.state}" if record.state else None)
    return 3 * context[known.target] + (context[owner] if owner else 0)


def _beside_capital(hit: _Hit, words: list[Word], text: str) -> bool:
    following = words[hit.last + 1] if hit.last + 1 < len(words) else None
    if following and following.text[0].isupper() and text[words[hit.last].end : following.start] == " ":
        return following.key not in word_lists()["starters"] | word_lists()["calendar"]
    previous = words[hit.first - 1] if hit.first else None
    return bool(
        previous
        and previous.text[0].isupper()
        and text[previous.end : words[hit.first].start] == " "
        and previous.key not in word_lists()["starters"] | word_lists()["calendar"]
    )


@dataclass(slots=True)
class _Run:
    """Words `first`..`last` that may be a name of their own; it overrides names inside it where `overrides`."""

    first: int
    last: int
    overrides: bool


_INSIDE = frozenset(
    {"of", "and", "for", "the", "&", "de", "du", "la", "al", "el", "bin", "ibn", "van", "von", "der", "da", "di", "des"}
)
_PERSONAL = frozenset({"al", "el", "bin", "ibn", "van", "von", "der", "de", "da", "di", "du", "la"})


def _is_capital(word: Word) -> bool:
    return word.key not in word_lists()["calendar"] and (
        word.text[0].isupper() or (word.text[0].isdigit() and any(ch.isupper() for ch in word.text))
    )


def _runs(text: str, words: list[Word], hits: list[_Hit], taken: set[int]) -> list[_Run]:
    """Return the runs of capitalised words that the reference data does not know as a whole."""
    hit_at = {at: hit for hit in hits for at in range(hit.first, hit.last + 1)}
    runs, at = [], 0
    while at < len(words):
        if at in taken or not _is_capital(words[at]):
            at += 1
            continue
        last = _run_end(text, words, at, taken)
        runs.extend(_split_run(text, words, at, last, hit_at))
        at = last + 1
    return runs


def _joined(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] in (" ", "-", "‑", "‐", "")


def _run_end(text: str, words: list[Word], at: int, taken: set[int]) -> int:
    """Return the last word of the run of capitalised words that begins at `at`."""
    last = at
    while last + 1 < len(words) and last + 1 not in taken and _joined(text, words[last], words[last + 1]):
        following = words[last + 1]
        hyphenated = (
            text[words[last].end : following.start] != " " and following.text.isalpha() and len(following.text) <= 4
            and following.key not in ("made", "led", "era", "run", "born")
        )  # fmt: skip
        if _is_capital(following) or hyphenated or (following.text == "." and len(words[last].text) == 1):
            last += 1
        elif following.text == "'" and words[last].key in ("people", "workers", "soldiers") and last + 3 < len(words):
            last += 3 if words[last + 2].key == "s" and _is_capital(words[last + 3]) else 0
            if words[last].key in ("people", "workers", "soldiers"):
                break
        elif following.key in ("on", "for") and words[last].key in word_lists()["body_words"] and last + 2 < len(words) and (
            _is_capital(words[last + 2]) and last + 2 not in taken
        ):  # fmt: skip
            last += 2
        elif following.key in _INSIDE and last + 2 < len(words) and last + 2 not in taken and (
            _is_capital(words[last + 2]) and text[following.end : words[last + 2].start] in (" ", "-")
        ):  # fmt: skip
            last += 2
        else:
            break
    return last


def _starts_sentence(text: str, word: Word) -> bool:
    before = text[max(0, word.start - 3) : word.start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?\n:—" or "\n" in text[max(0, word.start - 3) : word.start]


def _split_run(text: str, words: list[Word], first: int, last: int, hit_at: dict[int, _Hit]) -> list[_Run]:
    lists = word_lists()
    while first <= last and words[first].key in lists["starters"] and (
        _starts_sentence(text, words[first]) or words[first].key in ("the", "a", "president", "minister")
    ):  # fmt: skip
        first += 1
    while first <= last and words[last].key in _INSIDE | {"."}:
        last -= 1
    if first > last:
        return []
    body = _body_run(words, first, last, hit_at)
    if body:
        return body
    return _unknown_stretches(text, words, first, last, hit_at)


def _body_run(words: list[Word], first: int, last: int, hit_at: dict[int, _Hit]) -> list[_Run]:
    """A run with a word such as Bank or Committee that no single known name covers is a body's name as a whole."""
    lists = word_lists()
    marks = lists["body_words"] | lists["treaty_words"]
    keys = [at for at in range(first, last + 1) if words[at].key in marks and words[at].text[0].isupper()]
    uncovered = [at for at in keys if at not in hit_at]
    if not uncovered or last == first:
        return []
    if any(words[at].key == "and" for at in range(first, last + 1)):
        parts = [at for at in range(first, last + 1) if words[at].key == "and"]
        cut = parts[0]
        left_is_name = hit_at.get(cut - 1) is not None or words[cut - 1].key in lists["body_words"]
        if left_is_name and not (
            words[cut - 1].key not in lists["body_words"]
            and hit_at.get(cut - 1)
            and hit_at[cut - 1].readings[0].role == "adjective"
        ):
            return [
                *(_body_run(words, first, cut - 1, hit_at) or _plain(first, cut - 1, hit_at)),
                *(_body_run(words, cut + 1, last, hit_at) or _plain(cut + 1, last, hit_at)),
            ]
    return [_Run(first, last, overrides=True)]


def _plain(first: int, last: int, hit_at: dict[int, _Hit]) -> list[_Run]:
    return [] if any(at in hit_at for at in range(first, last + 1)) else [_Run(first, last, overrides=False)]


def _unknown_stretches(text: str, words: list[Word], first: int, last: int, hit_at: dict[int, _Hit]) -> list[_Run]:
    stretches, at = [], first
    while at <= last:
        if at in hit_at or words[at].key in ("of", "and", "for", "the", "&"):
            at += 1
            continue
        end = at
        while end < last and end + 1 not in hit_at and words[end + 1].key not in ("of", "and", "for", "the", "&"):
            end += 1
        single_starter = at == end and _starts_sentence(text, words[at])
        if not (single_starter and not _seen_inside(text, words[at].text)) and any(
            words[k].text[0].isupper() for k in range(at, end + 1)
        ):
            stretches.append(_Run(at, end, overrides=False))
        at = end + 1
    return stretches


def _seen_inside(text: str, word: str) -> bool:
    """Say whether a word stands capitalised within some sentence, so that its capital is no mere beginning."""
    return re.search(rf"[a-z,;] {re.escape(word)}\b", text) is not None


def _mint_runs(runs: list[_Run], words: list[Word], text: str, names: Names) -> None:
    persons: dict[str, str] = {}
    firsts: dict[str, set[str]] = {}
    ordered = sorted(runs, key=lambda run: run.first)
    last_kind, last_end = "Unknown", 0
    for run in ordered:
        first, titled = _without_titles(words, run)
        if first > run.last:
            continue
        start, end = words[first].start, words[run.last].end
        if _kind_of(words, first, run.last, text, titled) == "Vessel":
            end = _NUMBERED.match(text, end).end()
        name = text[start:end].strip()
        kind = _kind_of(words, first, run.last, text, titled)
        kind = _kind_in_list(kind, last_kind, text[last_end:start])
        last_kind, last_end = kind, end
        if first == run.last and name in persons:
            names.mentions.append(Mention(start, end, "entity", persons[name], "surname"))
            continue
        if kind in ("Unknown", "Place") or len(name) < 2 or words[run.last].key in word_lists()["regions"]:
            continue
        if _is_ambiguous_alias(words, first, run.last):
            continue
        if first == run.last and words[first].key in word_lists()["treaty_words"] | {"may", "march"}:
            continue
        if first == run.last and words[first].key in word_lists()["body_words"]:
            known = [m.target for m in names.mentions if m.kind == "entity" and text[m.start : m.end].endswith(name)]
            if known and words[first - 1].key == "the":
                names.mentions.append(Mention(start, end, "entity", known[-1], "alias"))
            continue
        prefix = {"Person": "person", "Vessel": "vessel", "Treaty": "treaty"}.get(kind, "org")
        entity_id = names.mint(kind, prefix, name)
        if kind == "Person":
            for part in {words[run.last].text, _surname(text, words, first, run.last)}:
                firsts.setdefault(part, set()).add(entity_id)
                if len(firsts[part]) == 1:
                    persons[part] = entity_id
                else:
                    persons.pop(part, None)
            names.alias(names.entity(entity_id), _surname(text, words, first, run.last))
        else:
            persons.setdefault(name, entity_id)
        following = words[run.last + 1] if run.last + 1 < len(words) else None
        if following and kind != "Person" and following.key in word_lists()["body_nouns"] and text[end : following.start] == " ":
            names.alias(names.entity(entity_id), f"{name} {following.text}")
        names.mentions.append(Mention(start, end, "entity", entity_id, "minted"))


def _is_ambiguous_alias(words: list[Word], first: int, last: int) -> bool:
    matches = gazetteer().matches(words, first)
    return bool(matches) and matches[0][0] == last - first + 1


_VESSELS = re.compile(r"\b(?:tankers?|ships?|vessels?|freighters?|carriers?|dhows?|boats?)\b")
_NUMBERED = re.compile(r"(?: \d{1,3}\b)?")
_FAMILY_FIRST = frozenset(
    {
        "kim",
        "ri",
        "pak",
        "no",
        "choe",
        "jo",
        "yun",
        "kang",
        "hwang",
        "jang",
        "xi",
        "wang",
        "zhang",
        "li",
        "liu",
        "chen",
        "lee",
        "park",
    }
)


def _surname(text: str, words: list[Word], first: int, last: int) -> str:
    if words[first].key in _FAMILY_FIRST and last > first:
        return words[first].text
    if last > first and words[last - 1].key in _PERSONAL:
        return text[words[last - 1].start : words[last].end]
    if last > first and text[words[last - 1].end : words[last].start] == "-":
        return text[words[last - 1].start : words[last].end]
    return words[last].text


def _kind_in_list(kind: str, previous: str, between: str) -> str:
    """In "the companies Verus, Versor and X" what one name is the next ones are too."""
    in_list = between.strip() in (",", "and", ", and", "or")
    return previous if in_list and kind in ("Unknown", "Person", "Place") and previous == "Company" else kind


def _without_titles(words: list[Word], run: _Run) -> tuple[int, bool]:
    first, titled = run.first, False
    if run.overrides:
        return first, False
    titles = word_lists()["titles"]
    while first < run.last and words[first].key in titles:
        if words[first].key in word_lists()["title_modifiers"] and words[first + 1].key not in titles:
            break
        first, titled = first + 1, True
        if first <= run.last and words[first].text == ".":
            first += 1
    if first == run.last and words[first].key in word_lists()["titles"]:
        return run.last + 1, True
    return first, titled


def _kind_of(words: list[Word], first: int, last: int, text: str, titled: bool) -> str:
    """Guess what kind of thing a minted name names; Unknown where nothing tells."""
    lists = word_lists()
    own = [words[at].key for at in range(first, last + 1)]
    before = [words[at].key for at in range(max(0, first - 4), first)]
    after = [words[at].key for at in range(last + 1, min(len(words), last + 9))]
    if own[-1] in lists["treaty_words"]:
        return "Treaty"
    if any(key in lists["body_words"] for key in own):
        if own[-1] in lists["firm_words"]:
            return "Company"
        return "ArmedGroup" if any(key in lists["force_words"] for key in own) else "Organisation"
    if before and (
        before[-1] in lists["vessel_nouns"]
        or before[-2:] == ["ship", ","]
        or (len(before) > 2 and before[-1] == "the" and before[-2] == "," and before[-3] in lists["vessel_nouns"])
    ):
        return "Vessel"
    if titled or (before and before[-1] in lists["titles"]):
        return "Person"
    if before and before[-1] == "the" and not after[:1] == ["of"] and _VESSELS.search(text, max(0, words[first].start - 160), words[last].end + 60):
        if not (after and after[0].isalpha() and after[0] in lists["body_nouns"] | lists["armed_nouns"]):
            return "Vessel"
    if last == first and after and after[0] in lists["body_nouns"] | lists["armed_nouns"] and text[words[last].end] == " ":
        return "ArmedGroup" if after[0] in lists["armed_nouns"] | {"militia", "gang", "movement", "rebels"} else "Organisation"
    if before and before[-1] in lists["firm_nouns"]:
        return "Company"
    if any(key in lists["firm_nouns"] for key in before) and "," in before:
        return "Company"
    if after[:1] == [","] and after[1:2] and after[1] in ("a", "an", "the", "whose", "one"):
        phrase = after[1 : after.index(",", 1) if "," in after[1:] else 8]
        cut = next((at for at, key in enumerate(phrase) if key in ("of", "who", "which", "that", "owned", "registered", "in", "known", "for")), len(phrase))
        heads = [key for key in phrase[:cut] if key in lists["person_nouns"] | lists["firm_nouns"] | lists["body_nouns"]]
        renamed = heads[-1] if heads else ""
        if renamed:
            return "Person" if renamed in lists["person_nouns"] else "Company" if renamed in lists["firm_nouns"] else "Organisation"
    if after[:1] == [","] and any(key in lists["person_nouns"] for key in after[1:6]):
        return "Person"
    if before and before[-1] in ("in", "at", "near", "from", "to", "of", "around", "outside") and last == first:
        return "Place"
    if after and after[0] in lists["place_nouns"]:
        return "Place"
    if before and before[-1] == "the" and len(own) >= 2:
        return "Organisation"
    if (
        2 <= len(own) <= 5
        and all(key.isalpha() for key in own)
        and not any(words[at].text.isupper() and len(words[at].text) > 3 for at in range(first, last + 1))
    ):
        return "Person"
    if last == first and len(own[0]) > 2 and not (before and before[-1] in ("the", "a", "an")) and not (after and after[0] in lists["place_nouns"]):
        return "Organisation"
    return "Unknown"


_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9.\-]{1,12})\)")


def _link_acronyms(text: str, names: Names) -> None:
    """Take "the Rapid Support Forces (RSF)" as a definition: within the article RSF is that body, and only that."""
    defined: dict[str, str] = {}
    for mention in names.mentions:
        if mention.kind != "entity" or mention.role in ("adjective", "people"):
            continue
        match = _ACRONYM.match(text, mention.end)
        if match and _abbreviates(match.group(1), text[mention.start : mention.end]):
            defined[match.group(1)] = _known_by(match.group(1), mention, text, names)
    for acronym, target in defined.items():
        for match in re.finditer(rf"\b{re.escape(acronym)}\b", text):
            span = match.span()
            names.mentions = [m for m in names.mentions if m.end <= span[0] or m.start >= span[1]]
            names.mentions.append(Mention(*span, "entity", target, "alias"))
    names.mentions.sort(key=lambda mention: (mention.start, -mention.end))


def _known_by(acronym: str, mention: Mention, text: str, names: Names) -> str:
    """Return the entity that an acronym in brackets defines: one the reference data knows by it, else the named one."""
    name = text[mention.start : mention.end]
    known = {m.target for m in names.mentions if m.role != "minted" and text[m.start : m.end] == acronym}
    if mention.role == "minted" and len(known) == 1:
        (target,) = known
        names.mentions = [replace(m, target=target) if m.target == mention.target else m for m in names.mentions]
        names.entities.pop(mention.target, None)
        names.alias(names.entity(target), name)
        return target
    names.alias(names.entity(mention.target), acronym)
    return mention.target


def _abbreviates(acronym: str, name: str) -> bool:
    letters = [fold(ch) for ch in acronym if ch.isalpha()]
    initials = [fold(word)[0] for word in re.findall(r"[^\W_]+", name)]
    return bool(letters) and letters[0] in initials
