/** Addresses of an account. */
export const accountHref = (project: string, more = ''): string => `/portfolio/grant/${project}${more}`

/** For the page of a project, whoever may read accounts. `key` is a word of this room. */
export const grantLinksOf = (project: string): readonly { readonly href: string; readonly key: 'grant.link.account' | 'grant.link.bookings' | 'grant.link.statements' }[] => [
  { href: accountHref(project), key: 'grant.link.account' },
  { href: accountHref(project, '/booking'), key: 'grant.link.bookings' },
  { href: accountHref(project, '/statement'), key: 'grant.link.statements' },
]

/** Rates of interest of the town. Beside the accounts, because each word behind `/grant/` is a project. */
export const rateHref = '/portfolio/grant-rate'
