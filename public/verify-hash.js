// Works out the file's fingerprint here and asks whether we issued it: then nothing of the file leaves this computer.
// Only a file that is not known is sent, as it would be without this script; when we cannot be asked, it is not.
const form = document.querySelector("#verify-file");
const most = 5 * 1024 * 1024;
form?.addEventListener("submit", async (event) => {
  const file = form.elements.file.files[0];
  if (!file || file.size > most || !globalThis.crypto?.subtle) return;
  event.preventDefault();
  const hex = await fingerprint(file).catch(() => undefined);
  const known = hex && (await fetch(`/marks?sha256=${hex}`, { cache: "no-store" }).catch(() => undefined));
  if (!hex || known?.status === 404) return form.submit();
  location.assign(`/verify?sha256=${hex}${/[?&]lang=cy/.test(location.search) ? "&lang=cy" : ""}`);
});

async function fingerprint(file) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
