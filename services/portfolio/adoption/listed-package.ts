import type { T } from '../locales/index.ts'
import type { Entry } from '../shelf/schema.ts'
import type { ListedPackage } from './pages/packages.tsx'
import type { PackageSource } from './queries/package.ts'
import { faultText, remedyText } from './say.ts'

/** A package as pages show it. */
export function listedPackage(t: T, source: PackageSource, entry: Entry | undefined): ListedPackage {
  const { entryId, fetchedFrom, checkedAt, readAt, failed, failedAbout } = source
  const address = fetchedFrom ?? entry?.sourceUrl ?? ''
  return {
    entryId, checkedAt, readAt,
    title: entry?.title ?? {},
    from: [entry?.contact.office, URL.canParse(address) ? new URL(address).host : ''].filter(Boolean).join(', '),
    isFetched: fetchedFrom !== null,
    failed: failed === null ? undefined : { why: faultText(t, { code: failed, about: failedAbout ?? '' }), remedy: remedyText(t, source) },
  }
}
