import type { Dictionary, Words } from '../i18n/index.ts'
import type { Route, Title } from '../http/route.ts'
import { complaintsAboutDeadlines } from '../deadlines/define.ts'
import type { Job } from '../jobs/index.ts'
import type { Subscriber } from '../events/index.ts'
import { OperatorError } from './config.ts'
import type { Service } from './service.ts'

export type Registry = {
  readonly services: readonly Service[]
  byId(id: string): Service | undefined
  readonly routes: readonly { service: Service; route: Route }[]
  readonly jobs: readonly { service: Service; job: Job }[]
  readonly subscribers: readonly { service: Service; subscriber: Subscriber }[]
  port<T>(id: string): T | undefined
  /** Every offer of a port that several services have, with whose it is. */
  offersOf<T>(id: string): readonly { service: Service; offer: T }[]
}

/** Joins the services. Refuses to start on an omission, with a sentence that names the place. @throws OperatorError */
export function buildRegistry(services: readonly Service[]): Registry {
  const complaints = [...services.flatMap(complaintsAbout), ...duplicatesAmong(services)]
  if (complaints.length > 0) throw new OperatorError(`The start is refused:\n${complaints.map((line) => `  - ${line}`).join('\n')}`)
  const offers = new Map(services.flatMap((service) => Object.entries(service.offers ?? {})))
  return {
    services,
    byId: (id) => services.find((service) => service.id === id),
    routes: services.flatMap((service) => service.routes.map((route) => ({ service, route }))),
    jobs: services.flatMap((service) => (service.jobs ?? []).map((job) => ({ service, job }))),
    subscribers: services.flatMap((service) => (service.subscribers ?? []).map((subscriber) => ({ service, subscriber }))),
    port: <T>(id: string) => offers.get(id) as T | undefined, // the port's contract names the type
    offersOf: <T>(id: string) => services.flatMap((service) => (service.offers?.[id] === undefined ? [] : [{ service, offer: service.offers[id] as T }])), // as above
  }
}

/** What a service forgot, one sentence each. Pure, so that a test can plant each omission. */
export function complaintsAbout(service: Service): string[] {
  return [
    ...missingTitle(service.title, `${service.id}/service.ts: the service's title`),
    ...missingTitle(service.summary, `${service.id}/service.ts: the service's summary`),
    ...(service.navigation ?? []).flatMap((entry) => missingTitle(entry.title, `${service.id}/service.ts: the navigation entry ${entry.href}`)),
    ...service.routes.flatMap((route) => complaintsAboutRoute(service, route)),
    ...complaintsAboutDeadlines(service.deadlines?.rules ?? []).map((complaint) => `${service.id}/service.ts: the deadline ${complaint}`),
  ]
}

function complaintsAboutRoute(service: Service, route: Route): string[] {
  const name = `${route.at}: ${route.method} ${route.path}`
  const complaints: string[] = []
  if (!route.access) complaints.push(`${name} declares no access. Name a permission of ${service.id}/access.ts, or 'anyone'.`)
  else if (route.access !== 'anyone' && !service.access.some((rule) => rule.permission === route.access))
    complaints.push(`${name} asks for "${route.access}", which no rule of ${service.id}/access.ts allows to anybody.`)
  if (route.traceless && (route.access !== 'anyone' || route.rate)) complaints.push(`${name} is traceless, so it can neither ask who somebody is nor limit them by their address.`)
  if (route.method === 'GET' && !route.title && !route.api) complaints.push(`${name} is neither a page (title) nor a documented resource (api).`)
  if (route.title) complaints.push(...missingTitle(route.title, `${name}: the page`))
  return complaints
}

function missingTitle(title: Title | undefined, what: string): string[] {
  if (!title) return [`${what} has no title.`]
  return (['de', 'en'] as const).filter((language) => !(title.key in title.words[language])).map((language) => `${what} has no title "${title.key}" in ${language}.`)
}

function duplicatesAmong(services: readonly Service[]): string[] {
  return [
    ...repeated(services.map((service) => service.id)).map((id) => `Two services call themselves "${id}".`),
    ...repeated(services.flatMap((service) => service.routes.map((route) => `${route.method} ${route.path}`))).map((route) => `${route} is declared twice.`),
    ...repeated(services.flatMap((service) => refusalCodes(service.words, services))).map((code) => `The refusal code "${code}" is used by two services.`),
    ...services.flatMap((service) => foreignCodes(service, services)),
  ]
}

// Refusal codes read service.slice.reason and are translation keys. The first part says whose they are: `write.field.title` is an
// ordinary word, which every service may have, as long as no service is called "write".
function refusalCodes(words: Words<Dictionary>, services: readonly Service[]): string[] {
  const ids = new Set(services.map(({ id }) => id))
  return Object.keys(words.de).filter((key) => /^[a-z0-9-]+\.[a-z0-9-]+\.[a-z0-9-]+$/.test(key) && ids.has(key.split('.')[0] ?? ''))
}

function foreignCodes(service: Service, services: readonly Service[]): string[] {
  return refusalCodes(service.words, services)
    .filter((code) => code.split('.')[0] !== service.id)
    .map((code) => `${service.id} defines the refusal code "${code}", which belongs to another service.`)
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))]
}
