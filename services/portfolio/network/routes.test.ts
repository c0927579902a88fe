import assert from 'node:assert/strict'
import { request, type IncomingHttpHeaders } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { demoEventPath, demoNewsPath, demoQuestionPath } from '../demo/network-texts.ts'

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
    [demoEventPath, 'lindenhafen', /richtet diesen Termin aus[^]*http:\/\/aachen\.localhost:\d+\/portfolio\/event/],
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

test('what a town has not written cannot be changed from its pages, and nobody writes without signing in', async () => {
  for (const path of ['/portfolio/network', `${demoQuestionPath}/edit`, `${demoEventPath}/edit`, `${demoEventPath}/registration`, '/portfolio/news/new']) assert.ok([302, 303, 401, 403, 404].includes((await ask(path, 'lindenhafen')).status), path)
})

test('the form of another town leads to the town that organises', async () => {
  const answer = await ask(`${demoEventPath}/register`, 'lindenhafen')
  assert.equal(answer.status, 303)
  assert.match(answer.headers.location ?? '', /^http:\/\/aachen\.localhost:\d+\/portfolio\/event\/[\w-]+\/register$/)
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

