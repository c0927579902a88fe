import type { Tenant } from '@modellregion/kernel'
import { idOfFile } from '../dataset/record.ts'
import type { OrganisationRow } from '../dataset/schema.ts'
import { emptyDataset } from '../dcat/empty.ts'
import type { Dataset, Organisation } from '../dcat/schema.ts'
import { placeText, places } from './places.ts'

const german = 'http://publications.europa.eu/resource/authority/language/DEU'
const isPublic = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC'
const municipality = 'http://dcat-ap.de/def/politicalGeocoding/Level/municipality'
const localAuthority = 'http://purl.org/adms/publishertype/LocalAuthority'
/** Who hands a town's data on to GovData, by the state in the first two digits of its key. */
const contributorOfState: Readonly<Record<string, string>> = { '05': 'http://dcat-ap.de/def/contributors/openNRW' }

/** What is true of every dataset of the town and need not be asked: its area, its language, who publishes and whom to ask. */
export function beginDataset(tenant: Pick<Tenant, 'name' | 'ags'>, organisation: OrganisationRow, title: string, from: Dataset = emptyDataset): Dataset {
  const contributor = contributorOfState[tenant.ags.slice(0, 2)]
  const said: Dataset = {
    ...from,
    title: { ...from.title, de: title },
    publisher: publisherOf(organisation),
    language: from.language.length > 0 ? from.language : [german],
    accessRights: from.accessRights ?? isPublic,
    contributorID: from.contributorID.length > 0 || contributor === undefined ? from.contributorID : [contributor],
    politicalGeocodingLevelURI: from.politicalGeocodingLevelURI.length > 0 ? from.politicalGeocodingLevelURI : [municipality],
    contactPoint: from.contactPoint.length > 0 ? from.contactPoint : [{ kind: 'Organization', organisationName: organisation.title, ...(organisation.email !== null && { email: organisation.email }) }],
  }
  return places.read(said).length > 0 ? said : places.write(said, [placeText({ key: tenant.ags, name: tenant.name })])
}

export const publisherOf = ({ title, uri, email, homepage }: OrganisationRow): Organisation => ({
  name: { de: title },
  type: localAuthority,
  ...(uri !== null && { uri }),
  ...(email !== null && { email }),
  ...(homepage !== null && { homepage }),
})

/** A published description as the start of its change: each file gets the id it is known by, so that it is recognised again. */
export const reopen = (id: string, document: Dataset): Dataset => ({ ...document, distribution: document.distribution.map((file, position) => ({ ...file, id: idOfFile(id, file, position) })) })

/** What of a description may serve the next one: everything but its files and what names and dates this one. */
export function asTemplate({ issued: _, modified: __, uri: ___, version: ____, ...document }: Dataset): Dataset {
  return { ...document, identifier: [], otherIdentifier: [], distribution: [], temporal: [], versionNotes: {}, hasVersion: [], isVersionOf: [] }
}
