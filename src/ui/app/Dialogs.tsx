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
      <Room name="The help">
        <HelpDialog />
        <RecordDialog />
      </Room>
      <Room name="The memory beyond the heap">
        <BeyondDialog />
      </Room>
      <Room name="The Share dialog">
        <ShareDialog />
      </Room>
      <Room name="The list of kept files">
        <LibraryDialog />
      </Room>
    </>
  );
}
