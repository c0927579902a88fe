import { demoAccountId, type Platform, type Tenant } from '@modellregion/kernel'
import type { ReuseItem } from '@modellregion/contracts'
import { add, localDate } from '@modellregion/standards'
import { unit, type Acting } from '../adoption/acting.ts'
import { beginInstallation } from '../adoption/begin.ts'
import { carryOut } from '../adoption/carry-out.ts'
import { settleEvidence } from '../adoption/evidence.ts'
import { findKind } from '../adoption/kinds.ts'
import { findOwnAdoption, findOwnAdoptionOf } from '../adoption/queries.ts'
import { keepReport } from '../adoption/report.ts'
import { shippedId } from '../catalogue/rules/shipped.ts'
import { addVersion, inCommons, keepEntry } from '../shelf/keep.ts'
import { findEntry, findEntryVersion, listEntriesOfKind } from '../shelf/queries.ts'
import { letters, survey, uses } from './adoption-texts.ts'

const day = 86_400_000
const documentKind = 'portfolio.document'
const giver = 'lindenhafen'
const taker = 'hohenried'

/** Ids of the demonstration, for journeys and the check of pages. */
export const demoAdoptionId = (key: string): string => shippedId('demo adoption', key)

/** Who uses what, and results that one town took over from others: one that both have changed since, one with a newer original, things of schools. Repeatable. */
export async function seedAdoption(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  await seedUses(platform, tenant, now)
  if (tenant.id !== taker || !platform.directory.byId(giver)) return
  const at = (town: string, daysAgo: number): Acting => ({ platform, town, now: new Date(now.getTime() - daysAgo * day), actor: demoAccountId(town, 'petra') })
  await seedStory(platform, at, 'survey', survey)
  await seedStory(platform, at, 'letters', letters)
  await seedShippedPlan(platform, tenant, at(taker, 40))
  for (const thing of schoolThings) await seedSchoolThing(platform, at, thing)
}

async function seedUses(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const readings = await inCommons(platform, 'read', now, (db) => listEntriesOfKind(db, 'reading'))
  for (const { service, monthsAgo, version, effortDays, once, yearly, worked, beware, office, email } of uses[tenant.id] ?? []) {
    const entry = readings.find((one) => one.service === service && one.class === 'licence-free-solution')
    if (!entry) continue
    const id = demoAdoptionId(`${tenant.id} ${service}`)
    const who: Acting = { platform, town: tenant.id, now, actor: demoAccountId(tenant.id, 'petra') }
    await unit(who, 'write', async (db) => {
      if (await findOwnAdoptionOf(db, entry.id)) return
      await keepReport(db, id, entry.id, { consent: 'named-report', state: 'running', since: add(localDate(now), { months: -monthsAgo }), versionLabel: version, effortDays, once, yearly, worked, beware, contactOffice: office, contactEmail: email })
    })
    await settleEvidence(platform, tenant.id, id, now)
  }
}

type Story = { readonly title: { de: string; en: string }; readonly summary: { de: string; en: string }; readonly first: string; readonly ours?: string; readonly second: string }
type At = (town: string, daysAgo: number) => Acting

async function seedStory(platform: Platform, at: At, key: string, story: Story): Promise<void> {
  const kind = kindIn(platform, giver, documentKind)
  const here = kindIn(platform, taker, documentKind)
  const entryId = demoAdoptionId(`entry ${key}`)
  const id = demoAdoptionId(`installation ${key}`)
  if (!kind || !here || (await unit(at(taker, 0), 'read', (db) => findOwnAdoption(db, id)))) return
  const item = (version: string, text: string): ReuseItem => ({ ref: `demo-${key}`, class: 'templates-and-procedures', title: story.title, summary: story.summary, licence: 'CC-BY-4.0', version, languages: ['de'], files: [{ path: 'text.md', mediaType: 'text/markdown', text }] })
  const made = await kind.install(platform, { id: giver }, { key: demoAdoptionId(`made ${key}`), item: item('1.0', story.first) }, at(giver, 120).now)
  if (!made.ok) throw new Error(`The document "${key}" of the demonstration is refused: ${JSON.stringify(made.findings)}`)
  await unit(at(giver, 119), 'write', async (db) => {
    if (await findEntry(db, entryId)) return
    await keepEntry(db, { id: entryId, published: true, class: 'templates-and-procedures', kind: documentKind, itemRef: made.ref, title: story.title, summary: story.summary, problem: '', description: '', licence: 'CC-BY-4.0', languages: ['de'], topics: ['Verwaltung'], origin: 'own', sourceUrl: null, pageUrl: null, contact: { office: 'Stabsstelle Digitales', email: 'digitales@lindenhafen.example.org' }, effort: { daysMin: 1, daysMax: 2 }, cost: { onceCents: 0 }, service: null, project: null })
    await addVersion(db, entryId, { label: '1.0', note: '', files: item('1.0', story.first).files })
  })
  await adopt(at(taker, 90), entryId, id, platform)
  const installed = await here.read(platform, { id: taker }, `demo-${key}`, at(taker, 60).now)
  if (installed && story.ours !== undefined) await here.install(platform, { id: taker }, { key: demoAdoptionId(`edited ${key}`), item: { ...installed, files: item('1.0', story.ours).files }, into: installed.ref }, at(taker, 60).now)
  await kind.install(platform, { id: giver }, { key: demoAdoptionId(`second ${key}`), item: item('1.1', story.second), into: made.ref }, at(giver, 20).now)
  await unit(at(giver, 20), 'write', (db) => addVersion(db, entryId, { label: '1.1', note: 'Nach den ersten drei Befragungen ergänzt.', files: item('1.1', story.second).files }))
}

/** Something that the platform ships, where the town uses the service that works with it. */
async function seedShippedPlan(platform: Platform, tenant: Tenant, who: Acting): Promise<void> {
  const lessonKind = 'smart-school.lesson-plan'
  const id = demoAdoptionId('installation plan')
  if (!findKind(platform, tenant, lessonKind) || (await unit(who, 'read', (db) => findOwnAdoption(db, id)))) return
  const [entry] = await inCommons(platform, 'read', who.now, (db) => listEntriesOfKind(db, lessonKind))
  if (entry) await adopt(who, entry.id, id, platform)
}

// What the schools of a third town made: a lesson plan and a codec, where both towns use the service that works with them.
const school = 'aachen'
const schoolThings = [
  { key: 'school-plan', kind: 'smart-school.lesson-plan', ref: 'lueftungsdienst-mit-regel-0000e5d1', topics: ['Schule', 'Raumluft'] },
  { key: 'school-codec', kind: 'smart-school.codec', ref: 'schulwerkstatt-bodenfuehler', topics: ['Schule', 'Sensoren'] },
] as const

async function seedSchoolThing(platform: Platform, at: At, { key, kind, ref, topics }: (typeof schoolThings)[number]): Promise<void> {
  const [there, here] = [kindIn(platform, school, kind), kindIn(platform, taker, kind)]
  const [entryId, id] = [demoAdoptionId(`entry ${key}`), demoAdoptionId(`installation ${key}`)]
  if (!there || !here || (await unit(at(taker, 0), 'read', (db) => findOwnAdoption(db, id)))) return
  const item = await there.read(platform, { id: school }, ref, at(school, 30).now)
  if (!item) return
  await unit(at(school, 30), 'write', async (db) => {
    if (await findEntry(db, entryId)) return
    const { class: of, title, summary, licence, languages, version, files } = item
    await keepEntry(db, { id: entryId, published: true, class: of, kind, itemRef: ref, title, summary, problem: '', description: '', licence, languages, topics, origin: 'own', sourceUrl: null, pageUrl: null, contact: { office: 'Schulverwaltung', email: 'schulverwaltung@aachen.example.org' }, effort: { daysMin: 1, daysMax: 1 }, cost: { onceCents: 0 }, service: 'smart-school', project: null })
    await addVersion(db, entryId, { label: version, note: '', files })
  })
  await adopt(at(taker, 15), entryId, id, platform)
}

const kindIn = (platform: Platform, town: string, id: string) => {
  const tenant = platform.directory.byId(town)
  return tenant && findKind(platform, tenant, id)?.kind
}

async function adopt(who: Acting, entryId: string, id: string, platform: Platform): Promise<void> {
  const { entry, version } = await unit(who, 'read', async (db) => ({ entry: await findEntry(db, entryId), version: await findEntryVersion(db, entryId, 1) }))
  const kind = entry && kindIn(platform, who.town, entry.kind)
  if (!entry || !version || !kind) return
  const begun = await unit(who, 'write', (db) => beginInstallation(db, { id, entry, version, kind, consent: 'named' }))
  const outcome = await carryOut(who, kind, begun.id)
  if (!outcome.ok) throw new Error(`The demonstration cannot take over ${entryId}: ${outcome.why} ${JSON.stringify(outcome.findings)}`)
}
