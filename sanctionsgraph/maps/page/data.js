// The payload, with numbers and ids turned into references. `Map` here is JavaScript's.

async function readPayload() {
  const holder = byId("payload");
  return JSON.parse(holder.type === "application/json" ? holder.textContent : await unpack(holder.textContent));
}

// Base 85, five signs for four bytes, the last group cut short; see `pack` in network.py.
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;,=.?@^_/{|}~";

async function unpack(text) {
  const signs = text.trim();
  const digits = new Uint8Array(128);
  for (let digit = 0; digit < 85; digit++) digits[SIGNS.charCodeAt(digit)] = digit;
  const groups = Math.ceil(signs.length / 5);
  const padded = signs.padEnd(5 * groups, "~");
  const bytes = new DataView(new ArrayBuffer(4 * groups));
  for (let group = 0; group < groups; group++) {
    let value = 0;
    for (let place = 5 * group; place < 5 * group + 5; place++) value = 85 * value + digits[padded.charCodeAt(place)];
    bytes.setUint32(4 * group, value);
  }
  const packed = new Uint8Array(bytes.buffer, 0, signs.length - groups);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

// Run vis-network, which the page holds packed; the policy of the page knows its hash.
async function runLibrary() {
  const script = el("script");
  script.append(await unpack(byId("library").textContent));
  document.head.append(script);
}

// The rows of a table that came as columns.
function rowsOf(table) {
  const columns = Object.entries(table);
  const rows = columns.length ? columns[0][1].map(() => ({})) : [];
  for (const [name, values] of columns) values.forEach((value, place) => { if (value !== null) rows[place][name] = value; });
  return rows;
}

// The sentence cut at its marks: plain, marked, plain, ...
function piecesOf(sentence, widths) {
  let start = 0;
  return [...widths.map((width) => sentence.slice(start, start += width)), sentence.slice(start)];
}

function connect(payload) {
  const names = new Map(Object.entries(payload.names));
  const articles = rowsOf(payload.articles);
  const dates = new Map(Object.entries(payload.dates));
  let sentence = "";
  const claims = rowsOf(payload.claims).map((claim, number) => {
    const id = payload.ids.slice(number * payload.idDigits, (number + 1) * payload.idDigits);
    sentence = claim.sentence ?? sentence;
    const [first, last, words] = dates.get(claim.when) ?? [null, null, ""];
    return { id, quantity: "", by: [], ...claim, first, last, words, article: articles[claim.article], sentence, pieces: piecesOf(sentence, claim.marks || []) };
  });
  const facts = rowsOf(payload.facts).map((fact) => ({
    subject: null, object: null, item: null, ...fact, group: payload.relations[fact.relation].group, lines: [], claims: fact.claims.map((number) => claims[number]),
  }));
  for (const fact of facts) {
    fact.rivals = (fact.rivals || []).map((number) => facts[number]);
    for (const claim of fact.claims) claim.fact = fact;
  }
  const nodes = new Map(rowsOf(payload.nodes).map((node) => [node.id, { ...node, ...names.get(node.id), label: node.label, kind: node.kind, lines: [], loose: [] }]));
  const lines = new Map();
  let last = 0; // lines name their facts by the steps from one to the next
  for (const { steps, ...raw } of rowsOf(payload.lines)) {
    const line = { ...raw, id: [raw.from, raw.to, raw.group].join(" "), facts: steps.map((step) => facts[(last += step)]) };
    lines.set(line.id, line);
    for (const fact of line.facts) fact.lines.push(line);
    nodes.get(line.from).lines.push(line);
    if (line.to !== line.from) nodes.get(line.to).lines.push(line);
  }
  for (const [id, numbers] of Object.entries(payload.loose)) nodes.get(id).loose = numbers.map((number) => facts[number]);
  const homes = new Map(Object.entries(payload.members || {}).flatMap(([id, members]) => members.map((member) => [member, id])));
  return { ...payload, homes, names, claims, facts, nodes, lines, said: claimsBySpeaker(claims), narrower: narrowerItems(names) };
}

function claimsBySpeaker(claims) {
  const said = new Map();
  for (const claim of claims) {
    for (const id of claim.by) {
      if (!said.has(id)) said.set(id, []);
      said.get(id).push(claim);
    }
  }
  return said;
}

// Every item id with the set of itself and the items under it that the map names.
function narrowerItems(names) {
  const under = new Map();
  for (const id of names.keys()) {
    for (let above = id; names.has(above) && names.get(above).sort === "item"; above = `item:${names.get(above).broader}`) {
      if (!under.has(above)) under.set(above, new Set());
      under.get(above).add(id);
    }
  }
  return under;
}

const nameOf = (data, id) => (data.names.has(id) ? data.names.get(id).name : id);

// The name as the map writes it, where that is not cut: for lists and tables.
function shortOf(data, id) {
  const node = data.nodes.get(id);
  return node && !node.label.endsWith("…") ? node.label.replace(/\n/g, " ") : nameOf(data, id);
}

const unique = (values) => [...new Set(values)];

// Whom or what a fact is done to, in its sentence: what was tested, but whom something was stolen from.
const targetOf = (data, fact) => (fact.object ? nameOf(data, fact.object) : data.relations[fact.relation].object === "none" ? nameOf(data, fact.item) : "someone not named");

// "North Korea supplied Russia"
function deedOf(data, fact) {
  return [fact.subject ? nameOf(data, fact.subject) : "Someone not named", data.relations[fact.relation].label, targetOf(data, fact)].join(" ");
}

// Whether a line is no sentence of subject, relation, object: it leads to an item that went to someone else, or from one.
const isHalf = (data, line) => line.facts.some((fact) => fact.subject !== line.from || (data.relations[fact.relation].object !== "none" && fact.object !== line.to));

// Whether a line leads from an item to whoever got it.
const isFromItem = (line) => line.facts.every((fact) => fact.item === line.from && fact.subject !== line.from);

// A line in words: [id of who, did, to whom]. Half of a deed names its other parties too: "was supplied by | Russia: petroleum".
function lineInWords(data, line, claims, seenFrom = line.from) {
  const half = isHalf(data, line);
  if (data.homes.size) return [line.from, "→", `${shortOf(data, line.to)} (${unique(claims.map((claim) => data.relations[claim.fact.relation].label)).join(", ")})`];
  const isBack = half ? isFromItem(line) : seenFrom === line.to;
  const verbs = unique(claims.map((claim) => data.relations[claim.fact.relation][isBack ? "inverse" : "label"])).join(", ");
  const [who, other] = isBack ? [line.to, line.from] : [line.from, line.to];
  if (!half) return [who, verbs, shortOf(data, other)];
  const others = unique(claims.map(({ fact }) => (isBack ? fact.subject : fact.object))).map((id) => (id ? shortOf(data, id) : "someone not named"));
  const named = others.length > 3 ? `${others.slice(0, 3).join(", ")} and ${count(others.length - 3, "other")}` : others.join(", ");
  return [who, verbs, `${named}: ${shortOf(data, other)}`];
}

// What claims say was given, as far as it is a thing and not the end of the line: "artillery shell, rocket and 2 more".
function itemsInWords(data, claims, most = 2) {
  const items = unique(claims.map((claim) => claim.fact).filter((fact) => fact.item && fact.object && fact.lines.length === 1).map((fact) => nameOf(data, fact.item)));
  return items.length > most ? `${items.slice(0, most).join(", ")} and ${items.length - most} more` : items.join(", ");
}

const itemOf = (data, fact) => (fact.item && data.relations[fact.relation].object !== "none" ? nameOf(data, fact.item) : "");
