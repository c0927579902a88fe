import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applyRetention, newId, NotFound, sql, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { changeNews, dropNews, writeNews } from './announce.ts'
import { confirm, register, withdraw } from './attend.ts'
import { answerQuestion, askQuestion, correctAnswer, correctQuestion, judgeAnswer, object, showQuestion } from './exchange.ts'
import { announceEvent, callOff, changeEvent, dropDraft, planEvent } from './hold.ts'
import type { Sender } from './letters.ts'
import { networkMatters } from './matters.ts'
import { networkPrivacy } from './privacy.ts'
import { countOfYear, listNews, listOpenQuestions, listUpcomingEvents } from './queries.ts'
import { getEvent, listForCalendar } from './queries/event.ts'
import { getNews } from './queries/news.ts'
import { listOpenObjections } from './queries/objection.ts'
import * as questions from './queries/question.ts'
import { deleteUnconfirmed, listRegistrations } from './queries/registration.ts'
import type { NewEvent } from './schema.ts'
import { remindLot, tellLot } from './tell.ts'
import { isTokenFor, linkPath } from './token.ts'
import { networkNews } from './town-news.ts'
import { speak } from '@modellregion/kernel/words'
import type { words } from '../locales/index.ts'

const day = 86_400_000
const now = new Date(testMoment)
const at = (days: number, hours = 0): Date => new Date(now.getTime() + days * day + hours * 3_600_000)
const idOf = (n: number): string => `0193e000-0000-7000-8000-${String(n).padStart(12, '0')}`
const say = ((dictionary: typeof words) => speak(dictionary, { locale: 'de' })) as Parameters<typeof networkMatters>[2] // only this room's words are asked for
const office = { id: idOf(900), name: 'Petra', roles: [{ role: 'project-office', organisation: '' }], level: 'substantial', methods: [] } as unknown as Parameters<typeof networkMatters>[1] // what the function reads of an actor

let temporary: TemporaryDatabase
let from: Sender
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau', moment = now) => temporary.database.unit({ tenant, service: 'portfolio', access: 'write', now: moment }, work)
const read = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau', moment = now) => temporary.database.unit({ tenant, service: 'portfolio', access: 'read', now: moment }, work)
type Sent = { recipient: string; subject: string; text: string }
const letters = (to: string) => temporary.read('erlenau', 'platform', (db) => db.many(sql<Sent>`select recipient, subject, text from platform.mail_outbox where tenant_id = ${db.tenant} and recipient = ${to} order by created_at, id`))
const subjects = async (to: string) => (await letters(to)).map(({ subject }) => subject.split(':')[0])

before(async () => {
  temporary = await temporaryDatabase()
  from = {
    tenant: testTenants.erlenau,
    origin: 'https://erlenau.example',
    platform: {
      database: temporary.database,
      config: { https: true, port: 8080 },
      now: () => now,
      mailer: {
        way: 'demo',
        send: async (db, mail) => {
          const id = newId(new Date(now.getTime() + ++sent))
          await db.run(sql`insert into platform.mail_outbox (tenant_id, id, service, recipient, subject, text, created_at) values (${db.tenant}, ${id}, ${db.service}, ${mail.to}, ${mail.subject}, ${mail.text}, ${new Date(now.getTime() + sent)})`)
          return id
        },
      },
    },
  }
})
let sent = 0
after(() => temporary.close())

const plan = (n: number, more: Partial<NewEvent> = {}): NewEvent => ({ id: idOf(n), title: `Termin ${n}`, description: 'Kommt.', startsAt: at(20), endsAt: at(20, 2), place: 'Rathaus', link: null, invited: 'Alle', seats: 2, registerUntil: at(18), topics: [], entries: [], ...more })
const hold = (event: NewEvent) => write(async (db) => (await planEvent(db, event), await announceEvent(db, event.id)))
const join = async (event: NewEvent, name: string): Promise<string> =>
  await write(async (db) => (await register(db, from, await getEvent(db, event.id), { name, email: `${name}@Example.org`, organisation: 'Gemeinde', needs: null, locale: 'de' })).id)
const states = async (event: NewEvent) => (await read((db) => listRegistrations(db, event.id))).map(({ name, state }) => `${name} ${state}`)

test('a draft is seen by its town only; a published event by all, and changed by its own alone', async () => {
  const event = plan(1)
  await write((db) => planEvent(db, event))
  await assert.rejects(read((db) => getEvent(db, event.id), 'moorbek'), NotFound)
  await write((db) => announceEvent(db, event.id))
  assert.equal((await read((db) => getEvent(db, event.id), 'moorbek')).town, 'erlenau')
  await assert.rejects(write((db) => changeEvent(db, from, { ...event, title: 'Fremd' }), 'moorbek'), NotFound)
  await write((db) => callOff(db, event.id, 'Fremd'), 'moorbek')
  await write((db) => dropDraft(db, event.id), 'moorbek')
  const { title, state } = await read((db) => getEvent(db, event.id))
  assert.deepEqual([title, state], ['Termin 1', 'published'])
})

test('a registration counts once its link was opened, however often it is asked for', async () => {
  const event = plan(2)
  await hold(event)
  const [first, again] = [await join(event, 'anna'), await join(event, 'anna')]
  assert.equal(first, again)
  assert.deepEqual(await states(event), [])
  assert.deepEqual(await subjects('anna@example.org'), ['Anmeldung bestätigen', 'Anmeldung bestätigen'])
  assert.ok((await letters('anna@example.org'))[0]?.text.includes(`https://erlenau.example${await linkPath(from.platform, 'erlenau', 'confirm', first)}`))
  assert.equal((await write((db) => confirm(db, from, first)))?.state, 'confirmed')
  assert.equal((await write((db) => confirm(db, from, first)))?.state, 'confirmed', 'a second click says the same')
  assert.equal((await read((db) => getEvent(db, event.id))).registered, 1)
  await join(event, 'anna')
  assert.deepEqual(await subjects('anna@example.org'), ['Anmeldung bestätigen', 'Anmeldung bestätigen', 'Angemeldet', 'Schon angemeldet'])
  const token = new URL(await linkPath(from.platform, 'erlenau', 'confirm', first), 'https://erlenau.example').searchParams.get('token') ?? ''
  assert.deepEqual([await isTokenFor(from.platform, 'erlenau', 'confirm', first, token), await isTokenFor(from.platform, 'erlenau', 'withdraw', first, token)], [true, false], 'a link does one thing')
})

test('an address gets five letters of the form a day, however many events somebody types it into', async () => {
  const events = [plan(21), plan(22), plan(23)]
  for (const event of events) await hold(event)
  for (const event of [...events, ...events, ...events]) await join(event, 'mara')
  assert.equal((await letters('mara@example.org')).length, 5)
  const asked = (event: NewEvent, moment: Date) => write(async (db) => await register(db, from, await getEvent(db, event.id), { name: 'mara', email: 'mara@example.org', organisation: 'Gemeinde', needs: null, locale: 'en' }), 'erlenau', moment)
  await asked(plan(21), at(0, 23))
  assert.equal((await letters('mara@example.org')).length, 5)
  const { id } = await asked(plan(21), at(1, 1))
  const all = await letters('mara@example.org')
  assert.equal(all.length, 6, 'the next day it may be asked for again')
  assert.match(all.at(-1)?.subject ?? '', /^Please confirm|^Confirm/, 'in the language it was asked for last')
  assert.equal(await write((db) => deleteUnconfirmed(db, at(1)), 'erlenau'), 2, 'the newest letter counts for its whole week')
  assert.equal((await write((db) => confirm(db, from, id)))?.state, 'confirmed')
})

test('who comes late waits, and moves up when somebody leaves or seats are added', async () => {
  const event = plan(3)
  await hold(event)
  const ids: string[] = []
  for (const name of ['ben', 'cleo', 'dora', 'emil']) {
    const id = await join(event, name)
    ids.push(id)
    await write((db) => confirm(db, from, id), 'erlenau', at(0, ids.length))
  }
  assert.deepEqual(await states(event), ['ben confirmed', 'cleo confirmed', 'dora waiting', 'emil waiting'])
  await write((db) => withdraw(db, from, ids[0] ?? ''))
  assert.equal(await write((db) => withdraw(db, from, ids[0] ?? '')), undefined, 'what is gone is gone')
  assert.deepEqual(await states(event), ['cleo confirmed', 'dora confirmed', 'emil waiting'])
  assert.deepEqual(await subjects('dora@example.org'), ['Anmeldung bestätigen', 'Auf der Warteliste', 'Ein Platz ist frei'])
  await write((db) => changeEvent(db, from, { ...event, seats: 1 }))
  assert.deepEqual(await states(event), ['cleo confirmed', 'dora confirmed', 'emil waiting'], 'nobody loses a seat')
  await write((db) => changeEvent(db, from, { ...event, seats: 3 }))
  const { registered, waiting, sequence } = await read((db) => getEvent(db, event.id))
  assert.deepEqual([registered, waiting, sequence], [3, 0, 0], 'seats are not in a calendar')
})

test('two who confirm the last seat at the same moment: one gets it', async () => {
  const event = plan(4, { seats: 1 })
  await hold(event)
  const ids = [await join(event, 'finn'), await join(event, 'gesa')]
  const got = await Promise.all(ids.map((id) => write((db) => confirm(db, from, id))))
  assert.deepEqual(got.map((one) => one?.state).toSorted(), ['confirmed', 'waiting'])
})

test('a new time and a cancellation reach everybody once; the calendar keeps the event', async () => {
  const event = plan(5)
  await hold(event)
  const id = await join(event, 'hugo')
  await write((db) => confirm(db, from, id))
  await write((db) => changeEvent(db, from, { ...event, startsAt: at(21), endsAt: at(21, 2) }))
  assert.equal(await write((db) => tellLot(db, from, event.id)), 1)
  assert.equal(await write((db) => tellLot(db, from, event.id)), 0)
  await write((db) => callOff(db, event.id, 'Der Saal ist gesperrt.'))
  await write((db) => tellLot(db, from, event.id))
  assert.deepEqual(await subjects('hugo@example.org'), ['Anmeldung bestätigen', 'Angemeldet', 'Geändert', 'Abgesagt'])
  assert.match((await letters('hugo@example.org')).at(-1)?.text ?? '', /Der Saal ist gesperrt/)
  const known = (await read((db) => listForCalendar(db, now, true, 50), 'moorbek')).find((one) => one.id === event.id)
  assert.deepEqual([known?.state, known?.sequence], ['cancelled', 2])
  assert.equal(await write((db) => changeEvent(db, from, event)), undefined, 'a cancelled event stays so')
  assert.equal((await write((db) => confirm(db, from, id)))?.state, 'cancelled', 'the old link says what is true now')
})

test('what is over stays as it was: it cannot be called off any more', async () => {
  const event = plan(24, { startsAt: at(1), endsAt: at(1, 2), registerUntil: at(1) })
  await hold(event)
  await write((db) => callOff(db, event.id, 'Zu spät'), 'erlenau', at(2))
  assert.equal((await read((db) => getEvent(db, event.id))).state, 'published')
})

test('the day before, everybody with a seat gets one reminder', async () => {
  const event = plan(6, { startsAt: at(40), endsAt: at(40, 2), registerUntil: at(40), seats: 1 })
  await hold(event)
  for (const name of ['ida', 'jan']) {
    const id = await join(event, name)
    await write((db) => confirm(db, from, id))
  }
  assert.equal(await write((db) => remindLot(db, from), 'erlenau', at(38)), 0)
  assert.equal(await write((db) => remindLot(db, from), 'erlenau', at(39)), 1)
  assert.equal(await write((db) => remindLot(db, from), 'erlenau', at(39)), 0)
  assert.equal((await subjects('ida@example.org')).at(-1), 'Morgen')
  assert.equal((await subjects('jan@example.org')).at(-1), 'Auf der Warteliste')
})

test('who was reminded of an event that then moves to another day is reminded again', async () => {
  const event = plan(8, { startsAt: at(50), endsAt: at(50, 2), registerUntil: at(50) })
  await hold(event)
  const id = await join(event, 'nina')
  await write((db) => confirm(db, from, id))
  assert.equal(await write((db) => remindLot(db, from), 'erlenau', at(49)), 1)
  await write((db) => changeEvent(db, from, { ...event, description: 'Mit Kaffee.' }), 'erlenau', at(49))
  assert.equal(await write((db) => remindLot(db, from), 'erlenau', at(49)), 0, 'another text is no other day')
  await write((db) => changeEvent(db, from, { ...event, startsAt: at(60), endsAt: at(60, 2), registerUntil: at(60) }), 'erlenau', at(49))
  assert.equal(await write((db) => remindLot(db, from), 'erlenau', at(59)), 1)
})

test('a form that is sent twice counts once; sent again with other words, it corrects', async () => {
  const twice = { id: idOf(110), title: 'Wer hat Vorlagen?', text: 'Für den Aushang.', entry: null }
  const count = (db: UnitOfWork) => questions.countQuestions(db, {}).then(({ n }) => n)
  const before = await read(count)
  for (let n = 0; n < 2; n++) await write((db) => askQuestion(db, twice))
  const asked = await read((db) => questions.getQuestion(db, twice.id))
  assert.deepEqual([await read(count), asked.correctedAt], [before + 1, null])
  await write((db) => askQuestion(db, { ...twice, text: 'Für den Schaukasten.' }))
  assert.equal((await read((db) => questions.getQuestion(db, twice.id))).text, 'Für den Schaukasten.')

  const answer = { id: idOf(210), text: 'Wir.' }
  assert.deepEqual([await write((db) => answerQuestion(db, asked, answer), 'moorbek'), await write((db) => answerQuestion(db, asked, answer), 'moorbek')], [true, false])
  await write((db) => answerQuestion(db, asked, { ...answer, text: 'Wir, gern.' }), 'moorbek')
  await write((db) => answerQuestion(db, asked, { ...answer, text: 'Fremd' }))
  assert.deepEqual((await read((db) => questions.listAnswers(db, twice.id))).map(({ town, text }) => [town, text]), [['moorbek', 'Wir, gern.']])

  await write((db) => answerQuestion(db, asked, { id: idOf(211), text: 'Wir auch.' }), 'steinfurtheim')
  for (const id of [idOf(210), idOf(211)]) await write((db) => judgeAnswer(db, asked, id, 'helpful'))
  assert.deepEqual((await read((db) => questions.getQuestion(db, twice.id))).helpful, [idOf(210), idOf(211)], 'two who judge at once: both count')

  assert.deepEqual([await write((db) => planEvent(db, plan(9))), await write((db) => planEvent(db, plan(9)))], [true, false])
  const news = { id: idOf(410), title: 'Doppelt', text: 'Text', day: plainDate('2026-02-02'), published: false, aboutKind: null, aboutRef: null }
  for (const title of ['Doppelt', 'Einfach']) await write((db) => writeNews(db, { ...news, title }))
  assert.equal((await read((db) => getNews(db, news.id))).title, 'Einfach')
  await write((db) => showQuestion(db, twice.id, false))
})

test('unconfirmed names go after a week, all others 30 days after the event; the number stays', async () => {
  const event = plan(7, { startsAt: at(1), endsAt: at(1, 2), registerUntil: at(1) })
  await hold(event)
  const id = await join(event, 'karl')
  await join(event, 'lena')
  await write((db) => confirm(db, from, id))
  assert.ok((await write((db) => deleteUnconfirmed(db, at(-7)), 'erlenau')) === 0)
  await write((db) => deleteUnconfirmed(db, at(1)))
  assert.equal((await temporary.read('erlenau', 'portfolio', (db) => db.many(sql`select id from portfolio.event_registration where tenant_id = ${db.tenant} and event_id = ${event.id}`))).length, 1)
  const platform = { database: temporary.database, registry: { services: [{ id: 'portfolio', privacy: networkPrivacy }], byId: () => undefined } } as unknown as Platform // what retention asks of it
  await applyRetention(platform, 'erlenau', at(31))
  assert.deepEqual(await states(event), ['karl confirmed'])
  await applyRetention(platform, 'erlenau', at(31, 3))
  assert.deepEqual(await states(event), [])
  await write((db) => changeEvent(db, from, { ...event, description: 'War gut.' }), 'erlenau', at(32))
  assert.equal((await read((db) => getEvent(db, event.id))).registered, 1)
})

const question = { id: idOf(101), title: 'Wie schult ihr?', text: 'Wir haben sechs Leute.', entry: null }

test('another town answers a question and cannot change it; the asking town says what solves it', async () => {
  await write((db) => askQuestion(db, question))
  const asked = await read((db) => questions.getQuestion(db, question.id), 'moorbek')
  assert.deepEqual((await read((db) => listOpenQuestions(db, 5), 'moorbek')).map(({ id }) => id), [question.id])
  await write((db) => correctQuestion(db, { ...question, title: 'Fremd' }), 'moorbek')
  await write((db) => judgeAnswer(db, asked, idOf(201), 'solves'), 'moorbek')
  await write((db) => showQuestion(db, question.id, false), 'moorbek')
  assert.deepEqual(await read((db) => questions.getQuestion(db, question.id)), asked, 'nothing of it had an effect')

  await write((db) => answerQuestion(db, asked, { id: idOf(201), text: 'Einen halben Tag.' }), 'moorbek', at(0, 1))
  assert.deepEqual((await read((db) => networkMatters(db, office, say))).map(({ status, title }) => [status, title]), [['Neue Antwort', 'Wie schult ihr?']])
  assert.deepEqual(await read((db) => networkMatters(db, { ...office, roles: [] }, say)), [], 'no matter of anybody else')
  assert.equal((await read((db) => questions.countQuestions(db, { state: 'answered' }))).n, 1)
  const [answer] = await read((db) => questions.listAnswers(db, question.id))
  assert.ok(answer)
  await write((db) => correctAnswer(db, answer, 'Fremd'))
  assert.equal((await read((db) => questions.getAnswer(db, answer.id))).text, 'Einen halben Tag.')
  await write((db) => judgeAnswer(db, asked, answer.id, 'helpful', at(0, 0.5)), 'erlenau', at(0, 2))
  assert.equal((await read((db) => networkMatters(db, office, say))).length, 1, 'what came after the page was made is still new')
  await write((db) => judgeAnswer(db, asked, answer.id, 'solves'), 'erlenau', at(0, 2))
  assert.equal((await read((db) => questions.listQuestions(db, { state: 'solved' }, { from: 0, size: 5 }), 'moorbek'))[0]?.solvedBy, answer.id)
  assert.deepEqual(await read((db) => networkMatters(db, office, say)), [])
})

test('an objection reaches the owning town, which alone decides; hidden is hidden for all others', async () => {
  await write((db) => object(db, { id: idOf(301), thing: 'answer', thingId: idOf(201), thingTown: 'moorbek', reason: 'Nennt einen Namen.' }), 'erlenau', at(0, 3))
  await write((db) => object(db, { id: idOf(302), thing: 'answer', thingId: idOf(201), thingTown: 'moorbek', reason: 'Nennt zwei Namen.' }), 'erlenau', at(0, 4))
  assert.deepEqual((await read((db) => listOpenObjections(db, 5), 'moorbek')).map(({ reason, questionId }) => [reason, questionId]), [['Nennt zwei Namen.', question.id]])
  assert.deepEqual(await read((db) => listOpenObjections(db, 5)), [])
  await write((db) => questions.setAnswerReviewed(db, idOf(201), at(0, 5)), 'moorbek', at(0, 5))
  assert.deepEqual(await read((db) => listOpenObjections(db, 5), 'moorbek'), [])
  await write((db) => questions.setAnswerPublished(db, idOf(201), false), 'moorbek')
  assert.deepEqual(await read((db) => questions.listAnswers(db, question.id)), [])
  const solved = async () => [(await read((db) => questions.getQuestion(db, question.id))).solvedBy, (await read((db) => questions.countQuestions(db, { state: 'solved' }))).n]
  assert.deepEqual(await solved(), [null, 0], 'nobody can read what solved it')
  await write((db) => questions.setAnswerPublished(db, idOf(201), true), 'moorbek')
  assert.deepEqual(await solved(), [idOf(201), 1], 'shown again it counts again')
  await write((db) => questions.setAnswerPublished(db, idOf(201), false), 'moorbek')
  await assert.rejects(write((db) => object(db, { id: idOf(303), thing: 'question', thingId: question.id, thingTown: 'erlenau', reason: 'x' })), /its own texts/)
  await write((db) => showQuestion(db, question.id, false))
  await assert.rejects(read((db) => questions.getQuestion(db, question.id), 'moorbek'), NotFound)
})

test('news are read from their day on; a year is counted', async () => {
  const news = { id: idOf(401), title: 'Neu', text: 'Text', day: plainDate('2026-03-04'), published: true, aboutKind: null, aboutRef: null }
  await write(async (db) => (await writeNews(db, news), await writeNews(db, { ...news, id: idOf(402), day: plainDate('2026-12-01') }), await writeNews(db, { ...news, id: idOf(403), published: false })))
  assert.deepEqual((await read((db) => listNews(db, 5), 'erlenau', new Date('2026-03-05T00:00:00Z'))).map(({ id }) => id), [idOf(401)])
  assert.deepEqual(await read(networkNews, 'erlenau', new Date('2026-03-05T00:00:00Z')), [{ title: 'Neu', teaser: 'Text', href: `/portfolio/news/${news.id}`, at: new Date('2026-03-03T23:00:00Z'), lang: 'de' }])
  await write((db) => changeNews(db, { ...news, title: 'Anders' }))
  await write((db) => dropNews(db, idOf(403)))
  const { events, registrations, news: messages, questions: asked } = await read((db) => countOfYear(db, now.getUTCFullYear()))
  assert.ok(events >= 5 && registrations >= 6)
  assert.deepEqual([messages, asked], [2, 0], 'a hidden question does not count')
  assert.deepEqual(await read((db) => countOfYear(db, 1990)), { events: 0, registrations: 0, questions: 0, solved: 0, answers: 0, news: 0 })
  assert.ok((await read((db) => listUpcomingEvents(db, 50), 'moorbek')).every(({ town }) => town === 'erlenau'))
})
