import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import { Notification } from "~/ui/notification";
import type { Reading } from "./file-form.server";
import { stateWords } from "./words";

/** One file of a draft to be read, while its readers are asked and once it is closed. */
export const FileReading = ({ back, heading, draftId, state, said }: Reading & { back: { href: string; label: string }; heading: string; draftId: string }) => (
  <Prose>
    <BackLink href={back.href}>{back.label}</BackLink>
    <Notification>
      <p className="govuk-body">
        {state === "consultation" ? (
          <>
            Its readers are being asked, so the text stays as it is. <a href={`${paths.standardDraft(draftId)}#next`}>Take it back to change it</a>.
          </>
        ) : (
          `${stateWords[state].words}: this draft is closed, and its text stays as it is.`
        )}
      </p>
    </Notification>
    <h1 className="govuk-heading-l">{heading}</h1>
    <Definitions layout="stack">
      {said.map(({ label, words }) => (
        <Definition key={label} term={label}>
          <span className="wm-lines">{words || "Nothing"}</span>
        </Definition>
      ))}
    </Definitions>
  </Prose>
);
