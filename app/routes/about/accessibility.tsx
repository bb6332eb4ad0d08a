import type { MetaFunction } from "@remix-run/node";
import { paths } from "~/platform/paths";
import { Prose } from "~/ui/layout";
import { pageTitle } from "~/ui/title";

export const meta: MetaFunction = () => [{ title: pageTitle("Accessibility") }];

export default function Accessibility() {
  return (
    <Prose>
      <h1 className="govuk-heading-l">Accessibility</h1>
      <p>We want everybody to be able to use Waymark. We work to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.</p>

      <h2>What you can do</h2>
      <ul>
        <li>Use every page with a keyboard alone.</li>
        <li>Enlarge a page to 400%, or use a screen 320 pixels wide, without scrolling sideways.</li>
        <li>Set your own colours and contrast. No page says anything with colour alone.</li>
        <li>Use every page without JavaScript. Only the questions a group answers use it, and they work without.</li>
        <li>Print any page. A page about a mark fits on one side.</li>
      </ul>

      <h2>What we have tried</h2>
      <ul>
        <li>The main pages with axe, a program that looks for barriers. It found none on the day below. Such programs find less than half of all barriers.</li>
        <li>Keyboard, enlarging and forced colours, in Chromium.</li>
      </ul>

      <h2>What we have not tried</h2>
      <ul>
        <li>Screen readers and voice control, with people who use them every day.</li>
        <li>Firefox, Safari and older phones.</li>
        <li>The words, with people who find reading hard. We aim for what a twelve-year-old can read.</li>
      </ul>

      <h2>What does not work yet</h2>
      <ul>
        <li>
          The certificate and the letter are PDFs without tags, so a screen reader may read them out of order. Everything on a certificate is also on the mark’s own page, and
          everything in a letter is also on the group’s page.
        </li>
        <li>Files that groups send as evidence are shown as they came. We cannot say how well they read.</li>
        <li>Waymark is in English only. Welsh is wanted.</li>
      </ul>
      <p>
        If you cannot use something, tell the person who works with you on your mark: they can take your answers over the phone or on paper. To check a mark you need only{" "}
        <a href={paths.verify}>its code</a>.
      </p>
      <p className="wm-quiet">Written on 22 November 2026.</p>
    </Prose>
  );
}
