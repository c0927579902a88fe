/** From the form to the description and back. Pure. */
import type { Typed } from '@modellregion/kernel/rules'
import { HIGH_VALUE_REGULATION } from '../check/high-value.ts'
import type { CheckFinding } from '../check/schema.ts'
import { emptyDataService } from '../dcat/empty.ts'
import type { Contact, DataService, DatasetSeries, Iri, Organisation } from '../dcat/schema.ts'
import type { Member, SeriesForm, ServiceForm } from './schema.ts'

type Office = { title: string; uri: string | null; homepage: string | null; email: string | null }

/** The publishing office as a description names it. */
export function publisherOf({ title, uri, homepage, email }: Office): Organisation {
  return { ...(uri !== null && { uri }), name: { de: title }, type: 'http://purl.org/adms/publishertype/LocalAuthority', ...(homepage !== null && { homepage }), ...(email !== null && { email }) }
}

const contactOf = (office: Office, mail: string | undefined): Contact[] => {
  const email = mail ?? office.email ?? undefined
  if (email === undefined && office.homepage === null) return []
  return [{ kind: 'Organization', name: office.title, ...(email !== undefined && { email }), ...(office.homepage !== null && { url: office.homepage }) }]
}

const legislationOf = (categories: readonly Iri[]): Iri[] => (categories.length > 0 ? [HIGH_VALUE_REGULATION] : [])
const listed = (value: string | undefined): string[] => (value === undefined ? [] : [value])

/** @param day of the change, `2026-03-04` */
export function seriesOf(form: SeriesForm, office: Office, day: string, issued = day): DatasetSeries {
  return {
    title: { de: form.title }, description: { de: form.description }, publisher: publisherOf(office), contactPoint: contactOf(office, form.contactMail), spatial: [], temporal: [], issued, modified: day,
    ...(form.accrualPeriodicity !== undefined && { accrualPeriodicity: form.accrualPeriodicity }), applicableLegislation: legislationOf(form.hvdCategory), hvdCategory: form.hvdCategory, extra: [],
  }
}

export function serviceOf(form: ServiceForm, office: Office, day: string, issued = day): DataService {
  return {
    ...emptyDataService, title: { de: form.title }, description: { de: form.description }, publisher: publisherOf(office), contactPoint: contactOf(office, form.contactMail), endpointURL: [form.endpointURL],
    endpointDescription: listed(form.endpointDescription), page: listed(form.page), format: listed(form.format), ...(form.license !== undefined && { license: form.license }),
    accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC', applicableLegislation: legislationOf(form.hvdCategory), hvdCategory: form.hvdCategory, issued, modified: day,
  }
}

/** What the form shows of an entry that exists. */
export function typedOfEntry(document: DatasetSeries | DataService, organisation: string, members: readonly Pick<Member, 'name'>[]): Typed {
  const service = 'endpointURL' in document ? document : undefined
  return {
    title: document.title['de'] ?? '', description: document.description['de'] ?? '', organisation, contactMail: document.contactPoint[0]?.email ?? '', hvdCategory: document.hvdCategory ?? [], datasets: members.map(({ name }) => name).join('\n'),
    ...('accrualPeriodicity' in document && { accrualPeriodicity: document.accrualPeriodicity ?? '' }),
    ...(service && { endpointURL: service.endpointURL[0] ?? '', endpointDescription: service.endpointDescription[0] ?? '', page: service.page[0] ?? '', format: service.format[0] ?? '', license: service.license ?? '' }),
  }
}

/** Short names of datasets, one a line, each once; a line may be the address of the dataset's page. */
export function namesIn(text: string | undefined): string[] {
  const names = (text ?? '').split('\n').map((line) => line.trim().replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? '')
  return [...new Set(names.filter((name) => name !== ''))]
}

/** The field of the form that a finding about the description belongs to. */
export function fieldOf({ field }: CheckFinding): string {
  const name = field.split(/[.[]/)[0] ?? field
  return name === 'contactPoint' ? 'contactMail' : name === 'applicableLegislation' ? 'hvdCategory' : name === 'publisher' ? 'organisation' : name
}
