import type { Platform, Tenant } from '@modellregion/kernel'
import type { NewEntry } from '../shelf/schema.ts'
import { addVersion, keepEntry } from '../shelf/keep.ts'
import { findEntry } from '../shelf/queries.ts'
import { reportedClasses, reportedProjects } from '../programme/report/read-report.ts'
import { upsertSupplier } from '../catalogue/queries.ts'
import { entryFrom } from '../catalogue/rules/entry-form.ts'
import { shippedId } from '../catalogue/rules/shipped.ts'
import { beginningOf } from '../catalogue/rules/text.ts'
import { placeShipped } from '../catalogue/shipped.ts'
import { demoEntries, demoSuppliers, type DemoSupplier } from './catalogue-entries.ts'

const day = 86_400_000
/** The town whose report is in the repository. */
const reportingTown = 'aachen'
const reportSource = 'Abschlussbericht Förderkulisse „Digitale Modellregion“ der Stadt Aachen, Juli 2023'

/** The same entry of the demonstration has the same id everywhere, for journeys and the check of pages. */
export const demoEntryId = (town: string, key: string): string => shippedId(`demo ${town}`, key)

/** What the platform ships, and entries and suppliers of a demonstration town. Repeatable: what somebody changed later stays so. */
export async function seedCatalogue(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  await placeShipped(platform, now)
  await seedEntries(platform, tenant, now)
  if (tenant.id === reportingTown) await seedPromises(platform, tenant, now)
  await seedSuppliers(platform, tenant, now)
}

async function seedEntries(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  for (const { key, daysAgo, form, versions } of demoEntries[tenant.id] ?? []) {
    const id = demoEntryId(tenant.id, key)
    const isNew = await unit(platform, tenant, new Date(now.getTime() - daysAgo * day), async (db) => {
      if (await findEntry(db, id)) return false
      await keepEntry(db, entryFrom(form, { id, published: true, kind: 'reading', itemRef: null, service: null, languages: [] }))
      return true
    })
    if (!isNew) continue
    for (const { daysAgo: age, ...version } of versions) await unit(platform, tenant, new Date(now.getTime() - age * day), (db) => addVersion(db, id, version))
  }
}

// What the report promises to pass on, in its own words: the promise is real, the thing itself lies with the project.
async function seedPromises(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 120 * day)
  for (const { project } of reportedProjects())
    for (const [index, promise] of project.promises.entries()) {
      const id = demoEntryId(tenant.id, `${project.slug} ${promise.class} ${index}`)
      const name = reportedClasses.find((one) => one.class === promise.class)?.name ?? promise.class
      const entry: NewEntry = {
        id, published: true, class: promise.class, kind: 'reading', itemRef: null, title: { de: `„${project.name}“: ${name}` }, summary: { de: beginningOf(promise.text, 240) }, problem: '',
        description: `## Wortlaut des Berichts\n\n${promise.text}\n\nQuelle: ${reportSource}, Projekt „${project.name}“, Abschnitt „Übertragbarkeit“.`,
        licence: 'NOASSERTION', languages: ['de'], topics: [], origin: 'own', sourceUrl: project.links.find(({ url }) => url.startsWith('https://'))?.url ?? null, pageUrl: null,
        contact: { office: 'Stadt Aachen, Projektbüro' }, effort: {}, cost: {}, service: project.service, project: project.slug,
      } // prettier-ignore
      await unit(platform, tenant, at, async (db) => void ((await findEntry(db, id)) ?? (await keepEntry(db, entry))))
    }
}

async function seedSuppliers(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const suppliers = demoSuppliers[tenant.id] ?? []
  await unit(platform, tenant, now, async (db) => {
    for (const { key, helps, ...supplier } of suppliers) await upsertSupplier(db, { ...supplier, id: demoEntryId(tenant.id, `supplier ${key}`), published: true, entries: helps.map((one) => helpedId(tenant.id, one)) })
  })
}

const helpedId = (town: string, one: DemoSupplier['helps'][number]): string => (typeof one === 'string' ? demoEntryId(town, one) : shippedId(one.kind, one.ref))

const unit = <T>(platform: Platform, tenant: Tenant, now: Date, work: Parameters<typeof platform.database.unit<T>>[1]): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now }, work)
