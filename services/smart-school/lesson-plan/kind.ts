import type { ReuseFinding, ReuseItem, ReuseKind } from '@modellregion/contracts'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { blame, findingsOfFiles, inBoth, isRefused, textFile, textIn } from '../reuse-kind/files.ts'
import { installPlan, planHref, planOf } from './desk.ts'
import { findPlanVersion, findTownPlan, listOpenSources } from './queries.ts'
import { readPlan } from './rules/read.ts'
import { planIdOf } from './rules/write.ts'
import { mostLetters, type LessonPlan, type PlanLicence } from './schema.ts'
import { faultText } from './say.ts'
import { shippedPlans } from './shipped.ts'

const file = 'plan.md'
const spdx: Record<PlanLicence, string> = { 'CC BY 4.0': 'CC-BY-4.0', 'CC0 1.0': 'CC0-1.0' }

/** Plans are German; a catalogue that is read in English names the shipped ones at least. */
const englishTitles: Readonly<Record<string, string>> = {
  'bytes-zum-sprechen-bringen': 'Making bytes speak: a codec',
  'luegen-mit-diagrammen': 'Lying with charts',
  'pflanzen-und-co2': 'Plants and CO₂',
  'standby-in-der-nacht': 'Standby at night',
  'wann-muessen-wir-lueften': 'When do we have to air the room?',
  'was-verraet-co2-ueber-uns': 'What does CO₂ tell about us?',
  'wie-viel-wasser-laeuft-nachts': 'How much water runs at night?',
}

const itemOf = (plan: LessonPlan, source: string): ReuseItem => ({
  ref: plan.id,
  class: 'templates-and-procedures',
  title: { de: plan.title, en: englishTitles[plan.id] ?? plan.title },
  summary: { de: plan.summary, en: plan.summary },
  licence: spdx[plan.licence],
  version: plan.version,
  languages: ['de'],
  files: [textFile(file, 'text/markdown', source)],
  href: planHref(plan.id),
})

function check(item: ReuseItem): ReuseFinding[] {
  const files = findingsOfFiles(item, { [file]: mostLetters })
  if (isRefused(files)) return files
  const read = readPlan(textIn(item, file))
  if (!read.ok) return read.faults.map((fault) => blame((t) => faultText(t, fault), { path: file, line: fault.line }))
  const { licence } = read.plan
  return item.licence === spdx[licence] ? [] : [blame((t) => t('reuse-kind.licence', { item: item.licence, file: licence }), { path: file }, 'warning')]
}

const unit = <T>(platform: Platform, town: { readonly id: string }, access: 'read' | 'write', now: Date, work: (db: UnitOfWork) => Promise<T>, actor?: string): Promise<T> =>
  platform.database.unit({ tenant: town.id, service: 'smart-school', access, now, ...(actor !== undefined && { actor }) }, work)

/** Lesson plans travel as the one file that they are. What is installed stands in the list of plans and can be changed there. */
export const lessonPlanKind: ReuseKind<Platform> = {
  id: 'lesson-plan',
  title: { de: 'Unterrichtsentwurf', en: 'Lesson plan' },
  use: { de: 'Steht danach bei den Entwürfen der Kommune. Lehrkräfte können ihn ändern, drucken und Versuche daraus starten.', en: 'Stands among the town’s lesson plans afterwards. Teachers can change and print it and start experiments from it.' },
  shipped: () => shippedPlans().map(({ plan, source }) => itemOf(plan, source)),
  list: async (platform, town, now) => (await unit(platform, town, 'read', now, (db) => listOpenSources(db))).map(({ id, source }) => itemOf(planOf(id, source), source)),
  read: (platform, town, ref, now) =>
    unit(platform, town, 'read', now, async (db) => {
      const plan = await findTownPlan(db, ref)
      const version = plan && plan.retiredAt === null ? await findPlanVersion(db, ref, plan.version) : undefined
      return version && { ...itemOf(planOf(ref, version.source), version.source), state: String(version.version) }
    }),
  check,
  install: async (platform, town, { key, item, into, over, actor }, now) => {
    const findings = check(item)
    if (isRefused(findings)) return { ok: false, findings }
    const source = textIn(item, file)
    const note = inBoth((t) => t('lesson-plan.installed-note', { version: item.version })).de
    const id = await unit(platform, town, 'write', now, (db) => installPlan(db, { id: planIdOf(item.title.de, key), source, note, installKey: key }, into, over), actor)
    if (id === undefined) return { ok: false, changed: true, findings: [] }
    return { ok: true, ref: id, href: planHref(id) }
  },
}
