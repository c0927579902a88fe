import assert from 'node:assert/strict'
import { request, type IncomingHttpHeaders } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { newId, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { demoEventPath, demoNewsPath, demoQuestionPath } from '../demo/network-texts.ts'
import { answerQuestion, askQuestion, showQuestion } from './exchange.ts'
import { planEvent } from './hold.ts'
import { getQuestion, setAnswerPublished } from './queries/question.ts'
import { linkPath } from './token.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

type Heard = { status: number; headers: IncomingHttpHeaders; body: string }
// Names below localhost are not known to every resolver: the request says to which town it goes.
const ask = (path: string, tenant = 'aachen'): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const { port } = town.running
    const sent = request({ host: '127.0.0.1', port, path, headers: { host: `${tenant}.localhost:${port}`, accept: 'text/html', 'accept-language': 'de' } }, (answer) => {
      readText(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject)
    })
    sent.on('error', reject).end()
  })

test('everybody reads events, questions and news, of their own town and of others', async () => {
  for (const [path, tenant, words] of [
    ['/portfolio/event', 'aachen', /Digitaler Wegweiser[^]*In anderen Städten[^]*Kleine Gemeinde/],
    ['/portfolio/event?view=past', 'aachen', /Sensoren in Schulen/],
    [demoEventPath, 'lindenhafen', /http:\/\/aachen\.localhost:\d+\/portfolio\/event[^]*richtet diesen Termin aus/],
    [demoQuestionPath, 'aachen', /Gelöst[^]*Löst die Frage[^]*Hilfreich/],
    ['/portfolio/question?state=open', 'lindenhafen', /Zwischennachweis/],
    ['/portfolio/question?q=stellenbeschreibung', 'lindenhafen', /Wer pflegt die Texte/],
    [demoNewsPath, 'aachen', /geht auf Reisen[^]*Zum Termin/],
  ] as const) {
    const answer = await ask(path, tenant)
    assert.equal(answer.status, 200, path)
    assert.match(answer.body.replaceAll('\u00AD', ''), words, path) // soft hyphens are for the eye
  }
})

test('news of the project office stand on the front page of its town, in its list and its feed', async () => {
  for (const [path, tenant, there] of [['/', 'aachen', true], ['/news', 'aachen', true], ['/news.atom', 'aachen', true], ['/', 'lindenhafen', false]] as const) assert.equal((await ask(path, tenant)).body.includes(demoNewsPath), there, `${tenant} ${path}`)
})

test('what a town has not written cannot be changed from its pages, and nobody writes without signing in', async () => {
  for (const path of ['/portfolio/network', `${demoQuestionPath}/edit`, `${demoEventPath}/edit`, `${demoEventPath}/registration`, '/portfolio/news/new']) assert.ok([302, 303, 401, 403, 404].includes((await ask(path, 'lindenhafen')).status), path)
})

test('drafts and what a town has hidden are there for its own office only, also for whoever knows the address', async () => {
  const { running } = town
  const write = (work: (db: UnitOfWork) => Promise<unknown>) => running.platform.database.unit({ tenant: 'aachen', service: 'portfolio', access: 'write', now: running.platform.now() }, work)
  const now = running.platform.now()
  const [eventId, questionId, answerId] = [newId(now), newId(now), newId(now)]
  await write(async (db) => {
    await planEvent(db, { id: eventId, title: 'Geheimer Termin', description: 'x', startsAt: new Date(now.getTime() + 86_400_000), endsAt: new Date(now.getTime() + 90_000_000), place: 'Rathaus', link: null, invited: 'Alle', seats: null, registerUntil: new Date(now.getTime() + 86_400_000), topics: [], entries: [] })
    await askQuestion(db, { id: questionId, title: 'Geheime Frage', text: 'Unsere Frage', entry: null })
    await answerQuestion(db, await getQuestion(db, questionId), { id: answerId, text: 'Geheime Antwort' })
    await setAnswerPublished(db, answerId, false)
  })
  for (const path of ['', '/event.ics', '/register']) assert.equal((await ask(`/portfolio/event/${eventId}${path}`)).status, 404, path)
  assert.doesNotMatch((await ask(`/portfolio/question/${questionId}`)).body, /Geheime Antwort/)
  await write((db) => showQuestion(db, questionId, false))
  assert.equal((await ask(`/portfolio/question/${questionId}`)).status, 404)
})

test('the form of another town leads to the town that organises', async () => {
  const answer = await ask(`${demoEventPath}/register`, 'lindenhafen')
  assert.equal(answer.status, 303)
  assert.match(answer.headers.location ?? '', /^http:\/\/aachen\.localhost:\d+\/portfolio\/event\/[\w-]+\/register$/)
})

test('a link of ours whose registration is gone says so, and where to go', async () => {
  const { database } = town.running.platform
  const link = await linkPath({ database, now: town.running.platform.now }, 'aachen', 'confirm', newId(new Date()))
  const answer = await ask(link)
  assert.equal(answer.status, 410)
  assert.match(answer.body.replaceAll('\u00AD', ''), /Die Anmeldung ist nicht mehr da[^]*\/portfolio\/event"/)
})

test('a link that nobody has signed opens nothing', async () => {
  assert.equal((await ask('/portfolio/event/registration/0193e000-0000-7000-8000-0000000f0501/withdraw?token=abc')).status, 404)
})

test('calendars, feed and interfaces are what they say', async () => {
  const calendar = await ask('/portfolio/event.ics')
  assert.match(calendar.headers['content-type'] ?? '', /^text\/calendar/)
  const text = calendar.body
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 3)
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
  assert.equal((await ask('/portfolio/event.ics?towns=all')).body.match(/BEGIN:VEVENT/g)?.length, 4)
  assert.match((await ask(`${demoEventPath}/event.ics`)).body, /SUMMARY:Digitaler Wegweiser/)
  assert.match((await ask('/portfolio/news.atom')).body, /<entry>[^]*geht auf Reisen/)
  const { events } = JSON.parse((await ask('/portfolio/api/events?towns=all')).body) as { events: { seatsLeft: number | null; organiser: string }[] }
  assert.deepEqual(events.map(({ seatsLeft }) => seatsLeft).toSorted(), [0, 9, null])
  const { total, questions } = JSON.parse((await ask('/portfolio/api/questions?state=open')).body) as { total: number; questions: { state: string }[] }
  assert.ok(total === 2 && questions.every(({ state }) => state === 'open'))
})

