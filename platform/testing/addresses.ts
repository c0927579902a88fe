/** Addresses of a server by role; `{database}` stands where the name of the database goes. */
export type ServerAddresses = { superuser: string; owner: string; app: string; jobs: string }

export const placeholder = '{database}'

export const addressOf = (template: string, database: string): string => template.replace(placeholder, database)

/** A foreign server: the database in the address is only the one through which others are created. */
export function foreignAddresses(env: Record<string, string | undefined>): ServerAddresses | undefined {
  const url = env['DATABASE_URL']
  if (!url) return undefined
  const owner = withPlaceholder(env['DATABASE_OWNER_URL'] ?? url)
  return { superuser: owner, owner, app: withPlaceholder(url), jobs: withPlaceholder(env['DATABASE_JOBS_URL'] ?? url) }
}

// Not `new URL()`: addresses of a unix socket have no host and are refused by it.
function withPlaceholder(url: string): string {
  const parts = /^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*(\?.*)?$/.exec(url)
  if (!parts) throw new Error('DATABASE_URL must read postgres://user:password@host:port/database.')
  return `${parts[1]}${placeholder}${parts[2] ?? ''}`
}
