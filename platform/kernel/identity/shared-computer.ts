const cookie = 'mr_shared'
const year = 365 * 24 * 3_600

/** Has somebody said of this browser that several people use it? What begins here is forgotten soon. The cookie names nobody. */
export const isSharedComputer = (cookies: string | undefined): boolean => /(?:^|;\s*)mr_shared=yes(?:;|$)/.test(cookies ?? '')

/** The `Set-Cookie` that remembers it for this browser, so that a PC at a counter begins with it every day; or forgets it. */
export const sharedComputerCookie = (shared: boolean, https: boolean): string => `${cookie}=${shared ? 'yes' : ''}; Path=/; Max-Age=${shared ? year : 0}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
