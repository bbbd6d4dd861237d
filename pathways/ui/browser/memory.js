// Keeps the answers in this tab, brings them back, and starts each new page at its heading.
// What it holds is text that Python wrote and will check again: nothing is read or changed here.

const NAME = "pathways-answers";
const LONGEST_CODE = 4096;
const CODE = "#p=";

// One copy for the whole document: the component may be drawn anew, and more than once on a page.
let visit; // the visit on the server that we last spoke to
let number = -1; // of the newest answers seen from it
let place; // the page we are on
let waiting = false; // whether Python has yet to take what was kept
let tell = () => {};
let stop = () => {}; // ends the wait for the heading of a page

export default function ({ data, setTriggerValue }) {
  if (data.place === null) {
    // Drawn inside a part of a page: it has answers to keep, and leaves all talking to the page.
    if (data.visit === visit && !waiting) keepNewest(data);
    return;
  }
  tell = (said) => setTriggerValue("spoke", said);
  const anew = data.visit !== visit;
  if (anew) {
    visit = data.visit;
    number = -1;
    waiting = recall() !== "";
  }
  waiting = waiting && !data.heard;
  const code = anew ? takeCode() : "";
  if (code || waiting) tell({ code, kept: waiting ? recall() : "" });
  if (!waiting) keepNewest(data);
  if (place !== undefined && data.place !== place) toHeading();
  place = data.place;
  markPlace();
}

addEventListener("hashchange", () => {
  const code = takeCode();
  if (code) tell({ code, kept: "" });
});

// Which page of the menu this is, for those who do not see its colour. The links may be drawn after us.
function markPlace(tries = 20) {
  const links = document.querySelectorAll("[data-testid=stPageLink-NavLink]");
  for (const link of links) {
    if (new URL(link.href).pathname === location.pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (tries) setTimeout(markPlace, 150, tries - 1);
}

// A tab whose storage is switched off still works: it only forgets on reload.
function recall() {
  try {
    return sessionStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

function keepNewest({ number: of, answers }) {
  if (of < number) return;
  number = of;
  try {
    if (answers) sessionStorage.setItem(NAME, answers);
    else sessionStorage.removeItem(NAME);
  } catch {
    // full or switched off: as above
  }
}

// The code of a plan, taken out of the address bar and out of this tab's history.
function takeCode() {
  if (!location.hash.startsWith(CODE)) return "";
  const written = location.hash.slice(CODE.length);
  history.replaceState(history.state, "", location.pathname + location.search);
  if (written.length > LONGEST_CODE) return "";
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

// Focus and scroll to the h1 once it is the new page's, unless the person has moved on by themselves.
function toHeading() {
  stop();
  const app = document.querySelector("[data-testid=stApp]");
  if (!app) return;
  const focused = document.activeElement;
  const before = document.querySelector("h1")?.textContent;
  const look = () => {
    const heading = document.querySelector("h1");
    const drawn = app.dataset.testScriptState === "notRunning";
    if (!heading || (heading.textContent === before && !drawn)) return;
    stop();
    const now = document.activeElement;
    if (now !== focused && now !== document.body) return;
    for (const scrolled of document.querySelectorAll("[data-testid=stMain]")) scrolled.scrollTop = 0;
    scrollTo(0, 0);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(look);
  const late = setTimeout(() => stop(), 15000);
  stop = () => {
    watch.disconnect();
    clearTimeout(late);
    stop = () => {};
  };
  watch.observe(app, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["data-test-script-state"] });
  look();
}
