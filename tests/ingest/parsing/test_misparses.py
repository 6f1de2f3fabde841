from __future__ import annotations

import pytest

from ingest.parsing import plain_word
from ingest.parsing.misparses.rules import tried_on
from tests.ingest.parsing.test_syntax import parsed

# By sentence and word: the word it hangs on, and by which label.
MENDED = {
    ("Kenya denied supplying rifles to Burundi.", "supplying"): ("denied", "xcomp"),
    ("Kenya denied supplying rifles to Burundi.", "rifles"): ("supplying", "dobj"),
    ("Damascus was found to have produced nerve agents.", "agents"): ("produced", "dobj"),
    ("Belarus agreed to sell Zimbabwe helicopters.", "Zimbabwe"): ("sell", "dative"),
    ("Iran hands over fighter jets to Syria.", "jets"): ("hands", "dobj"),
    ("Estonia boarded and detained a tanker sailing to Russia.", "sailing"): ("tanker", "acl"),
    ("Turkey sold drones to Mali in 2022 and Niger in 2023.", "Niger"): ("Mali", "conj"),
    ("The report documents shipments of rockets from Iran to Yemen.", "to"): ("shipments", "prep"),
    ("Israel has long sold drones to Azerbaijan, which buys oil from Chad.", "buys"): ("Azerbaijan", "relcl"),
    ("Ukraine, Moldova said, sold missiles to Armenia.", "Ukraine"): ("sold", "nsubj"),
    ("Fuel and trucks, they add, have reached Chad.", "Fuel"): ("reached", "nsubj"),
    ("Oman seized missiles shipped by Iran to the Houthis.", "to"): ("shipped", "prep"),
    ("Norinco procured drones for Chad.", "drones"): ("procured", "dobj"),
    ("Israel destroyed Syria's tanks.", "Syria"): ("tanks", "poss"),
    ("Iran and Iraq sold tanks and mortars.", "mortars"): ("tanks", "conj"),
    ("Iran helped the Houthis assemble missiles.", "assemble"): ("helped", "ccomp"),
    ("Turkish sanctions on Iran, lifted in January 2016, came back into force on Saturday.", "sanctions"): (
        "came",
        "nsubj",
    ),
    ("Japan placed under sanctions Ali Karim, head of the guard.", "Karim"): ("placed", "dobj"),
    ("Today the US Treasury designated Verus Group, which it watched.", "Treasury"): ("designated", "nsubj"),
    ("Iran helped the Houthis assemble missiles.", "Houthis"): ("assemble", "nsubj"),
    ("Moscow offered Burkina Faso help with a plant.", "Faso"): ("offered", "dative"),
    ("Chad stands, according to the Panel, in breach of the pact.", "in"): ("stands", "prep"),
    ("Japan listed the ship for helping, it said, to finance Hamas.", "finance"): ("helping", "xcomp"),
}


@pytest.mark.parametrize(("place", "expected"), MENDED.items(), ids=str)
def test_a_word_hangs_where_it_belongs(place: tuple[str, str], expected: tuple[str, str]) -> None:
    text, word = place
    token = next(t for t in parsed(text).doc if t.text == word)
    assert (token.head.text, token.dep_) == expected


def test_the_parser_is_given_words_that_it_knows() -> None:
    sentence = parsed("Mali test-fired landmines, howitzers and the tanker Vela.")
    plain = [plain_word(piece) for piece in sentence.pieces]
    assert (plain[1], plain[2], plain[4]) == ("fired", "weapons", "weapons")
    assert plain[0] != "Mali"


def test_the_rules_see_the_words_of_the_article() -> None:
    words = {t.text: (t.lemma_, t.tag_) for t in parsed("Mali sold landmines.").doc}
    assert words["landmines"] == ("landmine", "NNS")


@pytest.mark.parametrize(
    ("labels", "words", "expected"),
    [
        ((), (), ["Mali", "sold", "tanks", "to", "Chad", "."]),
        (("nsubj", "dobj"), (), ["Mali", "tanks"]),
        ((), ("to", "into"), ["to"]),
        (("pobj", "dobj"), ("chad", "mali"), ["Chad"]),
    ],
)
def test_a_rule_is_tried_on_the_labels_and_words_that_it_names(
    labels: tuple[str, ...], words: tuple[str, ...], expected: list[str]
) -> None:
    tried: list[str] = []
    tried_on(*labels, words=words)(lambda token, _: tried.append(token.text)).go_through(
        parsed("Mali sold tanks to Chad.")
    )
    assert tried == expected
