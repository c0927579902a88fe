import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate, type PlainDate } from '@modellregion/standards'
import { writeNews } from '../network/announce.ts'
import { answerQuestion, askQuestion, judgeAnswer } from '../network/exchange.ts'
import { announceEvent, planEvent } from '../network/hold.ts'
import { findEvent, setSeatCounts } from '../network/queries/event.ts'
import { confirmRegistration, keepRegistration, listRegistrations } from '../network/queries/registration.ts'
import { findQuestion, getQuestion } from '../network/queries/question.ts'
import { deleteAfter } from '../network/rules/event.ts'
import { demoAnswers, demoEvents, demoNews, demoQuestions, type DemoEvent } from './network-texts.ts'

const day = 86_400_000

/**
 * Invented events, questions and news. Questions are asked and answered when the region is filled town by town: an answer of a town
 * that comes before the asking one in that order is given when it is filled again. What somebody changed later stays so. Repeatable.
 */
export async function seedNetwork(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const write = <T>(at: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now: at }, work)
  const ago = (days: number): Date => new Date(now.getTime() - days * day)
  const today = localDate(now)

  for (const event of demoEvents.filter(({ town }) => town === tenant.id)) await write(ago(Math.max(20, 20 - event.inDays)), (db) => hold(db, event, today))
  for (const { town: _, daysAgo, ...news } of demoNews.filter(({ town }) => town === tenant.id)) await write(ago(daysAgo), (db) => writeNews(db, { ...news, day: addDays(today, -daysAgo), published: true }))
  for (const { town: _, daysAgo, ...question } of demoQuestions.filter(({ town }) => town === tenant.id)) await write(ago(daysAgo), (db) => askQuestion(db, { ...question, entry: null }))
  // Every town that is there answers what has been asked by now; the last one filled also answers for those before it.
  for (const { town, question, verdict, daysAgo, ...answer } of demoAnswers) {
    const answering = platform.directory.byId(town)
    if (!answering?.services.includes('portfolio')) continue
    const unit = <T>(tenantId: string, at: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenantId, service: 'portfolio', access: 'write', now: at }, work)
    const asked = await unit(town, ago(daysAgo), async (db) => {
      const known = await findQuestion(db, question)
      return known && (await answerQuestion(db, known, answer)) ? known.town : undefined
    })
    if (asked !== undefined && verdict) await unit(asked, ago(daysAgo - 1), async (db) => judgeAnswer(db, await getQuestion(db, question), answer.id, verdict))
  }
}

async function hold(db: UnitOfWork, { town: _, inDays, from, until, registerDaysBefore, people, attended, ...event }: DemoEvent, today: PlainDate): Promise<void> {
  if (await findEvent(db, event.id)) return
  const on = addDays(today, inDays)
  const startsAt = instantAt(on, from)
  await planEvent(db, { ...event, startsAt, endsAt: instantAt(on, until), registerUntil: registerDaysBefore === 0 ? startsAt : new Date(instantAt(addDays(on, 1 - registerDaysBefore)).getTime() - 1_000) })
  await announceEvent(db, event.id)
  const held = await findEvent(db, event.id)
  if (!held) return
  for (const { id, ...person } of people) {
    await keepRegistration(db, { ...person, id, eventId: held.id, needs: person.needs ?? null, locale: 'de', toldSequence: 0, deleteAfter: deleteAfter(held) })
    await confirmRegistration(db, id, 'confirmed', 0)
  }
  // Names of a past event are gone after 30 days; the number stays.
  await setSeatCounts(db, held.id, attended ?? (await listRegistrations(db, held.id)).length, 0)
}
