// What the reader has chosen, and what is left to see under it. All of it is plain values: a link can hold it, and a step
// can be taken back.

const START = {
  selected: null, // {type: "node" | "line", id}
  path: null, // [id, id]
  pathFrom: null, // the other end is yet to be chosen
  kinds: [], groups: [], statuses: [], // those switched off
  from: null, to: null, undated: false,
  disputed: false, single: false,
  hidden: [],
  only: [], // ids whose neighbours alone are shown
  moved: {}, // {id: [x, y]}: pinned where the reader put it
  view: "map",
};

class State {
  constructor(data, now) {
    this.data = data;
    this.now = now;
    this.past = [];
    this.listeners = [];
    this.visible = see(data, this.now);
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  change(step, { remember = true } = {}) {
    if (remember) this.past = [...this.past.slice(-99), this.now];
    this.set({ ...this.now, ...step });
  }

  undo() {
    if (this.past.length) this.set(this.past.pop());
  }

  set(next) {
    const before = this.now;
    this.now = next;
    if (FILTERS.some((key) => before[key] !== next[key])) this.visible = see(this.data, next);
    for (const listener of this.listeners) listener(next, before);
  }
}

const FILTERS = ["kinds", "groups", "statuses", "from", "to", "undated", "disputed", "single", "hidden", "only"];

const isDated = (claim) => Boolean(claim.first || claim.last);

// A claim passes if it may hold on a day of the range; one without a date only if asked for.
function isInTime(claim, { from, to, undated }) {
  if (!isDated(claim)) return undated;
  return !(to && claim.first && claim.first.slice(0, to.length) > to) && !(from && claim.last && claim.last.slice(0, from.length) < from);
}

const originsOf = (claims) => new Set(claims.map((claim) => claim.article.origin)).size;

// Which claims, facts, lines and nodes the filters leave, and how many each box of the legend stands for.
function see(data, state) {
  const off = { kinds: new Set(state.kinds), groups: new Set(state.groups), statuses: new Set(state.statuses), hidden: new Set(state.hidden) };
  const counts = { kinds: {}, groups: {}, statuses: {} };
  const add = (table, key, number = 1) => { table[key] = (table[key] || 0) + number; };
  const claims = new Set();
  const ofFact = new Map();
  for (const fact of data.facts) {
    if (state.disputed && !fact.rivals.length) continue;
    if (state.single && originsOf(fact.claims) > 1) continue;
    const inTime = state.from || state.to ? fact.claims.filter((claim) => isInTime(claim, state)) : fact.claims;
    const kept = off.statuses.size ? inTime.filter((claim) => !off.statuses.has(claim.status)) : inTime;
    if (kept.length) add(counts.groups, fact.group, kept.length);
    if (off.groups.has(fact.group)) continue;
    for (const claim of inTime) add(counts.statuses, claim.status);
    if (!kept.length) continue;
    ofFact.set(fact, kept);
    for (const claim of kept) claims.add(claim);
  }
  const near = state.only.length ? new Set(state.only.flatMap((id) => [...nearOf(data, id)])) : null;
  const isOn = (id) => !off.kinds.has(data.nodes.get(id).kind) && !off.hidden.has(id) && (!near || near.has(id));
  const lines = new Map();
  const joined = new Set(), nodes = new Set();
  for (const line of data.lines.values()) {
    const kept = line.facts.flatMap((fact) => ofFact.get(fact) || []);
    if (!kept.length) continue;
    joined.add(line.from).add(line.to);
    if (!isOn(line.from) || !isOn(line.to)) continue;
    lines.set(line.id, kept);
    nodes.add(line.from).add(line.to);
  }
  for (const node of data.nodes.values()) {
    const bare = !node.lines.length && !node.loose.length;
    const loose = node.loose.some((fact) => ofFact.has(fact));
    if (joined.has(node.id) || loose || bare) add(counts.kinds, node.kind);
    if ((loose || bare || state.only.includes(node.id)) && isOn(node.id)) nodes.add(node.id);
  }
  return { claims, ofFact, lines, nodes, counts, standings: new Map() };
}

function nearOf(data, id) {
  const near = new Set([id]);
  for (const line of data.nodes.has(id) ? data.nodes.get(id).lines : []) near.add(line.from).add(line.to);
  return near;
}
