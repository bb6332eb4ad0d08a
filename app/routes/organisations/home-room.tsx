import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { State, States } from "~/ui/answer";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import type { HomeView } from "./home-view.server";
import { ownWords } from "./words/own-words";

type RoomNowProps = { room: HomeView["room"]; isPublic: boolean; slug: string };

/** What they last said of their room, and one button that says it again. */
export function RoomNow({ room, isPublic, slug }: RoomNowProps) {
  const { t } = useWords(ownWords);
  return (
    <section>
      <h2 className="wm-h wm-h--ruled">{t("room.title")}</h2>
      <States>
        <State tone={room.tone} icon={room.icon} label={t(isPublic ? "room.page_says" : "room.you_said")} headline={room.headline}>
          {(room.dated || room.lastSaid) && (
            <p>
              {room.dated} {room.lastSaid}
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
              {t(room.freshness === "unknown" ? "room.confirm_again" : "room.confirm")}
            </Button>
            <a href={paths.room(slug)}>{t("room.changed")}</a>
          </ButtonGroup>
        </Form>
      ) : (
        <LinkButton href={paths.room(slug)}>{t("room.say")}</LinkButton>
      )}
      <p>
        <Quiet small>{t("room.remind")}</Quiet>
      </p>
    </section>
  );
}
