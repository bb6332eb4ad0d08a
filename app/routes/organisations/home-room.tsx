import { paths } from "~/platform/paths";
import { State, States } from "~/ui/answer";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import type { HomeView } from "./home-view.server";

/** What they last said of their room, and one button that says it again. */
export const RoomNow = ({ room, isPublic, slug }: { room: HomeView["room"]; isPublic: boolean; slug: string }) => (
  <section>
    <h2 className="wm-h wm-h--ruled">Room for new people</h2>
    <States>
      <State tone={room.tone} icon={room.icon} label={isPublic ? "Your page says" : "You have said"} headline={room.headline}>
        {(room.dated || room.lastSaid) && (
          <p>
            {room.dated} {room.lastSaid?.replace("They last said", "You last said")}
          </p>
        )}
        {room.note && (
          <p>
            <Quiet>{room.note}</Quiet>
          </p>
        )}
      </State>
    </States>
    {room.said ? (
      <Form>
        <ButtonGroup>
          <Button name="intent" value="confirm">
            {room.freshness === "unknown" ? "Nothing has changed since: confirm" : "Still right: confirm"}
          </Button>
          <a href={paths.room(slug)}>It has changed</a>
        </ButtonGroup>
      </Form>
    ) : (
      <LinkButton href={paths.room(slug)}>Say what room you have</LinkButton>
    )}
    <p>
      <Quiet small>Please confirm it at least every 30 days. Otherwise your page says “not confirmed”, and after 90 days “we do not know”.</Quiet>
    </p>
  </section>
);
