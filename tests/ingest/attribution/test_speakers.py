from __future__ import annotations

import pytest

from ingest.names import find_names
from tests.ingest.reading import read

_NORWAY, _SENTRY = ("state:NO",), ("org:the-sentry",)

# Who says that Russia supplied Belarus, by sentence; nobody where the article says so itself.
SPEAKERS = {
    "In Oslo's view, Russia supplied Belarus with missiles.": _NORWAY,
    "Russia supplied Belarus with missiles, in the words of the Norwegian ambassador.": _NORWAY,
    "By the account of two sailors, Russia supplied Belarus with missiles.": ("group:two-sailors",),
    "Asked about it in the view of all, Russia supplied Belarus with missiles.": (),
    "As Norway sees it, Russia supplied Belarus with missiles.": _NORWAY,
    "Russia, as the Sentry reported in May, supplied Belarus with missiles.": _SENTRY,
    "As Norway announced its budget, Russia supplied Belarus with missiles.": (),
    "Russia supplied Belarus with missiles, as alleged by Norway.": _NORWAY,
    "If Oslo is to be believed, Russia supplied Belarus with missiles.": _NORWAY,
    "Russia, Norway complained, had supplied Belarus with missiles.": _NORWAY,
    "The missiles that were found in Brest, Norway said, were supplied to Belarus by Russia.": _NORWAY,
    "Russia had supplied Belarus with missiles, Norway said, and Denmark said that it was sorry.": _NORWAY,
    "Russia had supplied Belarus with missiles, two officials told the paper.": ("group:two-officials",),
    "Russia has supplied Belarus with missiles, while Poland makes shells, according to the Sentry.": _SENTRY,
    "Russia has supplied Belarus with missiles, something neither side has confirmed.": (),
    "Russia, which supplied Belarus with missiles last year, has less to offer than it thinks.": (),
    "A spokesman for the Norwegian army, Espen Dahl, said Russia had supplied Belarus with missiles.": (
        "person:espen-dahl",
    ),
    "A UN official said that Russia had supplied Belarus with missiles.": ("org:united-nations",),
    "UN experts said that Russia had supplied Belarus with missiles.": ("group:un-experts",),
    "Researchers at the Sentry found that Russia had supplied Belarus with missiles.": _SENTRY,
    "Analysts at the Sentry found that Russia had supplied Belarus with missiles.": ("group:analysts-at-the-sentry",),
    "Norwegian government documents show that Russia supplied Belarus with missiles.": _NORWAY,
    "A leaked memo from the Norwegian army shows that Russia supplied Belarus with missiles.": _NORWAY,
    "A letter signed by Norway and Denmark says that Russia supplied Belarus with missiles.": ("state:NO", "state:DK"),
    "Satellite pictures show that Russia supplied Belarus with missiles.": (),
    "Two people familiar with the deal said that Russia had supplied Belarus with missiles.": (
        "group:two-people-familiar-with-the-deal",
    ),
    "Prosecutors in Hamburg allege that Russia supplied Belarus with missiles.": ("group:prosecutors-in-hamburg",),
    "The Norwegian police said in a statement that Russia had supplied Belarus with missiles.": (
        "org:norwegian-police",
    ),
    "Two of its members, Norway and Denmark, accuse Russia of supplying Belarus with missiles.": (
        "state:NO",
        "state:DK",
    ),
    "Oslo has evidence that Russia supplied Belarus with missiles.": _NORWAY,
    "Norway's evidence that Russia supplied Belarus with missiles is thin.": _NORWAY,
    "There is evidence that Russia supplied Belarus with missiles.": (),
    "Norway reported, and Denmark confirmed, that Russia had supplied Belarus with missiles.": (
        "state:NO",
        "state:DK",
    ),
    "Norway said in May that it was late, while Russia has supplied Belarus with missiles.": (),
    "Norway said in May that it had slept while Russia supplied Belarus with missiles.": _NORWAY,
    "Norway told the Council that Latvia had informed it that Russia had supplied Belarus with missiles.": (
        "state:LV",
    ),
    "Denmark expects Russia to supply Belarus with missiles.": ("state:DK",),
    "Russia expects to supply Belarus with missiles.": (),
    "Norway's envoy, recalling that Russia had supplied Belarus with missiles, urged calm.": _NORWAY,
    "Norway abandoned it, having charged that Russia had supplied Belarus with missiles.": _NORWAY,
    "The UN Special Rapporteur on Belarus found that Russia had supplied Belarus with missiles.": (
        "group:un-special-rapporteur-on-belarus",
    ),
    "Addressing reporters in Bonn, Eva Dahl, a lawyer, said Russia had supplied Belarus with missiles.": (
        "person:eva-dahl",
    ),
    "In Oslo Eva Dahl, a ministry spokeswoman, said that Russia had supplied Belarus with missiles.": (
        "person:eva-dahl",
    ),
    "Officers in Oslo said that Russia had supplied Belarus with missiles.": _NORWAY,
    "Officers in Bergen said that Russia had supplied Belarus with missiles.": ("group:officers-in-bergen",),
    "Norway is sure that Russia supplied Belarus with missiles, its foreign ministry said.": (
        "org:norwegian-foreign-ministry",
    ),
    "The Norwegians know that Russia supplied Belarus with missiles, Norway's customs office said.": (
        "org:norwegian-customs-office",
    ),
    "The oil ministry in Oslo said that Russia had supplied Belarus with missiles.": ("org:norwegian-oil-ministry",),
    "The Sentry finds that Chad is poor, and that Russia plans to supply Belarus with missiles.": _SENTRY,
    "The Sentry found Chad poor, and Russia plans to supply Belarus with missiles.": (),
    "Russia supplied Belarus with missiles last year; Norway said nothing of it.": (),
    "Norway charged him with watching the missiles that Russia had supplied to Belarus.": (),
    "Russia supplied Belarus with missiles and has men in the country, a trader believes; Norway is silent.": (
        "group:trader",
    ),
    "Russia has supplied Belarus with missiles; Chad, according to the Sentry, has none.": (),
    "Russia supplied Belarus with missiles in May, and what they are for, an officer said, nobody knows.": (),
    "The Sentry, which four states set up in May to replace the experts whom Chad had silenced with its veto that "
    "March, found that Russia supplied Belarus with missiles.": _SENTRY,
    "Two pilots who fled said that Russia had supplied Belarus with missiles.": ("group:two-pilots-who-fled",),
    "Russia has supplied Belarus with missiles, according to both governments.": ("state:RU", "state:BY"),
    "Norway's army-led government said that Russia had supplied Belarus with missiles.": _NORWAY,
    "A Norway-backed government said that Russia had supplied Belarus with missiles.": (
        "group:norway-backed-government",
    ),
    "\"Russia has supplied Belarus with missiles,\" said Under Secretary Eva Dahl.": (
        "person:eva-dahl",
    ),
    "Eva Türk, a lawyer, said that Russia had supplied Belarus with missiles.": ("person:eva-turk",),
    "According to the Sentry, Norway says that Russia supplied Belarus with missiles.": _NORWAY,
    "Norway said that Russia, according to the Sentry, had supplied Belarus with missiles.": _SENTRY,
    "Pictures show that Russia supplied Belarus with missiles, according to the Sentry.": _SENTRY,
    "Norway says, citing the Sentry, that Russia supplied Belarus with missiles.": (*_SENTRY, *_NORWAY),
    "Chad is poor, according to the Sentry, and Russia has supplied Belarus with missiles.": (),
    "According to the Sentry, Chad is poor and Russia has supplied Belarus with missiles.": _SENTRY,
    "Russia, out of friendship, as it put it, supplied Belarus with missiles.": (),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SPEAKERS.items(), ids=SPEAKERS)
def test_a_claim_is_by_whom_the_sentence_says(sentence: str, expected: tuple[str, ...]) -> None:
    (claim,) = [claim for claim in read(sentence).claims if claim.relation == "supplied"]
    assert (claim.subject, claim.object, claim.asserted_by) == ("state:RU", "state:BY", expected)


# The same over several sentences.
STORIES = {
    "The Sentry reported in May that Chad was poor. Its report adds that Russia supplied Belarus with missiles.": (
        _SENTRY
    ),
    "Kenya spoke. The Sentry released a report in May. Russia supplied Belarus with missiles, it says.": _SENTRY,
    "Norway said no. It said that Chad was poor. It said that Mali was, too. It said that it was sad. "
    "It added that Russia supplied Belarus with missiles.": _NORWAY,
    "Norway and Denmark met. They said that Russia had supplied Belarus with missiles.": ("state:NO", "state:DK"),
    "The sanctions were lifted by Norway and Denmark. They said Russia had supplied Belarus with missiles.": (
        "state:NO",
        "state:DK",
    ),
    "There is no port in Chad, that country's delegate said. Russia, he added, supplied Belarus with missiles.": (
        "state:TD",
    ),
    "Norway's minister told reporters that he had slept. He added that Russia supplied Belarus with missiles.": (
        _NORWAY
    ),
    "The latest report of the Sentry is thick. Russia, it adds, supplied Belarus with missiles.": _SENTRY,
    "A force of rebels said no. The Norwegian Resistance Force said that Russia had supplied Belarus with missiles.": (
        "org:norwegian-resistance-force",
    ),
    "Mali said no. Norway listed a bank, saying that Russia had supplied Belarus with missiles.": _NORWAY,
    "Norway, which has held the post since 2014, is calm. Sweden said it could not confirm that Russia had supplied "
    "Belarus with missiles.": ("state:SE",),
    "Norway said no. The missiles came, she went on, and Russia supplied Belarus with missiles.": (),
    "Chad spoke. The Sentry, which Mali hates, found in its report that Russia had supplied Belarus with missiles.": (
        _SENTRY
    ),
    "Chad said no. Norway has no doubt: in May it said that Russia had supplied Belarus with missiles.": _NORWAY,
    "Norway said no. Chad is poor, it said, and Russia had supplied Belarus with missiles, it added.": _NORWAY,
    "A Norwegian trader said no. Mali is poor, and Chad is, too. Kenya slept. Niger ate. The same trader said that "
    "Russia had supplied Belarus with missiles.": ("group:norwegian-trader",),
    "Chad's envoy said no. Norway's envoy thanked the members. He denied that Russia had supplied Belarus with "
    "missiles.": _NORWAY,
    "Chad's envoy said no. Norway's men thanked the members. He denied that Russia had supplied Belarus with "
    "missiles.": ("state:TD",),
    "The Sentry says that Chad is poor. It goes on to say that Russia supplied Belarus with missiles.": _SENTRY,
    "Norway's envoy said no. Russia, she went on, supplied Belarus with missiles.": _NORWAY,
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STORIES.items(), ids=STORIES)
def test_speech_goes_on_over_sentences(text: str, expected: tuple[str, ...]) -> None:
    (claim,) = [claim for claim in read(text).claims if claim.relation == "supplied"]
    assert claim.asserted_by == expected


_EVA = ("person:eva-dahl",)


@pytest.mark.parametrize(
    "who",
    [
        "Norway's foreign minister, Eva Dahl,",
        "Norwegian Prime Minister Eva Dahl",
        "Eva Dahl, Norway's ambassador to the United Nations,",
        "The UN secretary-general, Eva Dahl,",
        "Norway's army spokesman, General Eva Dahl,",
        "Norway's foreign minister, Eva Dahl, said no. She",
        "Norway's foreign minister, Eva Dahl, said no. Ms Dahl",
    ],
)
def test_who_is_named_speaks_in_his_own_name_whatever_office_he_holds(who: str) -> None:
    (claim,) = read(f"{who} said that Russia had supplied Belarus with missiles.").claims
    assert claim.asserted_by == _EVA


def test_officials_in_two_capitals_speak_for_both_states() -> None:
    (claim,) = read("Officials in Oslo and Riga say Russia supplied Belarus with missiles.").claims
    assert claim.asserted_by == ("state:NO", "state:LV")


def test_what_nobody_denies_is_so() -> None:
    (claim,) = read("Nobody denies that Russia supplied Belarus with missiles.").claims
    assert (claim.status, claim.asserted_by) == ("affirmed", ())


def test_what_the_council_did_before_all_eyes_is_told_by_the_article() -> None:
    claims = read("According to Norway, Kenya breached the embargo that the EU imposed on Somalia in May.").claims
    assert {claim.relation: claim.asserted_by for claim in claims} == {"violated": _NORWAY, "sanctioned": ()}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia is said to have supplied Belarus with missiles.", "unconfirmed"),
        ("Russia is said by Norway to have supplied Belarus with missiles.", "affirmed"),
        ("Russia is thought to have supplied Belarus with missiles.", "affirmed"),
        ("Norway proposed that Russia supply Belarus with missiles.", "planned"),
    ],
)
def test_what_nobody_in_particular_says_is_open(sentence: str, status: str) -> None:
    (claim,) = read(sentence).claims
    assert claim.status == status


@pytest.mark.parametrize(
    "sentence", ["Oslo has not seen evidence that Russia supplied Belarus with missiles.", "No state said so."]
)
def test_what_nobody_has_seen_is_no_claim(sentence: str) -> None:
    assert not read(sentence).claims


# A panel that the article has not named: that of the one state under a UN regime which it is about.
PANELS = {
    "Haiti is hungry. A panel of experts found that Russia had supplied Belarus with missiles.": (
        "org:un-haiti-panel-of-experts",
    ),
    "Haiti and Libya met. A panel of experts found that Russia had supplied Belarus with missiles.": (),
    "Haiti is hungry. A panel found that Russia had supplied Belarus with missiles.": (),
    "Haiti is hungry. The jury's panel found that Russia had supplied Belarus with missiles.": (),
}


@pytest.mark.parametrize(("text", "expected"), PANELS.items(), ids=PANELS)
def test_a_panel_of_experts_is_that_of_the_state_the_article_is_about(text: str, expected: tuple[str, ...]) -> None:
    (claim,) = [claim for claim in read(text).claims if claim.relation == "supplied"]
    assert tuple(s for s in claim.asserted_by if not s.startswith("group:")) == expected


def test_the_house_that_publishes_says_all_of_it_and_is_not_named() -> None:
    text = "Russia supplied Belarus with missiles, an investigation by the Sentry found."
    assert [claim.asserted_by for claim in read(text).claims] == [_SENTRY]
    assert [claim.asserted_by for claim in read(text, publisher="Sentry").claims] == [()]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad said that it had received Chinese-made rifles.", ("affirmed", ("state:TD",))),
        ("Chad denied that it had received Chinese-made rifles.", ("affirmed", ())),
        ("Chad has not received Chinese-made rifles.", ("affirmed", ())),
    ],
)
def test_who_speaks_of_chinese_made_rifles_says_who_made_them(
    sentence: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    (claim,) = [claim for claim in read(sentence).claims if claim.relation == "produced"]
    assert (claim.status, claim.asserted_by) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway blacklisted Orix Shipping for supplying missiles to Belarus.",
        "Norway put Orix Shipping on its sanctions list for supplying missiles to Belarus.",
        "Orix Shipping was penalised by Norway for having supplied missiles to Belarus.",
        "Norway praised Orix Shipping for supplying missiles to Belarus.",
    ],
)
def test_a_reason_is_in_the_words_of_whoever_punishes_or_praises(sentence: str) -> None:
    (claim,) = [claim for claim in read(sentence).claims if claim.relation == "supplied"]
    assert (claim.subject, claim.asserted_by) == ("org:orix-shipping", _NORWAY)


def test_an_insert_in_the_second_clause_reports_that_clause_alone() -> None:
    claims = read("Oman bombed Yemen in May, and Qatar, a sailor said, sent drones to Chad.").claims
    assert {claim.relation: claim.asserted_by for claim in claims} == {"attacked": (), "supplied": ("group:sailor",)}


def test_whoever_holds_somebody_responsible_says_so() -> None:
    (claim,) = read("Japan held North Korea responsible for the theft of $5 million from Bybit.").claims
    assert (claim.relation, claim.asserted_by) == ("stole", ("state:JP",))


@pytest.mark.parametrize("text", ["The Deputy Executive Director of the UN spoke.", "The same Experts spoke."])
def test_a_post_with_a_capital_is_no_name(text: str) -> None:
    names = find_names(text).mentions
    assert [name.target for name in names if name.role == "minted"] == []
