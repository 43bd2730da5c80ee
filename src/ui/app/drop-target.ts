import { useEffect, useRef } from "react";
import type { Session } from "../../session/session.js";
import { inputsOf } from "../start/dropped-files.js";

/** The whole window takes drops and pastes. */
export function useDrop(session: Session): void {
  const depth = useRef(0);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current++;
      session.store.setState({ dropping: true });
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) session.store.setState({ dropping: false });
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      session.store.setState({ dropping: false });
      if (event.dataTransfer) void inputsOf(event.dataTransfer).then((i) => session.open(i));
    };
    const paste = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea")) return;
      if (!event.clipboardData) return;
      const { files } = event.clipboardData;
      if (files.length > 0) {
        event.preventDefault();
        void inputsOf(event.clipboardData).then((i) => session.open(i));
        return;
      }
      const text = event.clipboardData.getData("text/plain");
      if (text.trim()) void session.openText(text);
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [session]);
}
