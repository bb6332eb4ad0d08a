import { useEffect, useState } from "react";
import { z } from "zod";
import { useLanguage } from "~/platform/language";
import { hereToo } from "../presence-words";

const Reply = z.object({ others: z.array(z.string()) });
/** Milliseconds between two askings, while the page is in sight. */
const askEvery = 20_000;

/** Says who else has this question open. Read out politely, and only when that changes. */
export function HereToo({ address }: { address: string }) {
  const language = useLanguage();
  const [words, setWords] = useState("");
  useEffect(() => watch(address, (others) => setWords(hereToo(others, language))), [address, language]);
  return (
    <p className="wm-here" aria-live="polite">
      {words}
    </p>
  );
}

/** Asks at once, every twenty seconds while the page is in sight, and whenever it comes back into sight. Whoever is signed out is not asked for again. */
function watch(address: string, tell: (others: string[]) => void) {
  let over = false;
  const ask = async () => {
    if (over || document.visibilityState !== "visible" || !navigator.onLine) return;
    const others = await othersAt(address);
    if (others === "signed_out") over = true;
    else if (!over) tell(others);
  };
  const timer = setInterval(() => void ask(), askEvery);
  const seen = () => void ask();
  document.addEventListener("visibilitychange", seen);
  void ask();
  return () => {
    over = true;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", seen);
  };
}

/** Nobody, when it cannot be known. */
async function othersAt(address: string): Promise<string[] | "signed_out"> {
  try {
    const response = await fetch(address, { method: "PUT", headers: { Accept: "application/json" } });
    if (response.status === 401) return "signed_out";
    return response.ok ? Reply.parse(await response.json()).others : [];
  } catch {
    return [];
  }
}
