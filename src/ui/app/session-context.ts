import { createContext, useContext } from "react";
import type { Session } from "../../session/session.js";

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session that the page runs in. @throws outside of it */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session");
  return session;
}
