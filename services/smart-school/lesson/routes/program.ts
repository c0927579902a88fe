import { get, page, post, title, type Answer, type Ask } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { listFrames } from '../../ingest/queries.ts'
import { listDevices } from '../../store/queries.ts'
import { memberOf, type Member } from '../class.ts'
import { reachOfLeader, readPlaces } from '../measured.ts'
import { animalText } from '../pages/say.ts'
import { ChartLessonPage, CodecLessonPage, type ChartLessonProps, type CodecProps } from '../pages/program.tsx'
import { findProgram, saveProgram } from '../queries.ts'
import { barsOf, chartStarter, codecStarter, dataOf, hexOf, practicePoints, slipOf, withoutPresence, type ChartPoint } from '../rules/program.ts'
import { mayLook } from '../rules/state.ts'
import { decode, draw, runTests } from '../sandbox.ts'
import { ProgramForm, programLimit, type ProgramKind } from '../schema.ts'
import { homeCrumbs, ownSchools } from './staff.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'headers' | 'platform' | 'tenant' | 'read' | 'write' | 'now' | 'may' | 'actor' | 'form' | 'fields'>
// Each run costs a thread up to half a second; a school is one network.
const rate = { max: 240, per: 'hour' } as const
const titles = { codec: title(words, 'lesson.codec.title'), chart: title(words, 'lesson.chart.title') }

/** Pupils' programs: a codec against tests, a chart of their values. They run in the sandbox, for classes and teachers only. */
export const programRoutes = [
  get('/smart-school/lesson/codec', { access: 'anyone', title: titles.codec }, async (ask) => {
    const known = await whoOf(ask)
    return codecPage(ask, known, await programOf(ask, known, 'codec', codecStarter), undefined, undefined, await ownBytes(ask, known))
  }),
  post('/smart-school/lesson/codec', { access: 'anyone', title: titles.codec, rate }, async (ask) => {
    const known = await whoOf(ask)
    const read = readProgram(ask, codecStarter)
    const own = await ownBytes(ask, known)
    if (read.refusal !== undefined || !known.mayRun || read.isReset) return codecPage(ask, known, read.program, read.refusal, undefined, own)
    await keep(ask, known, 'codec', read.program)
    const results = await runTests(read.program, ask.now)
    const decoded: { hex: string; shown: string }[] = []
    for (const { hex, bytes } of own) {
      const called = await decode(read.program, bytes, ask.now)
      decoded.push({ hex, shown: called.ok ? JSON.stringify(dataOf(called.value) ?? null).slice(0, 200) : '–' })
    }
    return codecPage(ask, known, read.program, undefined, results, own, decoded)
  }),

  get('/smart-school/lesson/chart', { access: 'anyone', title: titles.chart }, async (ask) => {
    const known = await whoOf(ask)
    const { points, isPractice } = await pointsFor(ask, known)
    return chartPage(ask, known, await programOf(ask, known, 'chart', chartStarter), { points: points.length, isPractice })
  }),
  post('/smart-school/lesson/chart', { access: 'anyone', title: titles.chart, rate }, async (ask) => {
    const known = await whoOf(ask)
    const t = ask.say(pageWords)
    const read = readProgram(ask, chartStarter)
    const { points, isPractice } = await pointsFor(ask, known)
    const about = { points: points.length, isPractice }
    if (read.refusal !== undefined || !known.mayRun || read.isReset) return chartPage(ask, known, read.program, about, read.refusal)
    await keep(ask, known, 'chart', read.program)
    const called = await draw(read.program, points, ask.now)
    if (!called.ok) return chartPage(ask, known, read.program, about, undefined, { slip: slipOf(called) }, called.log ?? [])
    const bars = barsOf(called.value)
    return chartPage(ask, known, read.program, about, undefined, bars.ok ? bars : { problem: t(`lesson.chart.problem.${bars.reason}`, { at: bars.at ?? 0 }) }, called.log)
  }),
]

type Known = { member: Member | undefined; mayRun: boolean }
async function whoOf(ask: Asks): Promise<Known> {
  const member = await memberOf(ask)
  return { member, mayRun: member !== undefined || ask.may('experiment.start') }
}

function readProgram(ask: Pick<Asks, 'form' | 'fields' | 'say'>, starter: string): { program: string; refusal: string | undefined; isReset: boolean } {
  if (ask.fields().has('reset')) return { program: starter, refusal: undefined, isReset: true }
  const form = ask.form(ProgramForm)
  const t = ask.say(pageWords)
  if (form.ok) return { program: form.value.program, refusal: undefined, isReset: false }
  const typed = String(form.typed['program'] ?? '')
  return { program: typed, refusal: t(typed === '' ? 'smart-school.lesson.program-empty' : 'smart-school.lesson.program-long', { limit: programLimit }), isReset: false }
}

async function programOf(ask: Asks, { member }: Known, kind: ProgramKind, starter: string): Promise<string> {
  if (!member?.group) return starter
  const { experiment, group } = member
  return (await ask.read((db) => findProgram(db, experiment.id, group.animal, kind)))?.program ?? starter
}

async function keep(ask: Asks, { member }: Known, kind: ProgramKind, program: string): Promise<void> {
  if (!member?.group) return
  const { experiment, group } = member
  await ask.write((db) => saveProgram(db, experiment.id, group.animal, kind, program))
}

type OwnBytes = { hex: string; bytes: number[] }
const mostOwn = 4

/**
 * Bytes of a sensor of the class's own school from the last night between 1 and 5 o'clock, when nobody is there, and without movement: real, and telling
 * nothing about anybody. Which room it is, is not said, so that a blind experiment stays blind.
 */
async function ownBytes(ask: Asks, { member }: Known): Promise<OwnBytes[]> {
  return await ask.read(async (db) => {
    const schoolId = member?.experiment.schoolId ?? (ask.may('experiment.start') ? (await ownSchools(db, ask.actor))[0]?.id : undefined)
    if (schoolId === undefined) return []
    const devices = (await listDevices(db)).filter((one) => one.schoolId === schoolId && one.codec?.startsWith('elsys-') === true && one.state === 'active').slice(0, 5)
    const today = localDate(ask.now)
    for (const device of devices)
      for (const night of [today, addDays(today, -1)]) {
        const frames = await listFrames(db, device.devEui, instantAt(night, 1), instantAt(night, 5), 40)
        const own = frames.flatMap(({ payload }) => {
          const bytes = withoutPresence(payload)
          return bytes ? [{ hex: hexOf(bytes), bytes }] : []
        })
        if (own.length > 0) return own.filter(({ hex }, at) => own.findIndex((one) => one.hex === hex) === at).slice(0, mostOwn)
      }
    return []
  })
}

/** The class's own values when it may look, else invented ones for practice. Rooms are letters. */
async function pointsFor(ask: Asks, { member }: Known): Promise<{ points: readonly ChartPoint[]; isPractice: boolean }> {
  const practice = { points: practicePoints, isPractice: true }
  if (!member?.group || !mayLook(member.experiment, member.group.hypothesis !== '', ask.now)) return practice
  const { experiment } = member
  const reach = await reachOfLeader(ask.platform, ask.tenant.id, experiment)
  const places = await ask.read((db) => readPlaces(db, experiment, reach, experiment.quantities[0] ?? 'co2'))
  const points = places.flatMap(({ letter, values }) => values.flatMap(({ slot, value }) => (value === null ? [] : [{ day: slot.day, lesson: slot.lesson, room: letter, value: Math.round(value * 100) / 100 }])))
  return points.length === 0 ? practice : { points, isPractice: false }
}

const options = (ask: Asks, known: Known, here: string, failed: boolean) => ({ frame: 'text', noindex: true, private: known.mayRun, crumbs: homeCrumbs(ask.say(pageWords), here), ...(failed && { status: 422, hasErrors: true }) }) as const
const common = (ask: Asks, known: Known, program: string, refusal: string | undefined) => {
  const t = ask.say(pageWords)
  return { t, csrf: ask.csrf(), program, refusal, mayRun: known.mayRun, group: known.member?.group && animalText(t, known.member.group.animal) }
}

function codecPage(ask: Asks, known: Known, program: string, refusal: string | undefined, results: CodecProps['results'], own: readonly OwnBytes[], decoded?: CodecProps['own']): Answer {
  const shown = decoded ?? own.map(({ hex }) => ({ hex, shown: ask.say(pageWords)('lesson.codec.not-run') }))
  return page(CodecLessonPage, { ...common(ask, known, program, refusal), results, own: shown, ownKnown: known.mayRun }, options(ask, known, ask.say(pageWords)('lesson.codec.title'), refusal !== undefined))
}

function chartPage(ask: Asks, known: Known, program: string, about: Pick<ChartLessonProps, 'points' | 'isPractice'>, refusal?: string, drawn?: ChartLessonProps['drawn'], log: readonly string[] = []): Answer {
  return page(ChartLessonPage, { ...common(ask, known, program, refusal), ...about, drawn, log }, options(ask, known, ask.say(pageWords)('lesson.chart.title'), refusal !== undefined))
}
