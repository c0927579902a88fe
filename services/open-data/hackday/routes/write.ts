import { audit, get, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type UnitOfWork } from '@modellregion/kernel'
import { slugOf } from '../../dataset/record.ts'
import { refusedPage, formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { staffPage } from '../../staff/menu.ts'
import { findByName } from '../../request/names.ts'
import { findByNumber } from '../../request/queries.ts'
import { datasetNames, isPublic } from '../../request/rules.ts'
import { findShowcase, listShowcasesByIds } from '../../showcase/queries.ts'
import { WritePage } from '../pages/write.tsx'
import * as queries from '../queries.ts'
import { spanOf, typedOfHackday } from '../rules.ts'
import { ChallengeForm, HackdayForm, PartForm, ResultForm, type Hackday } from '../schema.ts'
import { ByName, dayOf } from './read.ts'

const create = { access: 'hackday.write', title: title(words, 'hackday.new') } as const
const change = { access: 'hackday.write', params: ByName, subject: dayOf, title: title(words, 'hackday.change') } as const
type Asks = Pick<Ask, 'say' | 'may' | 'csrf' | 'read' | 'url'>

/** Announcing a hackday, its challenges and its results. */
export const writeRoutes = [
  get('/open-data/hackday/new', create, async (ask) => await show(ask, undefined, { typed: { state: 'draft' } })),
  post('/open-data/hackday', create, async (ask) => await save(ask, undefined)),

  get('/open-data/hackday/:name/change', change, async (ask) => await show(ask, ask.subject, {})),
  post('/open-data/hackday/:name/change', change, async (ask) => await save(ask, ask.subject)),

  post('/open-data/hackday/:name/challenge', change, async (ask) => {
    const t = ask.say(words)
    const read = ask.form(ChallengeForm)
    if (!read.ok) return await show(ask, ask.subject, { typed: read.typed, errors: sentencesOf(ask, 'hackday', read.errors) })
    const { challengeTitle, text, datasets = '', request } = read.value
    const id = newId(ask.now)
    const errors = await ask.write(async (db): Promise<FormErrors | undefined> => {
      const { ids, unknown } = await findByName(db, datasetNames(datasets))
      if (unknown !== undefined) return { datasets: t('open-data.request.dataset-unknown', { name: unknown }) }
      const source = request === undefined ? undefined : await findByNumber(db, request)
      if (request !== undefined && !(source && isPublic(source.state))) return { request: t('open-data.request.original-unknown') }
      await queries.insertChallenge(db, ask.subject.id, { id, title: challengeTitle, text, datasetIds: ids, requestId: source?.id ?? null })
      return undefined
    })
    return errors ? await show(ask, ask.subject, { typed: read.typed, errors }) : back(ask)
  }),

  post('/open-data/hackday/:name/challenge/remove', change, async (ask) => {
    await ask.write((db) => queries.deleteChallenge(db, ask.subject.id, partOf(ask)))
    return back(ask)
  }),

  post('/open-data/hackday/:name/result', change, async (ask) => {
    const read = ask.form(ResultForm)
    if (!read.ok) return await show(ask, ask.subject, { typed: read.typed, errors: sentencesOf(ask, 'hackday', read.errors) })
    const found = await ask.write(async (db) => {
      const showcase = await findShowcase(db, datasetNames(read.value.showcase)[0] ?? '')
      if (showcase) await queries.insertResult(db, ask.subject.id, showcase.id)
      return showcase !== undefined
    })
    return found ? back(ask) : await show(ask, ask.subject, { typed: read.typed, errors: { showcase: ask.say(words)('open-data.hackday.showcase-unknown') } })
  }),

  post('/open-data/hackday/:name/result/remove', change, async (ask) => {
    await ask.write((db) => queries.deleteResult(db, ask.subject.id, partOf(ask)))
    return back(ask)
  }),
]

const back = ({ params }: { params: { name: string } }): Answer => seeOther(`/open-data/hackday/${params.name}/change?saved=1`)

function partOf({ form }: Pick<Ask, 'form'>): string {
  const read = form(PartForm)
  if (!read.ok) throw new NotFound()
  return read.value.part
}

async function save(ask: Asks & Pick<Ask, 'form' | 'write' | 'now'>, before: Hackday | undefined): Promise<Answer> {
  const t = ask.say(words)
  const read = ask.form(HackdayForm)
  if (!read.ok) return await show(ask, before, { typed: read.typed, errors: { ...sentencesOf(ask, 'hackday', read.errors), ...Object.fromEntries(read.errors.filter(({ field, code }) => code === 'wrong-form' && (field === 'from' || field === 'to')).map(({ field }) => [field, t('open-data.hackday.time-wrong')])) } })
  const { title: heading, place, programme, accessibility, seats = null, state } = read.value
  const span = spanOf(read.value)
  if (!span) return await show(ask, before, { typed: read.typed, errors: { to: t('open-data.hackday.ends-first') } })
  const id = before?.id ?? newId(ask.now)
  const name = await ask.write(async (db) => {
    const free = before?.name ?? (await freeName(db, heading, id))
    await queries.saveHackday(db, { id, name: free, title: heading, ...span, place, programme, accessibility, seats, state })
    await audit(db, { action: 'hackday.save', subject: `hackday/${free}`, detail: { state } })
    return free
  })
  return seeOther(`/open-data/hackday/${name}/change?saved=1`)
}

async function freeName(db: UnitOfWork, heading: string, id: string): Promise<string> {
  const wanted = slugOf(heading)
  // "new" is the address of the form.
  return wanted === 'new' || (await queries.isNameTaken(db, wanted)).yes ? `${wanted.slice(0, 71)}-${id.slice(-8)}` : wanted
}

async function show(ask: Asks, day: Hackday | undefined, state: FormState): Promise<Answer> {
  const t = ask.say(words)
  const typed = { ...(day && typedOfHackday(day)), ...state.typed }
  const parts = await ask.read(async (db) => ({
    challenges: day ? await queries.listChallenges(db, day.id) : [],
    results: day ? await listShowcasesByIds(db, (await queries.resultIds(db, day.id)).map(({ id }) => id)) : [],
  }))
  return page(
    WritePage,
    { ...formProps(ask, { ...state, typed }), day, saved: ask.url.searchParams.has('saved'), ...parts },
    staffPage(ask, { title: day?.title ?? t('hackday.new'), ...refusedPage(state) }),
  )
}
