import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, isSchoolDay, localDate, weekday, type PlainDate } from '@modellregion/standards'
import { firstSchoolAt } from '../place/queries.ts'
import { startExperiment } from '../lesson/experiment.ts'
import { decidePublication, findGroup, insertGroup, insertPublication, insertValue, setClosed, setConclusion, setGroupConclusion, setGroupHypothesis, setUnblinded, type NewExperiment } from '../lesson/queries.ts'
import { publishedOf } from '../lesson/rules/evaluate.ts'
import { slotsOf } from '../lesson/rules/slots.ts'
import { codeUntilOf, letterOf } from '../lesson/rules/state.ts'
import { meanOf } from '../lesson/rules/statistics.ts'
import { newClassCode } from '../lesson/seal.ts'
import type { Place } from '../lesson/schema.ts'
import { demoDevices } from './devices.ts'
import { demoClassCode } from './lesson-code.ts'
import { measureDay } from './measure.ts'
import { demoThings } from './places.ts'
import { schoolPlans } from './school-plans.ts'

export const demoExperiments = { running: '0193e000-0000-7000-8000-00000000e5a1', finished: '0193e000-0000-7000-8000-00000000e5a2' } as const
const publication = '0193e000-0000-7000-8000-00000000e5b1'
export const demoPublications = { energy: '0193e000-0000-7000-8000-00000000e5b2', air: '0193e000-0000-7000-8000-00000000e5b3' } as const
const value = (at: number): string => `0193e000-0000-7000-8000-00000000e5c${at}`
const slug = 'ggs-roetgen'

/**
 * Two experiments of a primary school: one that runs blind, with three groups and their hypotheses, and one that is finished and published. Each step is
 * repeatable; what somebody changed later stays.
 */
export async function seedLesson(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const lena = demoAccountId(tenant.id, 'lena')
  const write = <T>(at: Date, actor: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now: at, actor }, work)
  const found = await write(now, lena, async (db) => ({ first: await firstSchoolAt(db), things: await demoThings(db, slug) }))
  const school = found.things.get('school')
  if (!found.first || !school) return
  const anchor = localDate(found.first)
  const rooms = ['001', '101', '102'].flatMap((code) => found.things.get(code)?.id ?? [])
  if (rooms.length < 2) return
  const code = await newClassCode(platform, tenant.id, demoExperiments.running, demoClassCode)
  const running = runningOf(anchor, school.id, lena, rooms, code)
  await write(found.first, lena, async (db) => {
    await startExperiment(db, running)
    await hypotheses(db, running.id, [
      ['fuchs', 'Raum B hat die schlechteste Luft, weil er am kleinsten ist.'],
      ['eule', 'Alle Räume sind gleich, weil überall etwa gleich viele Kinder sind.'],
      ['otter', 'Raum A, weil dort die Fenster nur kippen.'],
    ])
    for (const [at, [animal, letter, number]] of ([['fuchs', 'A', 24], ['fuchs', 'B', 22], ['eule', 'C', 25]] as const).entries()) await insertValue(db, running.id, { id: value(at), animal, column: 0, letter, day: addDays(anchor, -1), number })
  })
  const monday = pastWeek(anchor)
  const finished = finishedOf(monday, anchor, school.id, lena, rooms.slice(0, 2))
  const before = instantAt(addDays(monday, -3), 9)
  await write(before, lena, async (db) => {
    await startExperiment(db, finished)
    await hypotheses(db, finished.id, [
      ['biber', 'Der Raum mit den Pflanzen hat weniger CO₂.'],
      ['igel', 'Man merkt keinen Unterschied, weil die Pflanzen zu klein sind.'],
    ])
  })
  await write(instantAt(addDays(monday, 14), 11), lena, async (db) => {
    if ((await setClosed(db, finished.id)) === 0) return
    await setUnblinded(db, finished.id)
    await setConclusion(db, finished.id, conclusion, 'Zehn Pflanzen sind schön, ersetzen aber das Lüften nicht. Ein Versuch ohne Unterschied ist auch ein Ergebnis.')
    await setGroupConclusion(db, finished.id, 'igel', 'Unsere Vermutung passt: Der Unterschied schwankt mehr, als die Pflanzen ausmachen könnten.')
    await insertPublication(db, { id: publication, schoolId: school.id, kind: 'experiment', experimentId: finished.id, scope: [], from: finished.from, licence: 'cc-by', proposedBy: lena })
  })
  const content = publishedOf({ ...finished, conclusion, learned: '', unblindedAt: null, closedAt: null, createdAt: before }, [], placesOf(finished, anchor))
  const selma = demoAccountId(tenant.id, 'selma')
  await write(instantAt(addDays(monday, 15), 10), selma, async (db) => {
    const series = { schoolId: school.id, experimentId: null, licence: 'dl-zero-de', proposedBy: lena } as const
    await insertPublication(db, { ...series, id: demoPublications.energy, kind: 'energy', scope: ['electricity', 'heat', 'water'], from: addDays(anchor, -60) })
    await insertPublication(db, { ...series, id: demoPublications.air, kind: 'air', scope: [], from: addDays(anchor, -60) })
    for (const id of Object.values(demoPublications)) await decidePublication(db, id, 'consented', selma, null)
  })
  await write(instantAt(addDays(monday, 15), 10), selma, (db) => decidePublication(db, publication, 'consented', selma, content))
}

const conclusion = 'Die Räume unterscheiden sich, aber der Unterschied wechselt von Tag zu Tag. Wir können nicht sagen, dass er von den Pflanzen kommt.'

async function hypotheses(db: UnitOfWork, id: string, all: readonly (readonly [string, string])[]): Promise<void> {
  for (const [animal, text] of all) {
    await insertGroup(db, id, animal)
    if ((await findGroup(db, id, animal))?.hypothesis === '') await setGroupHypothesis(db, id, animal, text)
  }
}

type Code = { hash: string; sealed: string }
const shared = { plan: null, quantities: ['co2'], times: 'lessons', reveal: 'end', blind: true, keepWeeks: 52 } as const

const runningOf = (today: PlainDate, schoolId: number, accountId: string, thingIds: readonly number[], { hash, sealed }: Code): NewExperiment => ({
  ...shared,
  id: demoExperiments.running,
  schoolId,
  accountId,
  title: 'Luft in drei Räumen',
  question: 'In welchem Raum ist die Luft im Unterricht am längsten schlecht?',
  hypothesis: '',
  plan: 'wann-muessen-wir-lueften',
  mkr: ['1.2', '2.2', '4.1'],
  quantities: ['co2', 'temperature'],
  // As if drawn by lot: the second, the third, the first.
  thingIds: [...thingIds.slice(1), ...thingIds.slice(0, 1)],
  comparison: 'above',
  band: 1_000,
  from: addDays(today, -3),
  until: addDays(today, 11),
  ownColumns: [{ label: 'Kinder beim Lüften', unit: '' }],
  codeHash: hash,
  codeSealed: sealed,
  codeUntil: codeUntilOf({ until: addDays(today, 360) }), // a demonstration stands for a year
  deleteOn: addDays(today, 365),
})

const finishedOf = (monday: PlainDate, today: PlainDate, schoolId: number, accountId: string, thingIds: readonly number[]): NewExperiment => ({
  ...shared,
  id: demoExperiments.finished,
  schoolId,
  accountId,
  title: 'Pflanzen und Luft',
  question: 'Ist die Luft in einem Raum mit vielen Pflanzen besser?',
  hypothesis: 'Der Raum mit Pflanzen hat im Mittel weniger CO₂.',
  plan: 'pflanzen-und-co2',
  mkr: ['2.3', '4.1', '5.1'],
  thingIds,
  comparison: 'mean',
  band: null,
  from: monday,
  until: addDays(monday, 11),
  ownColumns: [],
  codeHash: null,
  codeSealed: null,
  codeUntil: null,
  deleteOn: addDays(today, 365),
})

/** A Monday two weeks or more ago from which two weeks have at least eight school days. */
function pastWeek(today: PlainDate): PlainDate {
  for (let monday = addDays(today, 1 - weekday(today) - 21); ; monday = addDays(monday, -7)) if (Array.from({ length: 12 }, (_, at) => addDays(monday, at)).filter((day) => isSchoolDay(day)).length >= 8) return monday
}

/** What the devices said in that time by the model of the demonstration: the history itself is written in the background of a real start. */
function placesOf(experiment: NewExperiment, anchor: PlainDate): Place[] {
  const plan = schoolPlans.find((one) => one.slug === slug)
  if (!plan) return []
  const slots = slotsOf('lessons', experiment.from, experiment.until, plan.lessons, (day) => isSchoolDay(day))
  return ['001', '101'].map((room, at) => {
    const device = demoDevices.find(({ school, at: where }) => school === slug && where === room)
    const days = new Map([...new Set(slots.map(({ day }) => day))].map((day) => [day, device ? measureDay(plan, device, room, day, anchor, { co2: 15 }).filter(({ channel }) => channel === 'co2') : []]))
    return {
      letter: letterOf(at),
      name: undefined,
      values: slots.map((slot) => {
        const measured = (days.get(slot.day) ?? []).filter((one) => one.at >= slot.from && one.at < slot.until).map(({ number }) => number)
        return { slot, value: meanOf(measured) ?? null, above: null, count: measured.length }
      }),
    }
  })
}
