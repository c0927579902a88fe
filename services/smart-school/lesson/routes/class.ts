import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { addDays, localDate, partsOf, plainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { demoClassCode } from '../../demo/lesson-code.ts'
import { classCookie, enterClass, memberOf, type Member } from '../class.ts'
import { reachOfLeader } from '../measured.ts'
import { ClassPage, EnterPage, GroupPage } from '../pages/class.tsx'
import { deleteValue, findGroup, insertGroup, insertValue, listGroups, listValues, setGroupConclusion, setGroupHypothesis } from '../queries.ts'
import { isAnimal } from '../rules/class-code.ts'
import { letterOf, mayLook, mayWriteHypothesis } from '../rules/state.ts'
import { ClassCodeForm, mostGroups, mostValues, TextForm, textLimit, ValueForm, type Group } from '../schema.ts'
import { readResults } from './staff.ts'
import { csvAnswer } from './take.ts'
import { worksheetAnswer } from './worksheet.ts'

const heading = title(words, 'lesson.class.title')
const open = { access: 'anyone', title: heading } as const
const write = { ...open, rate: { max: 2_000, per: 'hour' } } as const // a school is one network with many classes
const frame = { frame: 'question', private: true, noindex: true } as const
type Asks = Pick<Ask, 'say' | 'csrf' | 'headers' | 'platform' | 'tenant' | 'read' | 'now'>
type InGroup = Member & { readonly group: Group }

const sure = (https: boolean, value: Parameters<typeof classCookie>[0]) => ({ 'set-cookie': classCookie(value, https) })

/** Everything a class does without accounts: with a code, in groups named after animals. */
export const classRoutes = [
  get('/smart-school/class', open, async (ask) => {
    const member = await memberOf(ask)
    if (!member) return enter(ask, {}, {})
    return member.group ? await show(ask, { ...member, group: member.group }, {}, {}) : await groups(ask, member)
  }),

  post('/smart-school/class', write, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(ClassCodeForm)
    if (!form.ok) return enter(ask, form.typed, errorsIn(t, form.errors, () => t('lesson.field.code')))
    const entered = await enterClass(ask, form.value.code)
    if (!entered.ok) return enter(ask, form.typed, { code: t(entered.reason === 'too-many' ? 'smart-school.lesson.too-many-codes' : 'smart-school.lesson.code-unknown') })
    return { ...seeOther('/smart-school/class'), headers: sure(ask.platform.config.https, { code: entered.code }) }
  }),

  post('/smart-school/class/group', write, async (ask) => {
    const member = await memberOf(ask)
    const { animal } = readAnimal(ask)
    if (!member) return seeOther('/smart-school/class')
    if (isAnimal(animal))
      await ask.write(async (db) => {
        const known = await listGroups(db, member.experiment.id)
        if (known.length < mostGroups) await insertGroup(db, member.experiment.id, animal)
      })
    return { ...seeOther('/smart-school/class'), headers: sure(ask.platform.config.https, { code: member.code, animal: isAnimal(animal) ? animal : undefined }) }
  }),

  post('/smart-school/class/leave', write, (ask) => ({ ...seeOther('/smart-school/class'), headers: sure(ask.platform.config.https, undefined) })),

  post('/smart-school/class/hypothesis', write, (ask) =>
    inGroup(ask, async (member) => {
      const t = ask.say(pageWords)
      const form = ask.form(TextForm)
      if (!form.ok) return await show(ask, member, form.typed, errorsIn(t, form.errors, () => t('lesson.class.expect')))
      const written = await ask.write(async (db) => {
        const now = await findGroup(db, member.experiment.id, member.group.animal)
        if (!now || !mayWriteHypothesis(member.experiment, now.hypothesis, db.now)) return false
        await setGroupHypothesis(db, member.experiment.id, member.group.animal, form.value.text)
        return true
      })
      return written ? seeOther('/smart-school/class#hypothesis') : await show(ask, member, form.typed, { text: t('smart-school.lesson.too-late') })
    }),
  ),

  post('/smart-school/class/conclusion', write, (ask) =>
    inGroup(ask, async (member) => {
      const t = ask.say(pageWords)
      const form = ask.form(Type.Object({ conclusion: Type.String({ minLength: 1, maxLength: textLimit }) }))
      if (!form.ok) return await show(ask, member, form.typed, errorsIn(t, form.errors, () => t('lesson.class.was-right')))
      if (mayLook(member.experiment, member.group.hypothesis !== '', ask.now)) await ask.write((db) => setGroupConclusion(db, member.experiment.id, member.group.animal, form.value.conclusion))
      return seeOther('/smart-school/class#conclusion')
    }),
  ),

  post('/smart-school/class/value', write, (ask) =>
    inGroup(ask, async (member) => {
      const t = ask.say(pageWords)
      const { experiment, group } = member
      const form = ask.form(ValueForm)
      if (!form.ok) return await show(ask, member, form.typed, errorsIn(t, form.errors, (field) => t(field === 'day' ? 'lesson.values.day' : field === 'number' ? 'lesson.values.value' : 'lesson.values.what')))
      const { column, letter = '', number } = form.value
      const day = plainDate(form.value.day)
      if (day > localDate(ask.now) || day < addDays(experiment.from, -60)) return await show(ask, member, form.typed, { day: t('smart-school.lesson.day-outside') })
      const isRoom = letter === '' || experiment.thingIds.some((_, at) => letterOf(at) === letter)
      if (!isRoom || !experiment.ownColumns[column]) return seeOther('/smart-school/class#measure')
      const id = newId(ask.now)
      const isFull = await ask.write(async (db) => {
        if ((await listValues(db, experiment.id)).length >= mostValues) return true
        await insertValue(db, experiment.id, { id, animal: group.animal, column, letter: letter === '' ? null : letter, day, number })
        return false
      })
      return isFull ? await show(ask, member, form.typed, { number: t('smart-school.lesson.values-full') }) : seeOther('/smart-school/class#measure')
    }),
  ),

  post('/smart-school/class/value/remove', write, (ask) =>
    inGroup(ask, async ({ experiment, group }) => {
      const form = ask.form(Type.Object({ id: Type.String({ format: 'uuid' }) }))
      if (form.ok) await ask.write((db) => deleteValue(db, experiment.id, form.value.id, group.animal))
      return seeOther('/smart-school/class#measure')
    }),
  ),

  get('/smart-school/class/values.csv', { access: 'anyone', api: { summary: 'The values of the class whose code the device has, as CSV.' } }, (ask) =>
    inGroup(ask, async ({ experiment, group }) => {
      if (!mayLook(experiment, group.hypothesis !== '', ask.now)) return seeOther('/smart-school/class')
      return await csvAnswer(ask, experiment, await reachOfLeader(ask.platform, ask.tenant.id, experiment), 'comma')
    }),
  ),

  get('/smart-school/class/worksheet', { ...open, query: Type.Object({ level: Type.Optional(Type.String({ maxLength: 1 })) }) }, async (ask) => {
    const member = await memberOf(ask)
    return member ? worksheetAnswer(ask, member.experiment, { level: ask.query.level, solution: undefined, base: '/smart-school/class', isTeacher: false }) : seeOther('/smart-school/class')
  }),
]

const readAnimal = (ask: Pick<Ask, 'fields'>): { animal: string } => ({ animal: String(ask.fields().get('animal')?.[0] ?? '') })

/** Runs for a device that has a code and a group; all others are led to the entrance. */
async function inGroup(ask: Asks, work: (member: InGroup) => Promise<Answer>): Promise<Answer> {
  const member = await memberOf(ask)
  return member?.group ? await work({ ...member, group: member.group }) : seeOther('/smart-school/class')
}

function enter(ask: Asks, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  return page(EnterPage, { t, csrf: ask.csrf(), typed, errors, demoCode: ask.platform.config.demo ? demoClassCode : undefined }, { ...frame, crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('lesson.class.title') }], ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
}

async function groups(ask: Asks, { experiment }: Member): Promise<Answer> {
  const t = ask.say(pageWords)
  return page(GroupPage, { t, csrf: ask.csrf(), experiment, groups: await ask.read((db) => listGroups(db, experiment.id)) }, { ...frame, title: t('lesson.group.title') })
}

async function show(ask: Asks, { experiment, group }: InGroup, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const canLook = mayLook(experiment, group.hypothesis !== '', ask.now)
  const reach = canLook ? await reachOfLeader(ask.platform, ask.tenant.id, experiment) : undefined
  const [values, results] = await ask.read(async (db) => [await listValues(db, experiment.id), reach && (await readResults(db, experiment, reach))] as const)
  const { year, month, day } = partsOf(localDate(ask.now))
  return page(
    ClassPage,
    {
      t,
      csrf: ask.csrf(),
      typed,
      errors,
      experiment,
      group,
      values,
      results,
      today: { day: String(day), month: String(month), year: String(year) },
      may: { write: mayWriteHypothesis(experiment, group.hypothesis, ask.now) },
    },
    { ...frame, title: experiment.title, frame: 'object', ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) },
  )
}

