import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allow } from '../access/rules.ts'
import { get, post, title, type Route } from '../http/route.ts'
import { json } from '../http/answer.ts'
import { defineWords } from '../i18n/index.ts'
import { OperatorError } from './config.ts'
import { buildRegistry, complaintsAbout } from './registry.ts'
import { defineService, type Service } from './service.ts'

const words = defineWords({ de: { name: 'Laterne', 'lantern.light.broken': 'Kaputt' }, en: { name: 'Lantern', 'lantern.light.broken': 'Broken' } })
const service = (changes: Partial<Service> = {}): Service => ({
  ...defineService({
    id: 'lantern',
    version: '1.0.0',
    folder: '/nowhere',
    words,
    title: title(words, 'name'),
    summary: title(words, 'name'),
    home: '/lantern',
    routes: [],
    access: [allow('anyone', 'read', 'light')],
    privacy: [],
    pages: [],
  }),
  ...changes,
})
const page = get('/lantern', { access: 'light.read', title: title(words, 'name') }, () => json(1))
const without = (route: Route, ...fields: (keyof Route)[]): Route => Object.fromEntries(Object.entries(route).filter(([name]) => !fields.includes(name as keyof Route))) as unknown as Route

test('a complete service starts', () => {
  assert.deepEqual(complaintsAbout(service({ routes: [page] })), [])
  assert.equal(buildRegistry([service({ routes: [page] })]).routes.length, 1)
})

test('each omission is named with file and line', () => {
  const [complaint] = complaintsAbout(service({ routes: [without(page, 'access')] }))
  assert.match(complaint ?? '', /registry\.test\.ts:\d+: GET \/lantern declares no access/)
  assert.match(complaintsAbout(service({ routes: [{ ...page, access: 'light.switch' }] }))[0] ?? '', /no rule of lantern\/access\.ts allows/)
  assert.match(complaintsAbout(service({ routes: [without(page, 'title')] }))[0] ?? '', /neither a page \(title\) nor a documented resource/)
  assert.match(complaintsAbout(service({ title: { words: words as never, key: 'nam' } }))[0] ?? '', /no title "nam" in de/)
  assert.deepEqual(complaintsAbout(service({ routes: [post('/lantern', { access: 'light.read' }, () => json(1))] })), [])
})

test('a title that one language lacks stops the start', () => {
  const german = { de: { name: 'Laterne' }, en: {}, leicht: {} }
  assert.deepEqual(complaintsAbout(service({ title: { words: german as never, key: 'name' } })), ['lantern/service.ts: the service\'s title has no title "name" in en.'])
})

test('a deadline that cannot be counted stops the start', () => {
  const rules = [{ id: 'answer', source: 'promise of the town', length: { days: -1 }, atNonWorkingDay: 'stays', warn: [] }] as const
  assert.match(complaintsAbout(service({ deadlines: { rules, reached: async () => {} } })).join(), /lantern\/service\.ts: the deadline answer: length\.days is -1/)
})

test('two services may not share an address, a name or a refusal code', () => {
  const refused = (services: Service[], pattern: RegExp) => assert.throws(() => buildRegistry(services), (error) => error instanceof OperatorError && pattern.test(error.message))
  refused([service(), service()], /Two services call themselves "lantern"/)
  refused([service({ routes: [page] }), service({ id: 'candle', words: defineWords({ de: {}, en: {} }) as never, routes: [page] })], /GET \/lantern is declared twice/)
  refused([service(), service({ id: 'candle' })], /refusal code "lantern.light.broken" is used by two services/)
})

test('words in three parts that begin with no service are nobody\'s refusal codes', () => {
  const form = defineWords({ de: { name: 'Kerze', 'write.field.title': 'Titel' }, en: { name: 'Candle', 'write.field.title': 'Title' } }) as never // keys do not matter to the registry
  assert.equal(buildRegistry([service({ words: form }), service({ id: 'candle', words: form })]).services.length, 2)
})
