import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { demoEventPath, demoNewsPath, demoQuestionPath } from '../demo/network-texts.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

const ask = (path: string, tenant = 'aachen') => fetch(town.url(path, tenant), { headers: { accept: 'text/html', 'accept-language': 'de' }, redirect: 'manual' })

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
    assert.match(await answer.text(), words, path)
  }
})

test('what a town has not written cannot be changed from its pages, and nobody writes without signing in', async () => {
  for (const path of ['/portfolio/network', `${demoQuestionPath}/edit`, `${demoEventPath}/edit`, `${demoEventPath}/registration`, '/portfolio/news/new']) assert.ok([302, 303, 401, 403, 404].includes((await ask(path, 'lindenhafen')).status), path)
})

test('the form of another town leads to the town that organises', async () => {
  const answer = await ask(`${demoEventPath}/register`, 'lindenhafen')
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /^http:\/\/aachen\.localhost:\d+\/portfolio\/event\/[\w-]+\/register$/)
})

test('a link that nobody has signed opens nothing', async () => {
  assert.equal((await ask('/portfolio/event/registration/0193e000-0000-7000-8000-0000000f0501/withdraw?token=abc')).status, 404)
})

test('calendars, feed and interfaces are what they say', async () => {
  const calendar = await ask('/portfolio/event.ics')
  assert.match(calendar.headers.get('content-type') ?? '', /^text\/calendar/)
  const text = await calendar.text()
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 3)
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
  assert.equal((await (await ask('/portfolio/event.ics?towns=all')).text()).match(/BEGIN:VEVENT/g)?.length, 4)
  assert.match(await (await ask(`${demoEventPath}/event.ics`)).text(), /SUMMARY:Digitaler Wegweiser/)
  assert.match(await (await ask('/portfolio/news.atom')).text(), /<entry>[^]*geht auf Reisen/)
  const { events } = (await (await ask('/portfolio/api/events?towns=all')).json()) as { events: { seatsLeft: number | null; organiser: string }[] }
  assert.deepEqual(events.map(({ seatsLeft }) => seatsLeft).toSorted(), [0, 9, null])
  const { total, questions } = (await (await ask('/portfolio/api/questions?state=open')).json()) as { total: number; questions: { state: string }[] }
  assert.ok(total === 2 && questions.every(({ state }) => state === 'open'))
})

