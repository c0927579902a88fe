/**
 * What this service may leave in a browser begins with these names, so that the quick exit finds all of it: keys in sessionStorage and
 * localStorage, names of IndexedDB databases, names of caches. Nothing is kept unless the person asks for it.
 */
export const tracesOf = { prefix: 'help-chat', scopes: ['/help-chat', '/assets/'], caches: 'notes' } as const

/** Beginning of the addresses of this service. */
export const trail = '/help-chat'

/** Where the quick exit leads first; from there the server sends on to the town's neutral page. */
export const exitHref = '/help-chat/exit'
/** The same for somebody who has installed the app: the program stays, everything personal goes. */
export const keptExitHref = '/help-chat/exit?keep=1'

/** The Trusted Types policy of these pages; see `trusted.ts`. */
export const policyName = 'help-chat'
