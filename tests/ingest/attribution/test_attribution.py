from __future__ import annotations

import pytest

from tests.ingest.reading import line, read

STANCES = {
    "Iran sent drones to Sudan.": ("affirmed", ()),
    "Japan said Iran had sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Japanese officials said Iran had sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, Japan said.": ("affirmed", ("state:JP",)),
    "“Iran sent drones to Sudan,” Japan said.": ("affirmed", ("state:JP",)),
    "According to Japan, Iran sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, according to the UN Panel of Experts on Sudan.": (
        "affirmed",
        ("org:un-sudan-panel-of-experts",),
    ),
    "The Amnesty International report says that Iran sent drones to Sudan.": (
        "affirmed",
        ("org:amnesty-international",),
    ),
    "Japan accused Iran of sending drones to Sudan.": ("affirmed", ("state:JP",)),
    "Japan and Canada say Iran sent drones to Sudan.": ("affirmed", ("state:CA", "state:JP")),
    "Iran denied sending drones to Sudan.": ("denied", ("state:IR",)),
    "Iran denied that it had sent drones to Sudan.": ("denied", ("state:IR",)),
    "Iran has not sent drones to Sudan.": ("denied", ()),
    "Iran never sent drones to Sudan.": ("denied", ()),
    "Iran plans to send drones to Sudan.": ("planned", ()),
    "Iran will send drones to Sudan.": ("planned", ()),
    "Iran is about to send drones to Sudan.": ("planned", ()),
    "Iran tried to send drones to Sudan.": ("planned", ()),
    "Iran threatened to send drones to Sudan.": ("planned", ()),
    "Iran allegedly sent drones to Sudan.": ("unconfirmed", ()),
    "Iran sent drones to Sudan, it is alleged.": ("unconfirmed", ()),
    "Iran may have sent drones to Sudan.": ("unconfirmed", ()),
    "Japan has not confirmed that Iran sent drones to Sudan.": ("unconfirmed", ("state:JP",)),
}


@pytest.mark.parametrize(("sentence", "expected"), STANCES.items(), ids=STANCES)
def test_who_says_so_and_whether_it_is_so(sentence: str, expected: tuple[str, tuple[str, ...]]) -> None:
    claims = read(sentence).claims
    assert [(c.status, tuple(sorted(c.asserted_by))) for c in claims] == [expected]
    assert [(c.relation, c.subject, c.object, c.item) for c in claims] == [
        ("supplied", "state:IR", "state:SD", "drone")
    ]


SOURCES = {
    "Iran sent drones to Sudan, a Western diplomat said.": ("affirmed", ("group:western-diplomat",)),
    "Iran sent drones to Sudan, two traders in Port Sudan told the paper.": (
        "affirmed",
        ("group:two-traders-in-port-sudan",),
    ),
    "Two US officials said on Friday that Iran had sent drones to Sudan.": ("affirmed", ("state:US",)),
    "Iran sent drones to Sudan, according to several governments.": ("affirmed", ("group:several-governments",)),
    "Iran sent drones to Sudan, said Mary Miller, the American ambassador.": ("affirmed", ("person:mary-miller",)),
    "Iran sent drones to Sudan, Mary Miller, a lawmaker, claimed last month.": ("affirmed", ("person:mary-miller",)),
    "There is a place where, Japanese officials say, Iran sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, according to a report published last week by Amnesty International.": (
        "affirmed",
        ("org:amnesty-international",),
    ),
    "Iran sent drones to Sudan, an Amnesty International investigation found.": (
        "affirmed",
        ("org:amnesty-international",),
    ),
    "Iran sent drones to Sudan, a former member of Amnesty International said.": (
        "affirmed",
        ("group:former-member-of-amnesty-international",),
    ),
    "Iran sent drones to Sudan, according to the lawyer Justin Now.": (
        "affirmed",
        ("person:justin-now",),
    ),
    "Citing information from one government, Japan added that Iran had sent drones to Sudan.": (
        "affirmed",
        ("group:one-government", "state:JP"),
    ),
    "Japan condemned the drones that Iran had sent to Sudan.": ("affirmed", ("state:JP",)),
    "Tokyo's complaint is that Iran has sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "The minister was quoted by a newspaper as saying that Iran had sent drones to Sudan.": (
        "affirmed",
        ("group:minister",),
    ),
    "Experts are examining reports from several governments that Iran has sent drones to Sudan.": (
        "unconfirmed",
        ("group:several-governments",),
    ),
    "Iran is accused of sending drones to Sudan.": ("unconfirmed", ()),
    "Iran is accused by Japan of sending drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran is alleged to have sent drones to Sudan.": ("unconfirmed", ()),
    "Iran rejected Japan's claim that it had sent drones to Sudan.": ("denied", ("state:IR",)),
    "Iran said that it would send drones to Sudan.": ("planned", ("state:IR",)),
    "Iran said that it would not send drones to Sudan.": ("denied", ("state:IR",)),
    "Japan concluded in a report that accuses Iran of sending drones to Sudan.": ("affirmed", ("state:JP",)),
    "Japan described accusations that Iran had sent drones to Sudan as credible.": ("affirmed", ("state:JP",)),
    "Reports that Iran sent drones to Sudan could not be verified.": ("unconfirmed", ()),
    "Japan refused to say whether Iran had sent drones to Sudan.": ("unconfirmed", ("state:JP",)),
    "According to a senior official, Iran is to send drones to Sudan.": ("planned", ("state:IR",)),
    "Iran sent drones to Sudan, according to a senior official.": ("affirmed", ("group:senior-official",)),
    "Iran sent drones to Sudan, according to a report by Amnesty International seen by this newspaper.": (
        "affirmed",
        ("org:amnesty-international",),
    ),
    "In 2023, research by Amnesty International established, Iran sent drones to Sudan.": (
        "affirmed",
        ("org:amnesty-international",),
    ),
    "Iran's Foreign Ministry spokesman, Esmail Baghaei, denied that Iran had sent drones to Sudan.": (
        "denied",
        ("person:esmail-baghaei",),
    ),
    "Japan accused Iran, which denies it, of sending drones to Sudan.": ("affirmed", ("state:JP",)),
    "It is not true that Iran sent drones to Sudan, Tehran said.": ("denied", ("state:IR",)),
    "Tehran called reports that it had sent drones to Sudan baseless.": ("denied", ("state:IR",)),
    "The idea that Iran sent drones to Sudan is absurd, Tehran said.": ("denied", ("state:IR",)),
    "Iran rejects as false a report that it sent drones to Sudan.": ("denied", ("state:IR",)),
    "Tehran dismissed as propaganda claims that Iran had sent drones to Sudan.": ("denied", ("state:IR",)),
    "Iran would not confirm that it had sent drones to Sudan.": ("unconfirmed", ("state:IR",)),
    "Iran declined to comment on reports that it had sent drones to Sudan.": ("unconfirmed", ()),
    "Iran is said by Japan to have sent drones to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, the month in which Kenya, officials said, closed its port.": ("affirmed", ()),
    "Iran sent drones to Sudan, and Japan said on Monday that it regretted that.": ("affirmed", ()),
    "Iran sent drones to Sudan. Japan said on Friday that the embargo was dead.": ("affirmed", ()),
    "Japan denounced what it described as the sale of drones by Iran to Sudan.": ("affirmed", ("state:JP",)),
    "Iran sent drones to Sudan, a year after Japan had announced it.": ("affirmed", ()),
    "Iran means to send drones to Sudan.": ("planned", ()),
    "Japan said that Kenya, which borders Sudan, had named Iran, which sent drones to Sudan.": ("affirmed", ()),
}


@pytest.mark.parametrize(("sentence", "expected"), SOURCES.items(), ids=SOURCES)
def test_sources_named_or_not_and_what_is_told_by_the_way(sentence: str, expected: tuple[str, tuple[str, ...]]) -> None:
    claims = [claim for claim in read(sentence).claims if claim.relation == "supplied"]
    assert [(c.status, tuple(sorted(c.asserted_by))) for c in claims] == [expected]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Japan spoke. The African Union named Iran, which, it says, sent drones to Sudan.", ("org:african-union",)),
        ("Amnesty International said so. Iran sent drones to Sudan, it added.", ("org:amnesty-international",)),
        ("Japan and Kenya said so. Iran sent drones to Sudan, they added.", ("state:JP", "state:KE")),
    ],
)  # fmt: skip
def test_it_is_who_spoke_before_or_the_subject_above(text: str, speakers: tuple[str, ...]) -> None:
    claims = [claim for claim in read(text).claims if claim.relation == "supplied"]
    assert [claim.asserted_by for claim in claims] == [speakers]


def test_a_minister_of_state_says_nothing_by_his_title() -> None:
    (claim,) = read("Japan sanctioned James Kabarebe, Rwanda's minister of state for trade.").claims
    assert claim.asserted_by == ()


def test_an_epithet_is_told_by_the_article_whoever_says_the_rest() -> None:
    reading = read("Kenya said that Mali, a member of the African Union, will sell tanks to Chad.")
    told = {claim.relation: (claim.status, claim.asserted_by) for claim in reading.claims}
    assert told == {"member_of": ("affirmed", ()), "supplied": ("planned", ("state:KE",))}


def test_an_unnamed_source_bears_the_words_of_the_article_as_names() -> None:
    reading = read("Iran sent drones to Sudan, two traders in Port Sudan said.")
    (source,) = [entity for entity in reading.entities if entity.id == "group:two-traders-in-port-sudan"]
    assert source.aliases == ("traders in Port Sudan", "two traders", "traders")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Western diplomat spoke to reporters. Iran sent drones to Sudan, the diplomat said.", "group:diplomat"),
        ("A Western diplomat said no. Iran sent drones to Sudan, the diplomat added.", "group:western-diplomat"),
        ("Amnesty International said that it knew. Iran sent drones to Sudan, it added.", "org:amnesty-international"),
        ("The representative of Japan said that he had seen them. Iran sent drones to Sudan, he added.", "state:JP"),
        ("Mary Miller said that she had seen them. Iran sent drones to Sudan, she said.", "person:mary-miller"),
    ],
)  # fmt: skip
def test_speech_goes_on_in_the_next_sentence(text: str, speaker: str) -> None:
    claims = [claim for claim in read(text).claims if claim.relation == "supplied"]
    assert [claim.asserted_by for claim in claims] == [(speaker,)]


NO_CLAIM = [
    "Japan urged Iran to send drones to Sudan.",
    "Japan called on Iran to stop sending drones to Sudan.",
    "If Iran sent drones to Sudan, Japan would object.",
    "Iran would send drones to Sudan.",
    "Japan said that it would be wrong if Iran sent drones to Sudan.",
    "Any country that sent drones to Sudan would breach its word, Japan said.",
    "Japan warned that Iran would send drones to Sudan unless it was stopped.",
    "Nobody believes that Iran sent drones to Sudan.",
    "Iran was cleared of sending drones to Sudan.",
    "Iran cancelled a plan to send drones to Sudan.",
    "Iran was persuaded by Japan not to send drones to Sudan.",
    "Iran's attempt to send drones to Sudan was foiled.",
    "Had Iran sent drones to Sudan, Japan would have said so.",
    "Japan found no evidence that Iran had sent drones to Sudan.",
    "Japan said that Iran would send drones to Sudan if it were asked.",
    "Did Iran send drones to Sudan?",
    "Iran failed to send drones to Sudan.",
]


@pytest.mark.parametrize("sentence", NO_CLAIM)
def test_a_wish_a_call_a_condition_and_a_question_are_no_claim(sentence: str) -> None:
    assert [line(claim) for claim in read(sentence).claims] == []


def test_what_is_left_out_is_told_with_its_reason() -> None:
    note = read("Iran would send drones to Sudan.").left_out[0]
    assert (note.kind, note.relation, note.trigger) == ("no claim", "supplied", "send")
    assert "would" in note.why


def test_publisher_and_agency_are_never_who_says_so() -> None:
    reading = read("SEOUL, May 3 (Reuters) - Iran sent drones to Sudan, Japan said.")
    assert [claim.asserted_by for claim in reading.claims] == [("state:JP",)]


# Who says so, by what stands in the sentences before or beside: by the object of each claim.
SPOKEN = {
    "The Panel of Experts on Libya met. Its report details deliveries of rifles from Jordan to Chad.": (
        "org:un-libya-panel-of-experts",
    ),
    "Amnesty International documented the transfer of mortars from Uganda to Chad.": ("org:amnesty-international",),
    "Amnesty International denounced Uganda. The transfer of mortars from Uganda to Chad is documented.": (),
    "Amnesty International recorded a song. The transfer of mortars from Uganda to Chad went on.": (),
    "Three diplomats said that Iran was isolated. Two of them said it had sent mortars to Chad.": (
        "group:three-diplomats",
    ),
    "Two officials in Seoul said that Iran was isolated. One of them added that Mali had sent rifles to Chad.": (
        "state:KR",
    ),
    "Three diplomats said that Iran was isolated. Two of its ships said nothing; Mali sent rifles to Chad.": (),
    "Mali has never sent rifles to Chad, an official in Bamako said.": ("state:ML",),
    "Mali has sent rifles to Chad, a Western official in Bamako said.": ("group:western-official-in-bamako",),
    "Mali has sent rifles to Chad, a banker in Bamako said.": ("group:banker-in-bamako",),
    "Iran shipped rifles to Chad, according to two dossiers that Mali's army handed to the UN.": ("state:ML",),
    "Iran shipped rifles to Chad, according to two dossiers.": (),
    "The Sentry is a charity. Its own records show that Britain exported radars to Chad.": ("org:the-sentry",),
    "Kenya's delegate denied the charge. Ugandan troops were deployed in Chad in March, she said.": ("state:KE",),
    "Kenya denied the charge. Ugandan troops were deployed in Chad in March, she said.": (),
    "The US delegate said that the panel was useful. The Panel of Experts on Libya said that it was small. "
    "She added that Mali had sent rifles to Chad.": ("state:US",),
}


@pytest.mark.parametrize(("text", "expected"), SPOKEN.items(), ids=SPOKEN)
def test_a_source_is_taken_up_again(text: str, expected: tuple[str, ...]) -> None:
    (claim,) = [claim for claim in read(text).claims if claim.object == "state:TD"]
    assert tuple(sorted(claim.asserted_by)) == expected
