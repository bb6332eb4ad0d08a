import { Day } from "~/ui/date";
import { Box } from "~/ui/layout";
import type { SeenCheckIn } from "./seen-check-in";

/** The yearly check-in as those read it who look after marks. */
export function CheckInSeen({ checkIn }: { checkIn: SeenCheckIn | null }) {
  if (!checkIn) return null;
  const { on, by, notTrue, asked, factsRight, insuranceUntil, words, plan } = checkIn;
  return (
    <>
      <h2 className="govuk-heading-m">Yearly check-in</h2>
      <p>
        Sent by {by} on <Day day={on} />. Must-haves still true: {asked.length - notTrue.length} of {asked.length}.
        {notTrue.length > 0 && ` Not true any more: ${notTrue.join(", ")}.`} Insured until <Day day={insuranceUntil} />.{" "}
        {factsRight ? "What its page says is still right." : "What its page says is not all right; they said they would mend it."}
      </p>
      {words && <Box tone="quote">{words}</Box>}
      {plan && (
        <>
          <h3 className="govuk-heading-s">How far they are with what they planned</h3>
          <Box tone="quote">{plan}</Box>
        </>
      )}
    </>
  );
}
