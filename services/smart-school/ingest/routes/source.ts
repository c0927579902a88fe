import { Type } from 'typebox'
import { audit, consolePage, errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { listSchools } from '../../store/queries.ts'
import { audiences, type Audience } from '../../store/schema.ts'
import { hashOfSecret, newSecret } from '../credentials.ts'
import { SourceListPage } from '../pages/source-list.tsx'
import { NewSourcePage, SourcePage } from '../pages/source.tsx'
import { getSource, insertSource, listSources, replaceSecret, revokeSource } from '../queries/source.ts'
import { isTopicFilter, usualTopics } from '../rules/topic.ts'
import { sourceKinds, type SourceKind } from '../schema.ts'

const manage = { access: 'source.manage', title: title(words, 'ingest.source.title') } as const
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const SourceForm = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 60, pattern: '^[^/+#:]+$' }),
  kind: Type.Union(sourceKinds.filter((kind) => kind !== 'manual').map((kind) => Type.Literal(kind))),
  school: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
  topics: Type.Optional(Type.String({ maxLength: 2_000 })),
  mayWrite: Type.Optional(Type.Boolean()),
  audience: Type.Optional(Type.Union(audiences.filter((one) => one !== 'sealed').map((one) => Type.Literal(one)))),
})

/** Where measurements come from: whoever may deliver has a name and a secret that is shown once. */
export const sourceRoutes: readonly Route[] = [
  get('/smart-school/source', { ...manage, query: Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true }) }, async (ask) => {
    const [sources, schools] = await ask.read((db) => Promise.all([listSources(db), listSchools(db)]))
    return page(SourceListPage, { t: ask.say(pageWords), sources, schools, done: ask.query.done === 'revoked' }, consolePage(ask))
  }),
  get('/smart-school/source/new', { ...manage, title: title(words, 'ingest.source.new') }, (ask) => form(ask, {}, {})),
  post('/smart-school/source', manage, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(SourceForm)
    const wrong = (errors: FormErrors) => form(ask, read.typed, errors)
    if (!read.ok) return await wrong(errorsIn(t, read.errors, (field) => t.find(`ingest.source.field.${field}`) ?? field))
    const { name, kind, school, topics = '', mayWrite = false, audience = 'public' } = read.value
    const filters = topics.split(/\s+/).filter(Boolean)
    const bad = filters.find((filter) => !isTopicFilter(filter))
    if (bad !== undefined) return await wrong({ topics: t('smart-school.ingest.bad-topic', { topic: bad }) })
    if (school !== undefined && !(await ask.read(listSchools)).some(({ id: known }) => String(known) === school)) return await wrong({ school: t('smart-school.ingest.no-school') })
    const [id, secret] = [newId(ask.now), newSecret()]
    const source = { id, name, kind, schoolId: school === undefined ? null : Number(school), mayWrite, audiences: upTo(audience), topics: filters.length > 0 ? filters : [...usualTopics[kind]] }
    const written = await ask.write(async (db) => {
      const rows = await insertSource(db, { ...source, secretHash: hashOfSecret(secret) })
      if (rows > 0) await audit(db, { action: 'smart-school.source-created', subject: id, detail: { kind } })
      return rows
    })
    return written === 0 ? await wrong({ name: t('smart-school.ingest.name-taken') }) : await shown(ask, id, secret)
  }),
  get('/smart-school/source/:id', { ...manage, params: ById, title: title(words, 'ingest.source.one') }, (ask) => shown(ask, ask.params.id, undefined)),
  post('/smart-school/source/:id/secret', { ...manage, params: ById }, async (ask) => {
    const secret = newSecret()
    const changed = await ask.write(async (db) => {
      const rows = await replaceSecret(db, ask.params.id, hashOfSecret(secret))
      if (rows > 0) await audit(db, { action: 'smart-school.source-secret-changed', subject: ask.params.id })
      return rows
    })
    // Revoked meanwhile: a secret that opens nothing is not shown.
    if (changed === 0) return seeOther(`/smart-school/source/${ask.params.id}`)
    ask.platform.live.tell('smart-school', `source ${ask.params.id}`)
    return await shown(ask, ask.params.id, secret)
  }),
  post('/smart-school/source/:id/revoke', { ...manage, params: ById }, async (ask) => {
    await ask.write(async (db) => {
      if ((await revokeSource(db, ask.params.id)) > 0) await audit(db, { action: 'smart-school.source-revoked', subject: ask.params.id })
    })
    ask.platform.live.tell('smart-school', `source ${ask.params.id}`)
    return seeOther('/smart-school/source?done=revoked')
  }),
]

/** Whoever may read what is for staff may read what is for the school, too. */
const upTo = (audience: Audience): Audience[] => audiences.slice(0, audiences.indexOf(audience) + 1)

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'url' | 'tenant' | 'platform'> & Parameters<typeof consolePage>[0]

async function form(ask: Asks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const schools = await ask.read((db) => listSchools(db))
  const kinds: readonly SourceKind[] = sourceKinds.filter((kind) => kind !== 'manual')
  return page(NewSourcePage, { t, csrf: ask.csrf(), typed, errors, schools, kinds }, consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}))
}

async function shown(ask: Asks, id: string, secret: string | undefined): Promise<Answer> {
  const t = ask.say(pageWords)
  const [source, schools] = await ask.read((db) => Promise.all([getSource(db, id), listSchools(db)]))
  const { mqtt = {} } = ask.platform.config
  const port = mqtt.port === false ? undefined : mqtt.port || 1883
  const school = schools.find((one) => one.id === source.schoolId)
  return page(SourcePage, { t, csrf: ask.csrf(), source, secret, school: school?.name, town: ask.tenant.id, host: ask.url.hostname, origin: ask.url.origin, port, tls: mqtt.tls !== undefined }, consolePage(ask, { title: source.name }))
}
