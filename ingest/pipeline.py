"""The one way through an article: names, figures, dates, sentences, claims.

`read_article` is a pure function of the article: no ledger, no network, no clock, no state between articles.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.lookup import fold
from graph.model import Article, Claim, Entity, Reading, claim_id
from ingest.attribution.quotations import share_speakers
from ingest.claims import Draft
from ingest.coreference import Referents
from ingest.dates import DateMention, find_all_dates
from ingest.frames import Reader
from ingest.grounds import Findings
from ingest.merging import merge
from ingest.names import find_names
from ingest.names.mentions import Names
from ingest.parsing import parse
from ingest.parsing.passages import Sentence, split_sentences
from ingest.quantities import find_quantities
from ingest.stories import by_story, names_within
from ingest.timing import dated
from ingest.timing.shared_dates import share_dates

EXTRACTOR = "sanctionsgraph"
VERSION = "1"


def read_article(article: Article) -> Reading:
    """Return the claims of an article with the entities they name; an irrelevant article has none."""
    if not article.relevant:
        return Reading(article)
    names = find_names(article.text, article.title)
    dates = find_all_dates(article.text, article.published)
    quantities = find_quantities(article.text)
    sentences = parse(split_sentences(article.text, names.mentions, quantities))
    stories = _stories(article, names, sentences, dates)
    drafts = [draft for story in stories for draft in story.drafts]
    share_speakers(drafts, article.text, sentences, [one for s in stories for one in s.referents.history.spoken])
    share_dates(drafts, dates, sentences, article.published)
    _take_late_names(drafts, names)
    kept = merge(drafts)
    _speak_in_own_voice(kept, article, names)
    findings = {id(sentence): Findings(s.referents, quantities, dates) for s in stories for sentence in s.sentences}
    claims = [_claim(draft, article, findings[id(draft.sentence)]) for draft in kept]
    left_out = [note for s in stories for note in s.reader.left_out.told(s.drafts, kept, s.sentences)]
    return Reading(article, _entities(claims, names), tuple(claims), tuple(left_out))


def _take_late_names(drafts: Iterable[Draft], names: Names) -> None:
    """Let parties that were named only later bear their names."""
    for draft in drafts:
        draft.subject = names.home(draft.subject) if draft.subject else None
        draft.object = names.home(draft.object) if draft.object else None


@dataclass(frozen=True, slots=True)
class _Story:
    """What was read under one heading, or in a whole article; what its nouns stand for is its own."""

    sentences: list[Sentence]
    referents: Referents
    reader: Reader
    drafts: list[Draft]


def _stories(article: Article, names: Names, sentences: list[Sentence], dates: Sequence[DateMention]) -> list[_Story]:
    """Return what each story of an article says; most have but one."""
    parts = by_story(sentences, article.text)
    if len(parts) > 1:
        return [_read_story(names_within(names, part), part, article.text, (), dates) for part in parts]
    titled = {mention.target for mention in find_names(article.title).mentions} if article.title else ()
    return [_read_story(names, sentences, article.text, titled, dates)]


def _read_story(
    names: Names, sentences: list[Sentence], text: str, titled: Iterable[str], dates: Sequence[DateMention]
) -> _Story:
    referents = Referents(names, sentences, text, titled)
    reader = Reader(referents)
    drafts = [draft for sentence in sentences for draft in dated(reader.read(sentence), sentence, dates)]
    return _Story(sentences, referents, reader, drafts)


def _speak_in_own_voice(drafts: Iterable[Draft], article: Article, names: Names) -> None:
    """Take from who says so the house that publishes the article: all of it is in its words."""
    houses = {fold(name) for name in (article.publisher, article.agency) if name}
    for draft in drafts if houses else ():
        own = {e for e in draft.asserted_by if houses.intersection(map(fold, _names_of(names.entity(e))))}
        draft.asserted_by = tuple(e for e in draft.asserted_by if e not in own)


def _names_of(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def read_articles(articles: Iterable[Article], *, jobs: int | None = 1) -> Generator[Reading]:
    """Read articles one by one, in order.

    Args:
        articles: Taken as they are needed.
        jobs: How many processes read; None for as many as there are cores, once there is enough to read. Where that is
            not 1, the program must start under `if __name__ == "__main__"`, for the processes import it.
    """
    if jobs == 1:
        yield from map(read_article, articles)
    else:
        from ingest.workers import read_on_cores

        yield from read_on_cores(articles, jobs)


def _claim(draft: Draft, article: Article, findings: Findings) -> Claim:
    """Return a draft as a claim, under the id that its content gives it."""
    start, end = draft.sentence.start, draft.sentence.end
    marks, why = findings.grounds(draft)
    claim = Claim(
        id="",
        article=article.id,
        relation=draft.relation,
        subject=draft.subject,
        object=draft.object,
        item=draft.item,
        quantity=draft.quantity,
        when=draft.when,
        asserted_by=draft.asserted_by,
        status=draft.status,
        sentence=article.text[start:end],
        start=start,
        end=end,
        marks=marks,
        why=why,
        extractor=EXTRACTOR,
        version=VERSION,
    )
    return replace(claim, id=claim_id(claim))


def _entities(claims: list[Claim], names: Names) -> tuple[Entity, ...]:
    used = {e for claim in claims for e in (claim.subject, claim.object, *claim.asserted_by) if e}
    return tuple(names.entity(entity_id) for entity_id in sorted(used))
