import type { DatasetFeed } from '@modellregion/contracts'
import type { Platform, Tenant } from '@modellregion/kernel'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import type { FileVersion } from '../version/schema.ts'

const authority = 'http://publications.europa.eu/resource/authority'
const licences = { 'dl-zero-de': 'dl-zero-de/2.0', 'dl-by-de': 'dl-by-de/2.0', 'cc-zero': 'cc-zero', 'cc-by': 'cc-by/4.0' } as const

/** The description of a dataset that a service gives, in the terms of DCAT-AP.de. `modified` is the day of the last change of its rows. */
export function documentOf(feed: DatasetFeed<Platform>, tenant: Tenant, files: readonly { distributionId: string; version: FileVersion }[], modified: string): Dataset {
  const publisher = { name: { de: `${tenant.kind} ${tenant.name}` } }
  const license = `http://dcat-ap.de/def/licenses/${licences[feed.licence]}`
  return {
    ...emptyDataset,
    title: { ...feed.title },
    description: { ...feed.description },
    keyword: { de: feed.keywords.de, en: feed.keywords.en },
    theme: [`${authority}/data-theme/${feed.theme}`],
    publisher,
    contactPoint: [{ kind: 'Organization', organisationName: publisher.name.de, email: tenant.contact.mail }],
    accrualPeriodicity: `${authority}/frequency/${feed.refresh.toUpperCase()}`,
    accessRights: `${authority}/access-right/PUBLIC`,
    language: [`${authority}/language/DEU`],
    spatial: [{ label: { de: tenant.name } }],
    modified,
    distribution: feed.files.flatMap((file) => {
      const found = files.find(({ version }) => version.name === fileName(feed, file.id))
      if (!found) return []
      return {
        ...emptyDistribution,
        id: found.distributionId,
        versionId: found.version.id,
        title: { ...file.title },
        format: `${authority}/file-type/CSV`,
        mediaType: 'text/csv',
        license,
        byteSize: found.version.byteSize,
        language: [`${authority}/language/DEU`],
        ...(feed.licence.includes('by') && { licenseAttributionByText: { de: publisher.name.de } }),
      }
    }),
  }
}

export const fileName = (feed: Pick<DatasetFeed<Platform>, 'id'>, file: string): string => `${feed.id}-${file}.csv`
