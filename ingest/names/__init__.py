"""Finds the names in an article: what the reference data knows, and what only the article names.

Longest match first. An ambiguous alias ("GNA", "UN panel") stands for an entity only where the article itself decides
between the candidates; else it is no name at all. Names that the reference data does not know are minted: they become
entities of this article, with the aliases it gives them. Near names never merge: nothing here compares spellings.
"""

from __future__ import annotations

from bisect import bisect_left

from ingest.names.acronyms import bracketed_treaties, link_acronyms
from ingest.names.aliases import link_aliases
from ingest.names.ambiguity import Context, Hit, resolve
from ingest.names.calibres import link_calibres
from ingest.names.gazetteer import Word, gazetteer, words_of
from ingest.names.identifiers import find_identifiers, link_identifiers, not_bodies
from ingest.names.inverted_names import find_inverted_names
from ingest.names.mentions import Mention, Names
from ingest.names.ministries import find_ministries
from ingest.names.minting import Minting
from ingest.names.resolutions import find_resolutions
from ingest.names.runs import find_runs
from ingest.names.treaty_forms import link_treaty_forms
from ingest.names.waters import is_continent, is_water


def find_names(text: str, title: str | None = None) -> Names:
    """Return the names in `text`; the title helps to decide what ambiguous names mean."""
    names = Names()
    words = words_of(text)
    fixed = [
        *find_resolutions(text, names), *find_ministries(text, names), *bracketed_treaties(text, names),
        *find_identifiers(text, names), *find_inverted_names(text, names),
    ]  # fmt: skip
    taken = _positions(words, [*((mention.start, mention.end) for mention in fixed), *not_bodies(text)])
    context = Context.of(words, words_of(title or ""))
    resolved = _resolved_hits(words, taken, text, context)
    runs = find_runs(text, words, [hit for hit, _ in resolved], taken)
    covered = {at for run in runs if run.overrides for at in range(run.first, run.last + 1)}
    names.mentions += [mention for hit, mention in resolved if covered.isdisjoint(range(hit.first, hit.last + 1))]
    _note_short_names(resolved, text, names)
    names.mentions.extend(fixed)
    _note_council(text, names)
    Minting(text, words, names).mint_all(sorted(runs, key=lambda run: run.first))
    names.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    link_calibres(text, names)
    link_acronyms(text, names)
    link_aliases(text, names)
    link_identifiers(text, names)
    link_treaty_forms(text, names)
    names.settle()
    return names


def _note_short_names(resolved: list[tuple[Hit, Mention]], text: str, names: Names) -> None:
    """Note the short names that only this article lets stand for a body: "G9"."""
    for hit, mention in resolved:
        written = text[mention.start : mention.end]
        is_short = mention.target.startswith("org:") and written.isalnum()
        if is_short and any(known.is_ambiguous for known in hit.readings):
            names.called(mention.target, written)


def _note_council(text: str, names: Names) -> None:
    """Note for which body "the Council" stands in this article."""
    short = (m for m in names.mentions if m.role == "alias" and text[m.start : m.end].lower().endswith("council"))
    for body in dict.fromkeys(m.target for m in short if text[m.start : m.end].lower() in ("the council", "council")):
        names.called(body, "the Council")


def _positions(words: list[Word], spans: list[tuple[int, int]]) -> set[int]:
    """Return which words the spans cover."""
    starts = [word.start for word in words]
    return {at for start, end in spans for at in range(bisect_left(starts, start), bisect_left(starts, end))}


def _resolved_hits(words: list[Word], taken: set[int], text: str, context: Context) -> list[tuple[Hit, Mention]]:
    """Return the longest names, from left to right, that the article lets stand."""
    found, at, trie = [], 0, gazetteer()
    while at < len(words):
        step = 1
        for size, readings in trie.matches(words, at) if at not in taken else ():
            hit = Hit(at, at + size - 1, readings)
            if not taken.isdisjoint(range(at, at + size)) or _begins_later(words, hit):
                continue
            mention = resolve(hit, words, text, context)
            if mention and not (mention.is_state and _is_no_state(text, mention)):
                found.append((hit, mention))
                step = size
                break
        at += step
    return found


def _is_no_state(text: str, mention: Mention) -> bool:
    return is_water(text, mention.start, mention.end) or is_continent(text, mention.start)


def _begins_later(words: list[Word], hit: Hit) -> bool:
    """Say whether, as in "the North Korean", a longer name begins after the article."""
    if words[hit.first].key != "the" or hit.first == hit.last:
        return False
    later = gazetteer().matches(words, hit.first + 1)
    return bool(later) and hit.first + later[0][0] > hit.last
