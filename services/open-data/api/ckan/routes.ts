import { Type } from 'typebox'
import { get, post, type Ask, type Route } from '@modellregion/kernel'
import { actionNames, findAction } from './actions.ts'
import { answerAction, finish } from './answer.ts'
import { completions } from './complete.ts'

const open = { access: 'anyone', cors: true, csrf: false } as const
const tag = 'CKAN Action API'
const Name = Type.Object({ name: Type.String({ description: 'Name of the action, such as package_search' }) })
const Envelope = Type.Object({ help: Type.String(), success: Type.Boolean(), result: Type.Optional(Type.Unknown()), error: Type.Optional(Type.Object({ __type: Type.String(), message: Type.Optional(Type.String()) }, { additionalProperties: true })) })
const answers = { 200: Envelope, 400: Type.Union([Envelope, Type.String()]), 403: Envelope, 404: Envelope, 409: Envelope }
const description = `Reads the catalogue as CKAN 2.11 does. Parameters stand in the address, a form, or a JSON body. Actions: ${actionNames.filter((name) => findAction(name)?.readOnly).join(', ')}.`

const actionRoutes: Route[] = ['/api/3/action/:name', '/api/action/:name'].flatMap((path) => [
  get(path, { ...open, params: Name, api: { summary: 'Calls a reading action.', tag, description, answers } }, (ask) => answerAction(ask, 'GET', ask.params.name)),
  post(path, { ...open, params: Name, bodyAs: 'text', bodyLimit: 16 * 1024 ** 2, rate: { max: 6_000, per: 'minute' }, api: { summary: 'Calls an action.', tag, description, answers } }, (ask) => answerAction(ask, 'POST', ask.params.name)),
])

const versions: readonly [path: string, version: number][] = [['/api/1', 1], ['/api/2', 2], ['/api/3', 3]] // prettier-ignore
const versionRoutes: Route[] = versions.map(([path, version]) =>
  get(path, { ...open, api: { summary: 'Version of the API.', tag, answers: { 200: Type.Object({ version: Type.Integer() }) } } }, (ask) => finish(ask, 'GET', JSON.stringify({ version }))),
)

const utilRoutes: Route[] = ['/api/util', '/api/1/util', '/api/2/util'].flatMap((prefix) =>
  Object.entries(completions).map(([path, complete]) =>
    get(`${prefix}/${path}`, { ...open, api: { summary: 'Completions while typing. Parameters: incomplete, limit.', tag } }, async (ask: Ask) => finish(ask, 'GET', JSON.stringify(await complete(ask)))),
  ),
)

export const ckanRoutes: Route[] = [...actionRoutes, ...versionRoutes, ...utilRoutes]
