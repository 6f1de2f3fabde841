// Building blocks. Text becomes text nodes only: nothing from outside is ever read as markup, script or address.

const byId = (id) => document.getElementById(id);

// el("p", {class: "x", onclick: f}, "text", node, ...): children that are null are left out.
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

// A link for http and https, else just the text.
function webLink(url, text) {
  if (!/^https?:\/\//i.test(url || "")) return el("span", {}, text);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

const count = (number, noun, plural = `${noun}s`) => `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

// Let the page answer before what comes next: for work that takes long.
const breathe = () => new Promise((goOn) => setTimeout(goOn));

// Tell a screen reader, and whoever looks at the foot of the page.
function announce(text) {
  byId("status").textContent = text;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// "5 October 2024" for 2024-10-05; what is no such date stays as it is.
function dayInWords(iso) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(iso)) return iso;
  const [year, month, day] = iso.split("-").map(Number);
  return [day, month ? MONTHS[month - 1] : null, year].filter(Boolean).join(" ");
}
