from __future__ import annotations

import pytest

from ingest.attribution.quotations import find_quotations
from tests.ingest.reading import read

QUOTED = {
    "“We shall see it. We shall do it,” he said.": ["We shall see it. We shall do it,"],
    'He said: "We shall do it now."': ["We shall do it now."],
    "‘We shall do it now,’ the minister’s aide said.": ["We shall do it now,"],
    "He called it a “deal of the very worst kind”.": [],
    "“Never,” he said.": [],
    "“We shall do it now.\n\n“And then we shall rest,” he said.": ["We shall do it now.", "And then we shall rest,"],
}


@pytest.mark.parametrize(("text", "found"), QUOTED.items(), ids=QUOTED)
def test_a_quotation_is_a_clause_between_marks_in_one_paragraph(text: str, found: list[str]) -> None:
    assert [text[quotation.start : quotation.end] for quotation in find_quotations(text)] == found


_OTIENO, _KENYA = ("person:peter-otieno",), ("state:KE",)
# By whom each of the claims of a text is said to be, in order.
SAID = {
    "“Russia sold Mali drones. Turkey sold Niger rifles,” Peter Otieno said.": [_OTIENO, _OTIENO],
    "“Russia sold Mali drones,” Peter Otieno said. “Turkey sold Niger rifles.”": [_OTIENO, _OTIENO],
    "Peter Otieno told reporters: “Russia sold Mali drones. Turkey sold Niger rifles.”": [_OTIENO, _OTIENO],
    "Peter Otieno was blunt: “Russia has sold Mali drones.”": [_OTIENO],
    "Peter Otieno laughed. “Russia sold Mali drones. Turkey sold Niger rifles.” Egypt sold Chad jets.": [
        _OTIENO,
        _OTIENO,
        (),
    ],
    "“Russia,” said the Kenyan ambassador, “sold Mali drones last year.”": [_KENYA],
    "“Russia sold Mali drones,” Kenya said.\n\n“Turkey sold Niger rifles.\n\n“Egypt sold Chad jets.”": [_KENYA] * 3,
    "“Russia sold Mali drones,” Kenya said. Rain fell. “Turkey sold Niger rifles.”": [_KENYA, ()],
    "Peter Otieno runs a port. Rain fell. “Russia sold Mali drones.”": [()],
    "The port is dead. “Russia sold Mali drones in May.”": [()],
    "Kenya said no to the “Mali drones” that Russia sold to Niger.": [()],
    "“Russia sold Mali drones,” a former sailor said. “Turkey sold Niger rifles.”": [("group:former-sailor",)] * 2,
    "“Oman says that Russia sold Mali drones,” Kenya said.": [("state:OM",)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), SAID.items(), ids=SAID)
def test_a_quotation_is_whose_words_it_is(text: str, speakers: list[tuple[str, ...]]) -> None:
    claims = [claim for claim in read(text).claims if claim.relation == "supplied"]
    assert [claim.asserted_by for claim in claims] == speakers
