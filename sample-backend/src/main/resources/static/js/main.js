import { byId, element } from "./dom.js";
import { ChatPage } from "./chat-page.js";
import { login } from "./login.js";

const form = byId("login");
const nameField = byId("name");
const error = byId("login-error");
const choice = byId("distributor");

start();

async function start() {
  let settings;
  try {
    settings = await loadSettings();
  } catch (failure) {
    error.textContent = `The application does not answer: ${failure.message}`;
    return;
  }
  offer(settings.distributors);
  nameField.value = sessionStorage.getItem("name") ?? "";
  nameField.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    enter(settings);
  });
  if (nameField.value !== "") {
    enter(settings);
  }
}

async function loadSettings() {
  const response = await fetch("chat/config");
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return response.json();
}

/** Offers the configured distributors, and those only, whatever the address of the page asks for. */
function offer(distributors) {
  const wanted = new URLSearchParams(location.search).get("distributor");
  const chosen = distributors.includes(wanted)
    ? wanted
    : distributors[Math.floor(Math.random() * distributors.length)];
  choice.replaceChildren(...distributors.map((distributor) => element("option", {
    value: distributor,
    textContent: new URL(distributor).host,
    selected: distributor === chosen,
  })));
  byId("distributor-choice").hidden = distributors.length < 2;
}

async function enter(settings) {
  const name = nameField.value.trim();
  if (name === "") {
    error.textContent = "Enter a name, so that others know who you are.";
    nameField.focus();
    return;
  }
  try {
    await login(name);
  } catch (failure) {
    error.textContent = failure.message;
    return;
  }
  error.textContent = "";
  sessionStorage.setItem("name", name);
  show("chat");
  new ChatPage(settings, choice.value, name, () => {
    sessionStorage.removeItem("name");
    show("welcome");
    nameField.focus();
  });
}

function show(id) {
  byId("welcome").hidden = id !== "welcome";
  byId("chat").hidden = id !== "chat";
}
