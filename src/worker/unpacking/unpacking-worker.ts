import { unpackByPlatform } from "../../profile/containers/platform-unpacker.js";
import type { UnpackJob, UnpackNews } from "./protocol.js";

/** A worker's own; `self` has the type of a window here. */
const tell: (news: UnpackNews, moved?: ArrayBuffer[]) => void = self.postMessage.bind(
  self,
) as never;

self.onmessage = async ({ data }: MessageEvent<UnpackJob>) => {
  try {
    const { bytes, packing, limit } = data;
    const plain = await unpackByPlatform(bytes, packing, {
      limit,
      onProgress: (read) => tell(read),
    });
    tell(plain, [plain.buffer as ArrayBuffer]);
  } catch {
    tell("failed");
  }
};
