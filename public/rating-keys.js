// Keys for somebody who rates many criteria. Which key does what stands in the page's own list, #keys; without this script that list is hidden, and everything works as it does with Tab.
const map = document.querySelector("#keys");
const form = document.querySelector("#rating");
const said = map.querySelector("[role=status]");
const onOff = map.querySelector("button");
const save = form.querySelector("button:not([type=button])");
const remembered = "waymark-rating-keys";

const does = new Map();
for (const line of map.querySelectorAll("[data-does]")) line.dataset.keys.split(" ").forEach((key, place) => void does.set(key, { name: line.dataset.does, place }));

const typing = (element) => element.matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])");
const changed = () =>
  document.querySelector(".govuk-error-summary") !== null ||
  [...form.elements].some((field) =>
    field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== (field.defaultValue ?? field.value),
  );
const say = (words) => {
  said.textContent = words;
};
/** The one after the one that has the focus, or the first. */
const nextOf = (all) => all[all.indexOf(document.activeElement) + 1] ?? all[0];
const tick = (box) => {
  box.focus();
  if (!box.checked) box.click();
};

let leaving;
let sent = false;
const go = (rel, none) => {
  const link = form.querySelector(`a[rel=${rel}]`);
  if (!link) return say(none);
  if (changed() && leaving !== rel) {
    leaving = rel;
    return say("You have not saved this. Press s to save it, or the same key again to go without saving.");
  }
  link.click();
};

const actions = {
  test() {
    const boxes = [...form.querySelectorAll("input[type=checkbox]")];
    const after = boxes.slice(boxes.indexOf(document.activeElement) + 1).find((box) => !box.checked);
    const box = after ?? boxes.find((each) => !each.checked);
    if (box) tick(box);
    else say("Every test is ticked.");
  },
  level: (place) => tick(form.querySelector(`input[name=level][value="${place}"]`)),
  claim: () => tick(form.querySelector("input[name=level][value=na]")),
  reason: () => form.elements.reason.focus(),
  save() {
    if (sent) return;
    form.requestSubmit(save);
  },
  shown() {
    const link = nextOf([...document.querySelectorAll("#shown :is(a, summary)")].filter((each) => each.checkVisibility?.() ?? true));
    if (link) link.focus();
    else say("There is nothing to open here.");
  },
  next: () => go("next", "This is the last one."),
  previous: () => go("prev", "This is the first one."),
  map: () => map.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || map.hasAttribute("data-off")) return;
  if (typing(event.target)) {
    if (event.key === "Escape" && event.target === form.elements.reason) save.focus();
    return;
  }
  const found = does.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (!found || event.repeat) return;
  event.preventDefault();
  const before = leaving;
  say("");
  actions[found.name](found.place);
  if (leaving === before) leaving = undefined;
});
// Held back before this, by rating-kept.js without a network, it can be tried again.
form.addEventListener("submit", (event) => {
  sent = !event.defaultPrevented;
});
// Come back to with the browser's own Back, a page goes on where it was.
addEventListener("pageshow", () => {
  sent = false;
});

/** A browser may refuse to remember; then it holds for this page. */
const memory = {
  read: () => {
    try {
      return localStorage.getItem(remembered);
    } catch {
      return null;
    }
  },
  write: (value) => {
    try {
      localStorage.setItem(remembered, value);
    } catch {
      // Not remembered.
    }
  },
};
function set(off) {
  map.toggleAttribute("data-off", off);
  onOff.textContent = off ? "Switch these keys on" : "Switch these keys off";
}
onOff.addEventListener("click", () => {
  const off = !map.hasAttribute("data-off");
  set(off);
  memory.write(off ? "off" : "on");
});
set(memory.read() === "off");
map.hidden = false;
