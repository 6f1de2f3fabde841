"""Guesses what kind of thing an unknown name names, from its own words and the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.lexicon.wordlists import word_lists, words_in
from ingest.names.ambiguity import ALSO_PERSONS
from ingest.names.gazetteer import Word, gazetteer
from ingest.names.name_in_text import NameInText
from ingest.names.short_names import before_dotted_form

_VESSELS = re.compile(r"\b(?:tankers?|ships?|vessels?|freighters?|carriers?|dhows?|boats?)\b")
_GROUP_NOUNS = ("militia", "gang", "movement", "rebels")
_CAMEL = re.compile(r"[a-z]{0,2}[A-Z]+[a-z]+[A-Z][A-Za-z]*|[a-z]{1,2}[A-Z][A-Za-z]+|[A-Z][a-z]+[A-Z]+")
_ADJECTIVE = re.compile(r"(?:[ei]an|ese|ish|ist|ic)$")
_PATRONYMIC = re.compile(r"M[a]?c[A-Z]|(?:De|Di|Le|La|Van|Fitz)[A-Z]")
_THEFT = re.compile(r"\b(?:stole|stolen|steal|stealing|theft|heist|siphoned|drained|hack)\b([^\n]*)$")
_SEATED = ("located", "registered", "incorporated", "headquartered")
_FAR = 30


def kind_of(name: NameInText) -> str:
    """Return the kind of entity by the first rule that tells, Place for a place, Unknown where nothing tells."""
    return next((kind for rule in _RULES if (kind := rule(name))), "Unknown")


def is_only_guessed(name: NameInText) -> bool:
    """Say whether nothing but its form tells that a name is a person's."""
    return next((rule for rule in _RULES if rule(name)), None) is _person


def _by_own_words(name: NameInText) -> str | None:
    lists, own = word_lists(), name.own
    if own[-1] in lists["treaty_words"]:
        return "Treaty"
    if own[0] in ("hms", "uss", "ins", "hmas", "hmcs", "uscgc") and name.words[name.first].text.isupper():
        return "Organisation"  # a warship, which seizes and fires
    if not name.is_single and any(_is_legal_form(word) for word in (name.words[name.first], name.words[name.last])):
        return "Company"
    if not name.is_single and before_dotted_form(name.words[name.first : name.last + 1]) < len(own):
        return "Company"
    if not name.is_single and own[-1] in lists["trade_words"]:
        return "Company"
    if lists["body_words"].isdisjoint(own):
        return None
    if own[-1] in lists["firm_words"]:
        return "Company"
    return "Organisation" if lists["force_words"].isdisjoint(own) else "ArmedGroup"


def _is_legal_form(word: Word) -> bool:
    """Say whether a word tells that a name is a firm's; short ones in capitals only ("SA", but not "As")."""
    return word.key in word_lists()["legal_forms"] and (len(word.key) > 2 or word.text.isupper() or word.key == "co")


def _by_place_or_event(name: NameInText) -> str | None:
    """As in "the Virgin Islands", "the Black Sea"; "World Cup", "Cold War" name no actor either."""
    if name.is_single:
        return None
    if name.own[-1] in word_lists()["place_ends"]:
        return "Place"
    return "Unknown" if name.own[-1] in word_lists()["event_ends"] else None


def _of_a_state(name: NameInText) -> str | None:
    """As in "Iran Air", "Wuhan Optics": what begins with the name of a state or place is no person."""
    readings = gazetteer().matches(name.words[: name.last + 1], name.first)
    known = (each for _, named in readings for each in named if each.role in ("name", "alias", "capital", "place"))
    is_of_state = any(each.target.startswith("state:") for each in known)
    is_given_name = name.own[0] in ALSO_PERSONS
    return "Organisation" if is_of_state and not name.is_single and not is_given_name else None


def _vessel_before(name: NameInText) -> str | None:
    """As in "the tanker Vela", "a ship, Vela", "the ship, the Vela"."""
    vessels, before = word_lists()["vessel_nouns"], name.before
    if name.own[0] in ("mv", "mt") or before[-3:] in (["m", "/", "v"], ["m", "/", "t"]):
        return "Vessel"
    if not before:
        return None
    if before[-1] == "flagged":
        return "Vessel"  # "the Iranian-flagged Vela"
    is_apart = len(before) > 2 and before[-2:] == [",", "the"] and before[-3] in vessels
    return "Vessel" if before[-1] in vessels or before[-2:] == ["ship", ","] or is_apart else None


def _titled(name: NameInText) -> str | None:
    return "Person" if name.titled or name.follows(*word_lists()["titles"]) else None


def _vessel_near(name: NameInText) -> str | None:
    """As in "the Vela", where a ship is spoken of nearby, and no noun after it says that it is a body."""
    after = name.after
    if not name.follows("the") or after[:1] == ["of"]:
        return None
    start, end = name.words[name.first].start, name.words[name.last].end
    if not _VESSELS.search(name.text, max(0, start - 160), end + 60):
        return None
    is_body = bool(after) and after[0].isalpha() and after[0] in words_in("body_nouns", "armed_nouns")
    return None if is_body else "Vessel"


def _body_noun_after(name: NameInText) -> str | None:
    """As in "Wagner fighters", "Kimsuky group"."""
    lists, after = word_lists(), name.after
    if not name.is_single or not after or name.text[name.words[name.last].end : name.words[name.last].end + 1] != " ":
        return None
    if _ADJECTIVE.search(name.own[0]):
        return None  # "a Sahelian court"
    if after[0] in lists["body_modifiers"] and after[1:]:  # "Conti ransomware gang"
        after = after[1:]
    if after[0] in lists["armed_nouns"] or (after[0] in lists["body_nouns"] and after[0] in _GROUP_NOUNS):
        return "ArmedGroup"
    return "Organisation" if after[0] in lists["body_nouns"] else None


def _firm_before(name: NameInText) -> str | None:
    """As in "the lender Promsvyaz", "two firms, Verus"."""
    firms, before = word_lists()["firm_nouns"], name.before
    if not before:
        return None
    is_listed = "," in before and not firms.isdisjoint(before)
    return "Company" if before[-1] in firms or is_listed else None


def _renamed_after(name: NameInText) -> str | None:
    """As in "Verus, a trading company that"; "Verus is a trading company"; "Karim, the group's founder"."""
    lists, after = word_lists(), name.after
    if after[:1] != [","]:
        if after[:1] not in (["is"], ["was"]) or after[1:2] not in (["a"], ["an"]):
            return None
        after = [",", *after[1:]]
    if after[1:2] and after[1] in ("a", "an", "the", "whose", "one"):
        phrase = after[1 : after.index(",", 1) if "," in after[1:] else 8]
        cut = next((at for at, key in enumerate(phrase) if key in lists["phrase_enders"]), len(phrase))
        nouns = words_in("person_nouns", "firm_nouns", "body_nouns")
        heads = [word for key in phrase[:cut] if (word := key.rsplit("-", 1)[-1]) in nouns]
        if heads:
            return _kind_of_noun(heads[-1])
    return None if lists["person_nouns"].isdisjoint(after[1:6]) else "Person"


def is_told_by_its_renaming(name: NameInText) -> bool:
    """Say whether a description and a verb show that a word is a name: "Peleng, an optics firm in Minsk, has sold"."""
    after = name.after_for(_FAR)
    if after[:1] != [","] or "," not in after[1:] or _renamed_after(name) not in ("Company", "Organisation"):
        return False
    verb = after[after.index(",", 1) + 1 :][:1]
    return bool(verb) and (verb[0] in _VERBS or verb[0].endswith(("ed", "s")))


_VERBS = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "said", "says", "sold", "sent", "denies"})


def _kind_of_noun(noun: str) -> str:
    lists = word_lists()
    if noun in lists["person_nouns"]:
        return "Person"
    return "Company" if noun in lists["firm_nouns"] else "Organisation"


def _seated_after(name: NameInText) -> str | None:
    """As in "Kaya Rota, located in Ankara": a firm."""
    after = name.after
    return "Company" if after[:1] == [","] and after[1:2] and after[1] in _SEATED and after[2:3] == ["in"] else None


def _camel(name: NameInText) -> str | None:
    """As in "WazirX", "eXch": capitals inside a word are a firm's."""
    word = name.words[name.first].text
    return "Company" if name.is_single and _CAMEL.fullmatch(word) and not _PATRONYMIC.match(word) else None


def _robbed(name: NameInText) -> str | None:
    """As in "stole $90 million from Nobitex": a firm."""
    start = name.words[name.first].start
    is_robbed = name.is_single and name.follows("from") and _THEFT.search(name.text, max(0, start - 90), start)
    return "Company" if is_robbed and "." not in is_robbed.group(1) else None


def _place(name: NameInText) -> str | None:
    lists, before = word_lists(), name.before
    listed = {",", ":", "of", "them"} & set(before)
    if listed and any(key in lists["place_nouns"] or key.rstrip("s") in lists["place_nouns"] for key in before[:-1]):
        return "Place"
    if name.is_single and name.follows("in", "at", "near", "from", "to", "of", "around", "outside"):
        return "Place"
    after = name.after
    return "Place" if after and after[0] in word_lists()["place_nouns"] else None


def _off_ship(name: NameInText) -> str | None:
    """As in "took rifles off the Vela"."""
    return "Vessel" if name.before[-2:] == ["off", "the"] else None


def _body_with_article(name: NameInText) -> str | None:
    return "Organisation" if not name.is_single and name.follows("the") else None


def _quoted(name: NameInText) -> str | None:
    return "Organisation" if name.is_quoted and not name.is_single else None


def _person(name: NameInText) -> str | None:
    """Two to five words without figures or capitals throughout are most often a person."""
    words = name.words[name.first : name.last + 1]
    if words[0].key in word_lists()["institution_adjectives"] and not name.titled:
        return None
    has_acronym = any(word.text.isupper() and len(word.text) > 3 for word in words)
    return "Person" if 2 <= len(words) <= 5 and all(w.key.isalpha() for w in words) and not has_acronym else None


def _acronym(name: NameInText) -> str | None:
    """As in "the UPDF": capitals throughout, but no common abbreviation."""
    word = name.words[name.first]
    is_short = name.is_single and word.text.isalpha() and word.text.isupper() and 3 <= len(word.text) <= 6
    return "Organisation" if is_short and word.key not in word_lists()["abbreviations"] else None


def _lone_name(name: NameInText) -> str | None:
    is_long = name.is_single and len(name.own[0]) > 2
    return "Organisation" if is_long and not name.follows("the", "a", "an") else None


_RULES: tuple[Callable[[NameInText], str | None], ...] = (
    _vessel_before,
    _by_own_words,
    _by_place_or_event,
    _titled,
    _vessel_near,
    _body_noun_after,
    _firm_before,
    _renamed_after,
    _seated_after,
    _camel,
    _robbed,
    _place,
    _off_ship,
    _body_with_article,
    _quoted,
    _of_a_state,
    _person,
    _acronym,
    _lone_name,
)
