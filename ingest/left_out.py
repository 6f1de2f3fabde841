"""What made no claim though a word in it might have: noted while an article is read, told with the reason.

Whoever wonders why a sentence gave nothing finds it here: it was only wished for, a part was not named, it repeats
another sentence, or it is too long to be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.model import LeftOut
from graph.ontology import relations
from ingest.parsing.passages import LONGEST, Sentence

if TYPE_CHECKING:
    from ingest.claims import Draft
    from ingest.lexicon import Entry
    from ingest.parsing.tokens import Token

_NOTHING = "no goods, arms or people are named that it is about"


class LeftOuts:
    """The notes of one article."""

    def __init__(self) -> None:
        self._notes: list[LeftOut] = []

    def no_claim(self, entry: Entry, token: Token, sentence: Sentence, why: str) -> None:
        """Note that a deed is spoken of in a way that claims nothing."""
        rule = why.removesuffix(": no claim")
        self._note("no claim", entry.relation, token, sentence, f"it is not told as done ({rule})")

    def lacks(self, entry: Entry, token: Token, sentence: Sentence, lack: str) -> None:
        """Note that a part is missing without which there is no claim."""
        if token.dep_ not in ("aux", "auxpass"):
            self._note("incomplete", entry.relation, token, sentence, lack)

    def incomplete(self, drafts: Iterable[Draft]) -> None:
        """Note drafts that found their missing party nowhere in the article."""
        for draft in drafts:
            missing = "who did it" if draft.subject is None else "to whom or on whom"
            lack = f"{missing} is named plainly neither here nor before"
            self._note("incomplete", draft.relation, draft.trigger, draft.sentence, lack)

    def _note(self, kind: str, relation: str, token: Token, sentence: Sentence, why: str) -> None:
        self._notes.append(LeftOut(kind, sentence.start, sentence.end, why, relation, token.text))

    def told(self, drafts: Sequence[Draft], kept: Sequence[Draft], sentences: Iterable[Sentence]) -> list[LeftOut]:
        """Return the notes in the order of the text, a trigger and a relation at most once.

        Args:
            drafts: All that were made.
            kept: Those that became claims.
            sentences: The sentences of the article.
        """
        speaking = {draft.sentence.start for draft in drafts}
        notes = [note for note in self._notes if note.kind != "incomplete" or note.start not in speaking]
        notes += _repeated(drafts, kept)
        notes += [_too_long(*sentence.unread) for sentence in sentences if sentence.unread]
        once: dict[object, LeftOut] = {}
        for note in notes:
            once.setdefault((note.start, note.relation, note.trigger), note)
        return sorted(once.values(), key=lambda note: note.start)


def _repeated(drafts: Sequence[Draft], kept: Sequence[Draft]) -> list[LeftOut]:
    """Return a note for each sentence of which nothing was kept, because another says the same."""
    speaking = {(draft.sentence.start, draft.relation) for draft in kept}
    return [
        LeftOut(
            "repeated", draft.sentence.start, draft.sentence.end,
            "the article says so in another sentence too, which is quoted", draft.relation, draft.trigger.text,
        )
        for draft in drafts
        if (draft.sentence.start, draft.relation) not in speaking
    ]  # fmt: skip


def _too_long(start: int, end: int) -> LeftOut:
    return LeftOut("too long", start, end, f"not read: it goes on without an end after {LONGEST} words")


def lack_of(entry: Entry, has_subject: bool, has_object: bool, has_goods: bool) -> str | None:
    """Return which part an entry lacks without which there is no claim; None if it has all."""
    relation = relations()[entry.relation]
    if not has_subject:
        return "who did it is not named plainly"
    if not has_goods and (relation.item == "required" or "item" in entry.needs):
        return _NOTHING
    if not has_object and (relation.object == "required" or "object" in entry.needs):
        return "to whom or on whom is not named plainly"
    if entry.item and not has_goods and entry.relation not in ("assisted", "attacked"):
        return _NOTHING
    return None if has_object or has_goods else "neither whom nor what it is about is named plainly"
