/** What the page says of itself; see index.html. */
const MARK = 'name="application-name" content="Leaklens"';

/** Whether an address is of this machine: what is served there may be another program tomorrow. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * Whether what a server answers is this page.
 * @param response is read to its end where it could be the page
 */
export async function isOwnPage(response: Response): Promise<boolean> {
  if (response.status !== 200) return false;
  if (!/^text\/html\b/i.test(response.headers.get("content-type") ?? "")) return false;
  return (await response.clone().text()).includes(MARK);
}

/** The paths under a scope that are the page. */
export function isPageAddress(url: string, scope: string): boolean {
  const { origin, pathname } = new URL(url);
  const own = new URL(scope);
  if (origin !== own.origin) return false;
  return pathname === own.pathname || pathname === `${own.pathname}index.html`;
}
