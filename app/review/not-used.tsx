import { Box } from "~/ui/layout";

/** What somebody typed who came too late for it to count: theirs to copy. Takes the field's place and its id, so that the error summary leads here. */
export const NotUsed = ({ words, id = "reason" }: { words: string; id?: string }) =>
  words.trim() === "" ? null : (
    <div id={id}>
      <h2 className="wm-h">What you wrote, which was not used</h2>
      <Box tone="quote">{words}</Box>
    </div>
  );
