import type { MetaFunction } from "@remix-run/node";
import { Prose } from "~/ui/layout";
import { pageTitle } from "~/ui/title";

export const meta: MetaFunction = () => [{ title: pageTitle("Privacy") }];

export default function Privacy() {
  return (
    <Prose>
      <h1 className="govuk-heading-l">Privacy</h1>

      <h2>When you look something up</h2>
      <p>
        You can check a mark, find a group and read the standards without telling us who you are. These pages set no cookies and load nothing from anybody else. We do not count or
        follow visitors.
      </p>
      <p>If you drop a PDF on the checking page, we read it to answer you and do not keep it.</p>

      <h2>When you sign in</h2>
      <p>One cookie keeps you signed in. It is used for nothing else, and goes when you sign out.</p>
      <p>We hold your name, your e-mail address, which organisation you belong to and what you may do there.</p>

      <h2>What a group sends us</h2>
      <ul>
        <li>Answers and evidence are seen by the group itself, and once sent by the people who assess them. They are never public.</li>
        <li>What the register shows about a group is public: its name and area, its marks, how to refer, who it is for, what it cannot support and whether it has room.</li>
        <li>An application that did not lead to a mark is never public, nor is one under way.</li>
        <li>
          Please send nothing about the people you support: blank forms, counts and dates are enough. No names, notes, certificates of criminal record checks, or faces without
          permission. If you are unsure, choose to show us on a call.
        </li>
      </ul>

      <h2>What we cannot undo</h2>
      <p>
        Who did what, and when, is written to a record that is only ever added to, so that a decision can be explained years later. Were anybody to change it, that would show. It
        holds as few words about people as it can.
      </p>

      <h2>Your rights</h2>
      <p>
        You may ask to see what is held about you, and to have it put right. Ask the organisation that runs this service: it is the one responsible for your data, and must give its
        name and address here before it opens to the public.
      </p>
    </Prose>
  );
}
