// Reads the words of a file into the page when its box is opened. They are put there as text, so nothing in them is anything else. Without this script, and when it goes wrong, the link stays.
for (const place of document.querySelectorAll("[data-words]")) {
  const link = place.querySelector("a");
  const box = place.closest("details");
  const read = async () => {
    if (!box.open) return;
    box.removeEventListener("toggle", read);
    try {
      const answer = await fetch(link.href, { cache: "no-store" });
      if (!answer.ok) return;
      const words = document.createElement("pre");
      words.className = "wm-words";
      words.tabIndex = 0;
      words.textContent = await answer.text();
      place.replaceWith(words);
    } catch {
      // The link stays.
    }
  };
  box.addEventListener("toggle", read);
}
