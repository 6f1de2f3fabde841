// How things look, by what is said of them. A line of denials only is never drawn like a deed.

const STATUS_WORDS = {
  affirmed: "said to be so", denied: "denied", unconfirmed: "left unconfirmed", planned: "planned", disputed: "disputed",
};

const DASHES = { affirmed: false, planned: [13, 7], unconfirmed: [2, 5], denied: [2, 8], disputed: [14, 4, 3, 4] };

const PALETTES = {
  light: { page: "#ffffff", text: "#1c2128", border: "#24292f", denied: "#7b848e", disputed: "#b3261e", badge: "#ffffff", accent: "#0550ae", ring: "#e3e8ed" },
  dark: { page: "#0f141a", text: "#e6edf3", border: "#f0f3f6", denied: "#8b949e", disputed: "#ff8f85", badge: "#0f141a", accent: "#79c0ff", ring: "#232c36" },
};

const NIGHT = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const asked = document.documentElement.dataset.theme;
  return asked ? asked === "dark" : NIGHT.matches;
}

const palette = () => PALETTES[isDark() ? "dark" : "light"];

// How claims stand taken together: denied beside anything else is disputed, and so is what a claim elsewhere denies
// ("no arms at all" stands on another line than "missiles").
function standingOf(claims, visible) {
  const has = (status) => claims.some((claim) => claim.status === status);
  if (has("denied")) return claims.every((claim) => claim.status === "denied") ? "denied" : "disputed";
  if (claims.some((claim) => isDenied(claim.fact, visible))) return "disputed";
  return ["affirmed", "unconfirmed", "planned"].find(has) || "affirmed";
}

// How a line stands by its visible claims, which is worked out once for what the filters leave.
function standingOfLine(id, visible) {
  if (!visible.standings.has(id)) visible.standings.set(id, standingOf(visible.lines.get(id) || [], visible));
  return visible.standings.get(id);
}

// Whether a visible claim denies a fact, or something that it cannot be true beside.
const isDenied = (fact, { ofFact }) => [fact, ...fact.rivals].some((each) => (ofFact.get(each) || []).some((claim) => claim.status === "denied"));

function lineLook(data, line, visible) {
  const standing = standingOfLine(line.id, visible);
  const group = data.groups.find((each) => each.name === line.group);
  return {
    standing,
    colour: standing === "denied" ? palette().denied : isDark() ? group.dark : group.colour,
    width: standing === "denied" ? 1.3 : 1.4 + 1.35 * Math.log2(Math.max(1, originsOf(visible.lines.get(line.id) || []))),
    dashes: DASHES[standing],
    end: standing === "denied" ? "bar" : "arrow",
  };
}

// Bends, so that several lines of a pair stay apart: one alone is straight.
function bendLines(lines) {
  const pairs = new Map();
  for (const line of lines) {
    const pair = [line.from, line.to].sort().join("\n");
    if (!pairs.has(pair)) pairs.set(pair, { there: [], back: [] });
    pairs.get(pair)[line.from <= line.to ? "there" : "back"].push(line);
  }
  const bends = new Map();
  for (const { there, back } of pairs.values()) {
    const both = there.length && back.length;
    for (const side of [there, back]) {
      side.forEach((line, place) => {
        const step = both ? 0.13 + 0.14 * place : 0.16 * Math.ceil(place / 2) * (place % 2 ? 1 : -1);
        bends.set(line.id, line.from === line.to ? 0 : step);
      });
    }
  }
  return bends;
}
