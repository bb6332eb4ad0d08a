import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import type { OpenConsultation } from "./find-draft.server";

/** Where readers can say what they think of the next version now. Nothing where nobody is asked. */
export const BeingConsulted = ({ standardKey, consultations }: { standardKey: string; consultations: readonly OpenConsultation[] }) => (
  <>
    {consultations.map(({ version, until }) => (
      <p className="govuk-body" key={version}>
        Being consulted on: <a href={paths.consultation(standardKey, version)}>{version}</a>, comments until <Day day={until} />.
      </p>
    ))}
  </>
);
