import { paths } from "~/platform/paths";
import type { HomeView } from "./home-view.server";

/** Where they say what others read of them. */
export const YourPage = ({ view: { notSaid, publicPath }, slug }: { view: HomeView; slug: string }) => (
  <>
    <h2 className="wm-h wm-h--ruled">Your page</h2>
    <ul className="wm-tidy">
      <li>
        <a href={paths.organisationFacts(slug)}>What your page says</a>
        {notSaid > 0 && `: ${notSaid === 1 ? "1 thing that people need is" : `${notSaid} things that people need are`} not said yet`}
      </li>
      <li>
        <a href={paths.offers(slug)}>What you offer</a>
      </li>
      <li>
        <a href={paths.people(slug)}>The people of your group</a>
      </li>
      <li>
        <a href={paths.organisationTerm(slug)}>Your word for link workers</a>
      </li>
      <li>{publicPath ? <a href={publicPath}>See it as everyone does</a> : "It becomes public with your first mark."}</li>
    </ul>
  </>
);
