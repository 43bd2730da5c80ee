import { BeyondDialog } from "../beyond/BeyondDialog.js";
import { ShareDialog } from "../share/ShareDialog.js";
import { LibraryDialog } from "../start/LibraryDialog.js";
import { RecordDialog } from "../start/RecordDialog.js";
import { HelpDialog } from "./HelpDialog.js";
import { Room } from "./Room.js";

/** All dialogs; loaded when the first one is asked for. */
export function Dialogs() {
  return (
    <>
      <Room name="help">
        <HelpDialog />
        <RecordDialog />
      </Room>
      <Room name="beyond">
        <BeyondDialog />
      </Room>
      <Room name="share">
        <ShareDialog />
      </Room>
      <Room name="keptFiles">
        <LibraryDialog />
      </Room>
    </>
  );
}
