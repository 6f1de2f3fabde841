from __future__ import annotations

import pytest

from ingest.stories import story_starts
from tests.ingest.reading import claims_of

BRIEF = """Chad buys rifles
Chad has bought rifles from Turkey. The deal was signed in May.

Vote in Nairobi
Kenya sent soldiers to Haiti. The vote comes next week.

{heading}
{story}"""


def in_brief(heading: str, story: str) -> list[str]:
    return claims_of(BRIEF.format(heading=heading, story=story))


@pytest.mark.parametrize(
    "story",
    [
        "It imposed sanctions on Cuba.",
        "The country imposed sanctions on Cuba.",
        "The army has bought tanks from Iran.",
        "They sold rockets to Cuba.",
        "About 600 Cuban soldiers are stationed in the country.",
    ],
)
def test_no_name_reaches_into_a_story_under_another_heading(story: str) -> None:
    assert in_brief("A quiet day", story) == ["KE deployed HT troops", "TR supplied TD small-arms"]


@pytest.mark.parametrize(
    ("story", "claim"),
    [
        ("Oman met Cuba. Oman spoke. The country imposed sanctions on Cuba.", "OM sanctioned CU"),
        ("Oman spoke. It sent rifles to Cuba.", "OM supplied CU small-arms"),
        ("Niger spoke. About 600 Cuban soldiers are stationed in the country.", "CU deployed NE troops"),
        ("Laos sold rockets to Cuba. It also sold tanks to Mali.", "LA supplied ML tank"),
        ("The Houthis fired rockets. They sank the ship. They attacked Israel.", "org:houthis attacked IL"),
    ],
)
def test_a_name_reaches_as_far_as_its_own_story(story: str, claim: str) -> None:
    assert claim in in_brief("A busy day", story)


def test_headings_part_nothing_where_most_paragraphs_have_none() -> None:
    text = "Chad spoke.\n\nRifles for Mali\nIt sent rifles to Mali.\n\nIt was asked why.\n\nIt did not say."
    assert story_starts(text) == [0]
    assert claims_of(text) == ["TD supplied ML small-arms"]
