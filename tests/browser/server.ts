import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DIST } from "../../src/cli/server/page-assets.js";
import { type Served, serveFolders } from "../../src/cli/server/static-server.js";

/** The built page served from a path below the root, as any static host may do. */
export async function servePage(path = "some/where/", port = 0): Promise<Served> {
  const served = await serveFolders({ [path]: DIST }, {}, port);
  return { ...served, address: `${served.address}${path}` };
}

/** A server of the test's own: whatever `answer` says. */
export async function serve(
  answer: Parameters<typeof createServer>[1],
  port = 0,
): Promise<{ address: string; server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
