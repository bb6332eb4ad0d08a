import type { MetaFunction } from "@remix-run/node";
import { type AwardLevel, awardLevels } from "~/marks/mark";
import { levelMeanings, levelNames } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { Definition, Definitions } from "~/ui/definition";
import { Box, Prose } from "~/ui/layout";
import { pageTitle } from "~/ui/title";

export const meta: MetaFunction = () => [{ title: pageTitle("What a mark means, and what it does not") }];

export default function WhatAMarkMeans() {
  return (
    <Prose>
      <h1 className="govuk-heading-l">What a mark means, and what it does not</h1>
      <p>
        A mark says that trained assessors checked how an organisation works, against one version of one <a href={paths.standards}>standard</a>, up to a certain day. They looked at
        what it told us and at some evidence. Every must-have was met that day. Where we tested its phone or e-mail, the page says when.
      </p>

      <h2>What it does not mean</h2>
      <ul>
        <li>It does not show that this will improve a person’s health.</li>
        <li>It is not a clinical check of staff, not a medical treatment, and not advice about your patient. It is never a reason to stop treatment.</li>
        <li>It is not a licence, and not an inspection by a health regulator.</li>
        <li>The NHS did not award it. Waymark is not part of the NHS.</li>
        <li>It covers only what is named on it. A group may do other things that nobody has checked.</li>
        <li>Things can change after we check.</li>
      </ul>

      <h2>Your judgement</h2>
      <p>Please decide with the person if this is right for them.</p>
      <Box tone="warn">
        <p>
          <strong>Not a crisis service.</strong> In an emergency call 999. For urgent mental health help in England call NHS 111 and choose option 2.
        </p>
      </Box>

      <h2>The levels</h2>
      <Definitions layout="stack">
        {awardLevels.map((level) => (
          <Definition key={level} term={levelNames[level]}>
            {levelMeanings[level]} {more[level]}
          </Definition>
        ))}
      </Definitions>

      <h2>What is fresh</h2>
      <p>
        A mark lasts two years. Room for new people is another matter: groups are asked to confirm it at least every 30 days, and the page shows the day they last did. After 30
        days we say “not confirmed”; after 90 days that we do not know. Ring before you refer.
      </p>
      <p>“They told us” stands beside what we were told. “We checked” stands beside what we tested ourselves, with the day.</p>

      <h2>A group without a mark</h2>
      <p>
        “Not assessed by us” says only that. It does not mean that a group is not safe or not good. A mark that has expired does not say so either: only a page that says a mark is
        in force can be relied on.
      </p>

      <h2>What is known about social prescribing</h2>
      <p>Many people say it helps. Good research is still limited, and some careful studies find little or no effect on health measures. Three reviews to start from:</p>
      <ul>
        <li>Bickerdike and others, 2017, BMJ Open 7:e013384.</li>
        <li>Kiely and others, 2022, BMJ Open: a review of link worker trials.</li>
        <li>A systematic review of community referral, PMC9389950: 53 projects, three of them controlled studies.</li>
      </ul>

      <h2>Where the standards come from</h2>
      <p>
        They were written for Waymark from a learning paper on social prescribing of 2019. They are illustrative until an organisation adopts them that does not itself run such
        services.
      </p>
      <p>
        Have a code? <a href={paths.verify}>Check a mark</a>.
      </p>
    </Prose>
  );
}

/** What else there is to say of a level, beside what every page says. */
const more: Partial<Record<AwardLevel, string>> = {
  essentials: "It is a mark in its own right, not a low grade.",
  assured_commended: "It changes nothing about where a group is listed.",
  assured_with_conditions: "None of them is a must-have, and the mark names the day for them. If they are not put right by then, it is Essentials from the next day.",
};
