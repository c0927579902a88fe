import { Type } from 'typebox'
import { audit, errorsIn, newId, post, seeOther, title, type Ask, type Route, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { actsAt } from '../../protection/rules.ts'
import { accountOf, alarmHref, notYours } from '../door.ts'
import { acknowledge, getAlarm } from '../queries/alarm.ts'
import { insertMute } from '../queries/rule.ts'
import { mayReadAlarm } from '../rules/reach.ts'
import { AcknowledgeForm, MuteForm, type Alarm } from '../schema.ts'
import { showAlarm } from './read.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Alarm> => getAlarm(db, id)

/** Taking an alarm, and keeping a place quiet for days. */
export const handlingRoutes: readonly Route[] = [
  post('/smart-school/alarm/:id/acknowledge', { access: 'alarm.handle', params, subject, title: title(words, 'alarm.ack.title') }, async (ask) => {
    if (!(await mayHandle(ask))) return notYours(ask)
    const t = ask.say(pageWords)
    const form = ask.form(AcknowledgeForm)
    if (!form.ok) return await showAlarm(ask, { form: { typed: form.typed, errors: errorsIn(t, form.errors, () => t('alarm.ack.note')) } })
    const taken = await ask.write(async (db) => {
      const rows = await acknowledge(db, ask.subject.id, accountOf(ask), form.value.note ?? null)
      if (rows > 0) await audit(db, { action: 'smart-school.alarm.acknowledge', subject: ask.subject.id, detail: { kind: ask.subject.kind, school: ask.subject.schoolId } })
      return rows > 0
    })
    if (!taken) return await showAlarm({ ...ask, subject: await ask.read((db) => getAlarm(db, ask.subject.id)) }, { refusal: t('smart-school.alarm.taken') })
    ask.platform.live.tell('smart-school', `schools ${ask.subject.schoolId}`)
    return seeOther(`${alarmHref(ask.subject.id)}?done=taken`)
  }),

  post('/smart-school/alarm/:id/mute', { access: 'alarm.handle', params, subject, title: title(words, 'alarm.mute.title') }, async (ask) => {
    if (!(await mayHandle(ask))) return notYours(ask)
    const t = ask.say(pageWords)
    const form = ask.form(MuteForm)
    if (!form.ok) return await showAlarm(ask, { form: { typed: form.typed, errors: errorsIn(t, form.errors, (field) => t(field === 'days' ? 'alarm.mute.days' : 'alarm.mute.reason')) } })
    const { days, reason } = form.value
    const { kind, subject: about, schoolId, id } = ask.subject
    await ask.write(async (db) => {
      await insertMute(db, { id: newId(db.now), kind, subject: about, schoolId, until: new Date(db.now.getTime() + Number(days) * 86_400_000), reason })
      await acknowledge(db, id, accountOf(ask), reason)
      await audit(db, { action: 'smart-school.alarm.mute', subject: id, detail: { kind, school: schoolId, days } })
    })
    return seeOther(`${alarmHref(id)}?done=muted`)
  }),
]

async function mayHandle(ask: Pick<Ask, 'read' | 'actor'> & { readonly subject: Alarm }): Promise<boolean> {
  const reach = await ask.read((db) => reachOfActor(db, ask.actor))
  return mayReadAlarm(reach, ask.subject) && actsAt(reach, ask.subject.schoolId)
}
