import { reuseKindPort, type ReuseKinds } from '@modellregion/contracts'
import type { Ask, Platform } from '@modellregion/kernel'
import type { Labels } from './pages/say.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'say' | 'locale'>

/** Names of towns, services and kinds in the reader's language, and which kinds this town can install. */
export function labelsOf(ask: Asks): Labels {
  const language = ask.locale === 'en' ? 'en' : 'de'
  const { services } = ask.platform.registry
  const kinds = ask.platform.registry.offersOf<ReuseKinds<Platform>>(reuseKindPort).flatMap(({ service, offer }) => offer.map((kind) => ({ id: `${service.id}.${kind.id}`, service: service.id, title: kind.title[language], use: kind.use[language] })))
  return {
    towns: new Map(ask.platform.directory.all().map(({ id, name }) => [id, name])),
    services: new Map(services.map(({ id, title }) => [id, ask.say(title.words).find(title.key) ?? id])),
    kinds: new Map(kinds.map(({ id, title, use }) => [id, { title, use }])),
    used: new Set(ask.tenant.services),
    here: new Set(kinds.filter(({ service }) => ask.tenant.services.includes(service)).map(({ id }) => id)),
  }
}
