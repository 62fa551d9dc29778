/** Small helpers for the document. Nothing here makes markup from text: text stays text. */

/** A new element with attributes, and children that are elements or text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

/** The JSON that the page carries under this id, parsed when it is asked for. */
function embedded(id) {
  return JSON.parse(byId(id).textContent);
}

/** The part of the address after #, as parameters. */
function fragment() {
  return new URLSearchParams(location.hash.slice(1));
}

/** Makes the address one that leads back to here, without a step in the browser's history. */
function rememberInAddress(parameters) {
  try {
    history.replaceState(null, "", "#" + new URLSearchParams(parameters));
  } catch {
    // A page within a sandboxed frame has no history of its own; it works without.
  }
}

/** A colour or length of the page's style, as it is in the theme of the moment. */
function styleValue(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
