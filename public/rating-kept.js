// Keeps what somebody types about a criterion in their own browser until it is saved, so that a train without a network, or a tab that is closed, loses nothing.
// The copy is for one person and one criterion. What is saved on the server is never replaced by it: it only comes back into the form.
const form = document.querySelector("#rating");
const place = document.querySelector("#kept");
const { key, since } = place.dataset;
const boxes = ["level", "met", "leading"];

const ticked = (name) => [...form.querySelectorAll(`input[name=${name}]:checked`)].map(({ value }) => value);
/** `sent`: was on its way to the server, so that one saved since is this one. */
const typed = (sent) => ({ since, sent, ...Object.fromEntries(boxes.map((name) => [name, ticked(name)])), reason: form.elements.reason.value });
const fill = (copy) => {
  for (const name of boxes) for (const box of form.querySelectorAll(`input[name=${name}]`)) box.checked = copy[name].includes(box.value);
  form.elements.reason.value = copy.reason;
};
const same = (one, other) => [...boxes, "reason"].every((name) => String(one[name]) === String(other[name]));
const say = (words) => {
  place.textContent = words;
};

/** A browser may refuse to keep anything; then the page is as it is without this script. */
const safely = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};
const keep = (sent = false) => safely(() => localStorage.setItem(key, JSON.stringify(typed(sent))));

const copy = safely(() => JSON.parse(localStorage.getItem(key)));
if (copy && copy.since === since && !same(copy, typed())) {
  safely(() => fill(copy));
  say("What you typed here and did not save is back in the form.");
} else if (copy) {
  // Saved since, in another window or on another machine: that stands, and the words are here to be taken from.
  if (!copy.sent && !same(copy, typed())) say(`This was rated since you typed here. You had written: ${copy.reason}`);
  safely(() => localStorage.removeItem(key));
}

form.addEventListener("input", () => keep());
form.addEventListener("submit", (event) => {
  keep(navigator.onLine);
  if (navigator.onLine) return;
  event.preventDefault();
  say("There is no network just now. What you typed is kept in this browser: save it when you are back.");
});
