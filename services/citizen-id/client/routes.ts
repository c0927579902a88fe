import { Type } from 'typebox'
import { consolePage, errorsIn, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { issuerOf } from '../provider/issuer.ts'
import { testServiceOf } from '../provider/invented-service.ts'
import { refusedByProvider, withSecretToCome } from './check.ts'
import { fileClients, type FileClient } from './file.ts'
import { ClientListPage } from './pages/list.tsx'
import { ClientPage } from './pages/client.tsx'
import { getClient, listClients } from './queries.ts'
import { changeClient, newSecret, registerClient, switchClient } from './register.ts'
import { metadataOf, problemsOf, typedOfClient } from './rules.ts'
import { ClientForm } from './schema.ts'

const manage = { access: 'client.manage', title: title(words, 'client.title') } as const
const ById = Type.Object({ id: Type.String({ maxLength: 100 }) })
const Done = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('changed'), Type.Literal('on'), Type.Literal('off')])) }, { additionalProperties: true })

type Asks = Pick<Ask, 'read' | 'say' | 'csrf' | 'tenant' | 'platform' | 'url' | 'may' | 'actor'>
type State = { typed?: Typed; errors?: FormErrors; done?: string; secret?: string; clientId?: string }

/** Where a town registers the services that sign people in with its accounts. */
export const clientRoutes: readonly Route[] = [
  get('/citizen-id/clients', manage, async (ask) => {
    const clients = await ask.read(listClients)
    const t = ask.say(pageWords)
    const fromFile = await Promise.all(fileClients(ask.platform, ask.tenant.id).map(async ({ client_id, office, ...rest }) => ({ client_id, office, refused: (await refusedByProvider(ask, registrationOf(rest)))?.reason })))
    return page(ClientListPage, { t, clients, fromFile, issuer: issuerOf(ask.tenant.hosts, ask.url.origin), trial: testServiceOf(ask.platform, ask.tenant.id)?.address }, consolePage(ask))
  }),

  get('/citizen-id/clients/new', manage, (ask) => show(ask, { typed: { authMethod: 'client_secret_basic', minimum: 'low', ciba: 'off', scopes: ['profile', 'email'] } })),

  post('/citizen-id/clients/new', manage, async (ask) => {
    const read = await readClient(ask)
    if (!read.ok) return await show(ask, read)
    const { clientId, secret } = await registerClient(ask, read.value)
    const typed = typedOfClient(await ask.read((db) => getClient(db, clientId)))
    return await show(ask, { typed, clientId, done: ask.say(pageWords)('client.registered'), ...(secret !== undefined && { secret }) })
  }),

  get('/citizen-id/clients/:id', { ...manage, params: ById, query: Done }, async (ask) => {
    const client = await ask.read((db) => getClient(db, ask.params.id))
    const t = ask.say(pageWords)
    return await show(ask, { typed: typedOfClient(client), clientId: client.clientId, ...(ask.query.done !== undefined && { done: t(`client.done.${ask.query.done}`) }) })
  }),

  post('/citizen-id/clients/:id', { ...manage, params: ById }, async (ask) => {
    const client = await ask.read((db) => getClient(db, ask.params.id))
    const { clientId } = client
    const read = await readClient(ask)
    if (!read.ok) return await show(ask, { ...read, clientId })
    const secret = await changeClient(ask, client, read.value)
    if (secret !== undefined) return await show(ask, { typed: read.typed, clientId, secret, done: ask.say(pageWords)('client.done.changed') })
    return seeOther(`/citizen-id/clients/${clientId}?done=changed`)
  }),

  post('/citizen-id/clients/:id/secret', { ...manage, params: ById, rate: { max: 20, per: 'hour' } }, async (ask) => {
    const client = await ask.read((db) => getClient(db, ask.params.id))
    const secret = await newSecret(ask, client.clientId)
    return await show(ask, { typed: typedOfClient(client), clientId: client.clientId, secret, done: ask.say(pageWords)('client.new-secret-made') })
  }),

  post('/citizen-id/clients/:id/switch', { ...manage, params: ById }, async (ask) => {
    const { clientId, disabledAt } = await ask.read((db) => getClient(db, ask.params.id))
    await switchClient(ask, clientId, disabledAt !== null)
    return seeOther(`/citizen-id/clients/${clientId}?done=${disabledAt === null ? 'off' : 'on'}`)
  }),
]

// Of a service of the file what is meant for the provider.
const registrationOf = ({ town: _town, purpose: _purpose, legal_basis: _basis, ...metadata }: Partial<FileClient>): Record<string, unknown> => metadata

type Read = { ok: true; value: ClientForm; typed: Typed } | { ok: false; typed: Typed; errors: FormErrors }

async function readClient(ask: Pick<Ask, 'form' | 'say' | 'platform' | 'tenant' | 'url'>): Promise<Read> {
  const t = ask.say(pageWords)
  const read = ask.form(ClientForm)
  if (!read.ok) return { ok: false, typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`client.field.${field}`) ?? field) }
  const problems = problemsOf(read.value)
  if (problems.length > 0) return { ok: false, typed: read.typed, errors: Object.fromEntries(problems.map(({ field, code }) => [field, t(`client.error.${code}`)])) }
  const refused = await refusedByProvider(ask, withSecretToCome(metadataOf(read.value)))
  if (refused) return { ok: false, typed: read.typed, errors: { [refused.field]: t('client.error.refused', { reason: refused.reason }) } }
  return { ok: true, value: read.value, typed: read.typed }
}

async function show(ask: Asks, { typed = {}, errors = {}, done, secret, clientId }: State): Promise<Answer> {
  const t = ask.say(pageWords)
  const disabled = clientId === undefined ? false : (await ask.read((db) => getClient(db, clientId))).disabledAt !== null
  const failed = Object.keys(errors).length > 0
  return page(
    ClientPage,
    { t, csrf: ask.csrf(), typed, errors, done, secret, clientId, disabled, issuer: issuerOf(ask.tenant.hosts, ask.url.origin) },
    consolePage(ask, { title: t(clientId === undefined ? 'client.new' : 'client.change'), ...(failed && { status: 422, hasErrors: true }) }),
  )
}
