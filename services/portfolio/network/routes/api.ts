import { Type } from 'typebox'
import { get, json, type Ask } from '@modellregion/kernel'
import { instantAt, plainDate } from '@modellregion/standards'
import { listForCalendar } from '../queries/event.ts'
import { countQuestions, listQuestions } from '../queries/question.ts'
import { stateOf } from '../rules/question.ts'
import { eventPath, questionPath } from '../rules/reference.ts'
import { seatsLeft } from '../rules/seats.ts'
import { Paged, PublicEvent, PublicQuestion, questionStates, type QuestionLine, type TransferEvent } from '../schema.ts'
import { townLine } from '../town.ts'

const day = 86_400_000
const pageSize = 50
const mostEvents = 500

/** For programs: what everybody may read, in all towns of the installation. */
export const apiRoutes = [
  get(
    '/portfolio/api/events',
    {
      access: 'anyone',
      cors: true,
      cacheFor: 60,
      query: Type.Object({ towns: Type.Optional(Type.Literal('all')), since: Type.Optional(Type.String({ format: 'date' })) }),
      api: { summary: 'Transfer events by their beginning: of this town, or with towns=all of all towns. Without since those that are not over; since is a day in Germany.', answers: { 200: Type.Object({ events: Type.Array(PublicEvent) }) } },
    },
    async (ask) => {
      const { since, towns } = ask.query
      const from = since === undefined ? ask.now : instantAt(plainDate(since))
      const events = await ask.read((db) => listForCalendar(db, new Date(Math.max(from.getTime(), ask.now.getTime() - 3_660 * day)), towns === 'all', mostEvents))
      return json({ events: events.map((event) => publicEvent(ask, event)) })
    },
  ),

  get(
    '/portfolio/api/questions',
    {
      access: 'anyone',
      cors: true,
      cacheFor: 60,
      query: Type.Object({ state: Type.Optional(Type.Enum(questionStates)), entry: Type.Optional(Type.String({ format: 'uuid' })), ...Paged }),
      api: { summary: `Questions between towns, the newest first, ${pageSize} a page.`, answers: { 200: Type.Object({ total: Type.Integer(), page: Type.Integer(), pageSize: Type.Integer(), questions: Type.Array(PublicQuestion) }) } },
    },
    async (ask) => {
      const { state, entry, page } = ask.query
      const [questions, { n }] = await ask.read(async (db) => [await listQuestions(db, { state, entry }, { from: (page - 1) * pageSize, size: pageSize }), await countQuestions(db, { state, entry })] as const)
      return json({ total: n, page, pageSize, questions: questions.map((question) => publicQuestion(ask, question)) })
    },
  ),
]

type Asks = Pick<Ask, 'platform' | 'url'>

function publicEvent(ask: Asks, event: TransferEvent): PublicEvent {
  const { id, town, title, description, startsAt, endsAt, place, link, invited, seats, registerUntil, topics, entries, state } = event
  const { name, origin } = townLine(ask, town)
  return { id, town, organiser: name, title, description, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place, link, invited, seats, seatsLeft: seatsLeft(event), registerUntil: registerUntil.toISOString(), topics: [...topics], entries: [...entries], state, url: `${origin}${eventPath(id)}` }
}

function publicQuestion(ask: Asks, { id, town, title, text, entry, solvedBy, answers, createdAt }: QuestionLine): PublicQuestion {
  return { id, town, askedBy: townLine(ask, town).name, title, text, entry, state: stateOf({ solvedBy }, answers), answers, askedAt: createdAt.toISOString(), url: `${ask.url.origin}${questionPath(id)}` }
}
