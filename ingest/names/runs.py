"""Runs of capitalised words that may be names the reference data does not know: "Far Eastern Bank", "Ali Hassan"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.ambiguity import Hit
from ingest.names.capitals import is_capital, is_number_of, is_seen_inside, numbers_a_unit, starts_sentence
from ingest.names.coordination import Cut
from ingest.names.gazetteer import Word

_HYPHENS = (" ", "-", "‑", "‐", "")
_DOUBLE_PARTICLES = frozenset(
    {
        ("de", "los"),
        ("de", "las"),
        ("de", "la"),
        ("de", "l"),
        ("van", "der"),
        ("van", "den"),
        ("bin", "al"),
        ("ibn", "al"),
    }
)
_OWNERS = ("people", "workers", "soldiers")
_PARTERS = ("of", "and", "for", "the", "&")


@dataclass(slots=True)
class Run:
    """Words `first`..`last` that may be a name of their own; it overrides names inside it where `overrides`.

    One that `only_begins` a sentence is a name only if it takes up another.
    """

    first: int
    last: int
    overrides: bool
    only_begins: bool = False


def find_runs(text: str, words: list[Word], hits: list[Hit], taken: set[int]) -> list[Run]:
    """Return the runs of capitalised words that the reference data does not know as a whole.

    `hits` are the known names that stand, `taken` the words that are names for certain.
    """
    hit_at = {at: hit for hit in hits for at in range(hit.first, hit.last + 1)}
    runs, at = [], 0
    while at < len(words):
        if at in taken or not (is_capital(words[at]) or numbers_a_unit(words, at)):
            at += 1
            continue
        last = _run_end(text, words, at, taken)
        runs.extend(_split_run(text, words, at, last, hit_at))
        at = last + 1
    return runs


def _run_end(text: str, words: list[Word], at: int, taken: set[int]) -> int:
    """Return the last word of the run of capitalised words that begins at `at`."""
    last = at
    while last + 1 < len(words) and last + 1 not in taken:
        gap = text[words[last].end : words[last + 1].start]
        if gap not in _HYPHENS and not (gap == "–" and words[last].key in word_lists()["firm_words"]):
            break
        step = _step(text, words, last, taken)
        last += step
        if step == 0 or (step == 3 and words[last].key in _OWNERS):
            break
    return last


def _step(text: str, words: list[Word], last: int, taken: set[int]) -> int:
    """Return how many words after `last` surely go on with its name: none, the next, or a particle and a capital."""
    following = words[last + 1]
    tail = _legal_tail(words, last)
    if tail:
        return tail
    if is_capital(following) or _is_hyphenated(text, words[last], following) or is_number_of(words[last], following):
        return 1
    if following.text == "." and len(words[last].text) == 1:
        return 1
    if following.text == "'" and words[last].key in _OWNERS and last + 3 < len(words):
        return 3 if words[last + 2].key == "s" and is_capital(words[last + 3]) else 0
    if last + 2 >= len(words) or last + 2 in taken:
        return 0
    if following.key == "'" and _is_inside_word(words[last], following, words[last + 2]):
        return 2
    if last + 3 < len(words) and _are_particles(words[last], following, words[last + 2]):
        return 3 if is_capital(words[last + 3]) else 0
    if not is_capital(words[last + 2]):
        return 0
    if following.key in ("on", "for") and words[last].key in word_lists()["body_words"]:
        return 2
    is_particle = following.key in word_lists()["name_particles"]
    return 2 if is_particle and text[following.end : words[last + 2].start] in (" ", "-") else 0


def _legal_tail(words: list[Word], last: int) -> int:
    """Return how many words up to the legal form behind a comma: "Alpha Trading, Inc.", "Prasat Pay Co., Ltd."."""
    forms = word_lists()["legal_forms"]
    at = last + 2 if words[last + 1].text == "." and words[last].key in forms else last + 1
    is_tail = at + 1 < len(words) and words[at].text == "," and words[at + 1].key in forms
    return at + 1 - last if is_tail and is_capital(words[at + 1]) else 0


def _are_particles(word: Word, one: Word, two: Word) -> bool:
    """Say whether a name goes on over two small words: "Cartel de los Soles", "Front for the Liberation of Azawad"."""
    if one.key in ("for", "of") and two.key == "the":
        return word.text[0].isupper() and word.key in word_lists()["body_words"] - word_lists()["armed_nouns"]
    return (one.key, two.key) in _DOUBLE_PARTICLES


def _is_inside_word(before: Word, apostrophe: Word, after: Word) -> bool:
    """Say whether an apostrophe stands inside a name: "Hay'at", "N'Djamena"; not that of a genitive."""
    is_one_word = before.end == apostrophe.start and apostrophe.end == after.start
    return is_one_word and after.text.isalpha() and after.key not in ("s", "t")


def _is_hyphenated(text: str, word: Word, following: Word) -> bool:
    """Say whether a short word hangs on a name by its hyphen: "Kim Jong-un"."""
    return (
        text[word.end : following.start] != " "
        and following.text.isalnum()
        and len(following.text) <= 4
        and following.key not in ("made", "led", "era", "run", "born")
    )


def _split_run(text: str, words: list[Word], first: int, last: int, hit_at: dict[int, Hit]) -> list[Run]:
    """Return the possible names in a run, without the words that only begin a sentence."""
    lists = word_lists()
    while first <= last and _is_before_name(text, words[first]):
        first += 1
        while 0 < first <= last and words[first].key in ("of", "for", "from"):
            first += 1
    while first <= last and (words[last].key in lists["name_particles"] or words[last].key == "."):
        last -= 1
    if first > last:
        return []
    return _body_run(words, first, last, hit_at) or _unknown_stretches(text, words, first, last, hit_at)


def _is_before_name(text: str, word: Word) -> bool:
    """Say whether a word only begins the sentence: "The", "Hackers of Unit 61398"."""
    if word.key in ("the", "a", "president", "minister", "vlcc", "vlccs"):
        return True
    return word.key in _beginnings() and starts_sentence(text, word)


@cache
def _beginnings() -> frozenset[str]:
    """Return the words whose capital may be that of the sentence."""
    lists = word_lists()
    return lists["starters"] | (words_in("armed_nouns", "group_nouns") - lists["body_words"])


def _body_run(words: list[Word], first: int, last: int, hit_at: dict[int, Hit]) -> list[Run]:
    """Return a run as one name if it has a word such as Bank or Committee that no known name covers."""
    if last == first or not _has_unknown_body(words, first, last, hit_at):
        return []
    for at in range(first + 1, last):
        cut = Cut(words, first, at, last)
        if words[at].key == "and" and (cut.parts_names() or _is_known_name(hit_at.get(at - 1))):
            break
        if words[at].key == "and" and cut.parts_by_use():
            break
        if words[at].key == "of" and cut.parts_person() and at - 1 not in hit_at:
            break
        if cut.parts_seat() and _is_seat(words, at + 1, last, hit_at):
            return [Run(first, at - 1, overrides=True)]
    else:
        return [Run(first, last, overrides=True)]
    return [
        run
        for start, end in ((first, at - 1), (at + 1, last))
        for run in (_body_run(words, start, end, hit_at) or _plain(start, end, hit_at))
    ]


def _has_unknown_body(words: list[Word], first: int, last: int, hit_at: dict[int, Hit]) -> bool:
    """Say whether a run has a body word that no known name covers; "PJSC Rosneft" is only Rosneft."""
    marks = words_in("body_words", "treaty_words")
    keys = [at for at in range(first, last + 1) if words[at].key in marks and words[at].text[0].isupper()]
    if all(at in hit_at and _is_entity(hit_at[at]) for at in keys):
        return False
    rest = [at for at in range(first, last + 1) if words[at].key not in word_lists()["legal_forms"]]
    hits = {id(hit_at[at]) if at in hit_at else None for at in rest}
    return not (len(hits) == 1 and None not in hits and rest and _is_body(hit_at[rest[0]]))


def _is_entity(hit: Hit) -> bool:
    return any(known.what in ("entity", "place") for known in hit.readings)


def _is_body(hit: Hit) -> bool:
    return any(known.target.startswith("org:") for known in hit.readings)


def _is_known_name(hit: Hit | None) -> bool:
    return hit is not None and hit.readings[0].role != "adjective" and _is_entity(hit)


def _is_place(hit: Hit | None) -> bool:
    """Say whether a known name is that of a state or a place in it, and no adjective."""
    return hit is not None and any(
        known.what == "place" or (known.role in ("name", "alias", "capital") and known.target.startswith("state:"))
        for known in hit.readings
    )


def _is_seat(words: list[Word], first: int, last: int, hit_at: dict[int, Hit]) -> bool:
    """Say whether words are a known place, or one word that nothing is known of: "Delta Works of Chelyabinsk"."""
    if first in hit_at:
        return _is_place(hit_at[first]) and hit_at[first].first == first and hit_at[first].last == last
    return first == last and words[first].key not in words_in("body_words", "coordinated_words")


def _begun_by_place(text: str, words: list[Word], first: int, at: int, end: int, hit_at: dict[int, Hit]) -> int:
    """Return where a name begins that has a state or place before its unknown words `at`..`end`: "Iran Air"."""
    lists, hit = word_lists(), hit_at.get(at - 1) if at > first else None
    if hit is None or not _is_place(hit) or words[at].key in lists["titles"]:
        return at
    if words[end].key in words_in("place_ends", "event_ends"):
        return at
    before = words[hit.first - 1] if hit.first else None
    is_apart = before is not None and before.key in lists["place_prepositions"] and starts_sentence(text, before)
    return at if is_apart else hit.first  # "In Goma Karim Bello sold rifles"


def _over_place(words: list[Word], at: int, end: int, last: int, hit_at: dict[int, Hit]) -> int:
    """Return where a name ends that has a place in its middle: "Marmara Rota Havacilik"."""
    hit = hit_at.get(end + 1)
    if hit is None or not all(known.what == "place" for known in hit.readings) or hit.last >= last:
        return end
    titles = word_lists()["titles"]
    is_name = hit.last + 1 not in hit_at and words[hit.last + 1].key not in titles | set(_PARTERS)
    return hit.last + 1 if is_name and titles.isdisjoint((words[at].key, words[end].key)) else end


def _plain(first: int, last: int, hit_at: dict[int, Hit]) -> list[Run]:
    return [] if any(at in hit_at for at in range(first, last + 1)) else [Run(first, last, overrides=False)]


def _unknown_stretches(text: str, words: list[Word], first: int, last: int, hit_at: dict[int, Hit]) -> list[Run]:
    """Return the parts of a run that no known name covers."""

    def parts(at: int) -> bool:
        return at in hit_at or words[at].key in _PARTERS

    stretches, at = [], first
    while at <= last:
        if parts(at):
            at += 1
            continue
        end = at
        while end < last and not parts(end + 1):
            end += 1
        inner = _over_place(words, at, end, last, hit_at)
        start = _begun_by_place(text, words, first, at, inner, hit_at)
        if start < at or inner > end:
            while inner < last and not parts(inner + 1):
                inner += 1
            stretches.append(Run(start, inner, overrides=True))
            at = inner + 1
            continue
        only_begins = at == end and starts_sentence(text, words[at]) and not is_seen_inside(text, words[at].text)
        if any(is_capital(words[k]) for k in range(at, end + 1)):
            stretches.append(Run(at, end, overrides=False, only_begins=only_begins))
        at = end + 1
    return stretches
