// A claim and its sentence, and the claims about one deed together: those that say so, then those that deny it.

const SAYS = {
  affirmed: ["Said by ", "Stated by the article itself"],
  denied: ["Denied by ", "Denied by the article itself"],
  unconfirmed: ["Left unconfirmed, according to ", "Left unconfirmed by the article"],
  planned: ["Planned, according to ", "Planned, as the article itself states"],
};
const ORDER = ["affirmed", "planned", "unconfirmed", "denied"];
const MOST_CARDS = 25;

const byStatus = (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || compare(a.first || "~", b.first || "~") || compare(a.id, b.id);

function nameButton(view, id) {
  return button(nameOf(view.data, id), () => choose(view.state, { type: "node", id }), { class: "name" });
}

function whoSays(view, claim) {
  const [by, alone] = SAYS[claim.status];
  if (!claim.by.length) return [alone];
  return [by, ...claim.by.flatMap((id, place) => [place ? (place === claim.by.length - 1 ? " and " : ", ") : "", nameButton(view, id)])];
}

function quote(claim) {
  return el("blockquote", {}, claim.pieces.map((piece, place) => (place % 2 ? el("mark", {}, piece) : piece)));
}

function sourceOf({ title, publisher, agency, published, url }) {
  const where = [publisher || "Publisher not known", agency && agency !== publisher ? `by ${agency}` : null, published ? dayInWords(published) : "no date"].filter(Boolean).join(", ");
  return el("p", { class: "source" }, title ? [webLink(url, title), el("br")] : [], title ? where : webLink(url, where));
}

function citation(view, claim) {
  const { title, publisher, agency, published, url } = claim.article;
  const by = claim.by.map((id) => nameOf(view.data, id)).join(", ");
  return [`“${claim.sentence}”`, by ? `(${claim.status}, ${by})` : `(${claim.status})`, [publisher, agency, title && `“${title}”`, published, url].filter(Boolean).join(", "), `[claim:${claim.id}]`].join(" ");
}

function claimCard(view, claim, what) {
  const facts = [what, claim.quantity, claim.words && `${claim.words}`].filter(Boolean);
  return el("article", { class: `claim ${claim.status}` },
    el("p", { class: "by" }, ...whoSays(view, claim)),
    quote(claim),
    facts.length ? el("p", { class: "facts" }, facts.map((fact) => el("span", fact === claim.words ? { title: `written ${claim.when} (EDTF)` } : {}, fact))) : null,
    sourceOf(claim.article),
    button("Copy", () => copyText(citation(view, claim), "Citation copied."), { class: "small", "aria-label": "Copy as a citation" }));
}

// Cards, with the rest behind a button where there are many.
function cards(view, claims, whatOf) {
  const box = el("div", { class: "cards" });
  const add = (some) => box.append(...some.map((claim) => claimCard(view, claim, whatOf(claim))));
  add(claims.slice(0, MOST_CARDS));
  if (claims.length > MOST_CARDS) {
    const more = button(`Show ${count(claims.length - MOST_CARDS, "more claim")}`, () => { more.remove(); add(claims.slice(MOST_CARDS)); });
    box.append(more);
  }
  return box;
}

function chips(claims) {
  const numbers = ORDER.map((status) => [status, claims.filter((claim) => claim.status === status).length]).filter(([, number]) => number);
  return el("p", { class: "chips" },
    numbers.map(([status, number]) => el("span", { class: `chip ${status}` }, `${number} ${status}`)),
    el("span", {}, count(originsOf(claims), "independent origin")));
}

// Everything visible about one relation between the same two, by item; denials follow what they deny.
function deedSection(view, facts, level = 3) {
  const { visible } = view.state;
  const claims = facts.flatMap((fact) => visible.ofFact.get(fact) || []);
  const denials = new Set(claims.filter((claim) => claim.status === "denied"));
  for (const rival of facts.flatMap((fact) => fact.rivals)) for (const claim of visible.ofFact.get(rival) || []) if (claim.status === "denied") denials.add(claim);
  const section = el("section", { class: "deed" }, el(`h${level}`, {}, deedOf(view.data, facts[0])), chips([...new Set([...claims, ...denials])]));
  const below = `h${level + 1}`;
  const said = claims.filter((claim) => claim.status !== "denied");
  for (const fact of facts) {
    const own = said.filter((claim) => claim.fact === fact).sort(byStatus);
    if (!own.length) continue;
    if (itemOf(view.data, fact)) section.append(el(below, {}, itemOf(view.data, fact)));
    else if (facts.length > 1) section.append(el(below, {}, "nothing in particular named"));
    section.append(cards(view, own, () => ""));
  }
  if (denials.size) {
    const what = (claim) => itemOf(view.data, claim.fact) || (said.length ? "in general" : "");
    section.append(el(below, { class: "denied" }, said.length ? "But this is denied" : "Only denied"), cards(view, [...denials].sort(byStatus), what));
  }
  return section;
}

// Facts gathered by relation and parties, in their order; only those with something to see.
function deedsOf(view, facts) {
  const deeds = new Map();
  for (const fact of facts) {
    if (!view.state.visible.ofFact.has(fact)) continue;
    const key = [fact.relation, fact.subject, fact.object, view.data.relations[fact.relation].object === "none" ? fact.item : ""].join("\n");
    if (!deeds.has(key)) deeds.set(key, []);
    deeds.get(key).push(fact);
  }
  return [...deeds.values()];
}
