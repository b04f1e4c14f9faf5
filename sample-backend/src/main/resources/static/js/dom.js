/** Creates an element. Text is always set as text, never as HTML. */
export function element(tag, properties = {}, ...children) {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A round picture of a name: its initials on a colour of its own. */
export function paintAvatar(target, name) {
  const words = name.trim().split(/\s+/);
  const initials = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  target.textContent = initials.map((word) => [...word][0] ?? "").join("").toUpperCase();
  target.style.setProperty("--hue", hue(name));
  return target;
}

export function avatar(name) {
  const created = element("span", { className: "avatar" });
  created.setAttribute("aria-hidden", "true");
  return paintAvatar(created, name);
}

function hue(name) {
  let hash = 7;
  for (const character of name) {
    hash = (hash * 31 + character.codePointAt(0)) % 3600;
  }
  return hash % 360;
}
