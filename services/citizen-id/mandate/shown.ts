import type { Ask, Service } from '@modellregion/kernel'
import { plainDate } from '@modellregion/standards'
import type { PageT } from '../locales/index.ts'
import { endOf, fullAgeAt, stateNow } from './rules.ts'
import type { Mandate } from './schema.ts'
import type { Shown } from './pages/list.tsx'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'say'>

/** What a mandate can be limited to: the services of the town that are for its people. */
export const offeredServices = ({ platform, tenant }: Pick<Asks, 'platform' | 'tenant'>): Service[] =>
  platform.registry.services.filter((service) => service.id !== 'platform' && service.id !== 'citizen-id' && !service.internal && tenant.services.includes(service.id))

export const serviceName = (ask: Asks, service: Service): string => ask.tenant.serviceNames[service.id] ?? ask.say(service.title.words).find(service.title.key) ?? service.id

/** The limits of a mandate in words. What is not installed any more keeps its id, so that nobody takes it for nothing. */
export function limitsOf(ask: Asks, t: PageT, mandate: Pick<Mandate, 'kind' | 'scope' | 'validUntil' | 'principalBirthDate'>): { scope: string; until: string } {
  const named = mandate.scope.map((id) => {
    const service = ask.platform.registry.services.find((one) => one.id === id)
    return service ? serviceName(ask, service) : id
  })
  const end = endOf(mandate)
  const ofAge = mandate.kind === 'parent' && mandate.principalBirthDate !== null ? fullAgeAt(plainDate(mandate.principalBirthDate)) : undefined
  const until = end === undefined ? t('mandate.until-revoked') : ofAge?.getTime() === end.getTime() ? t('mandate.until-of-age', { day: end }) : t.format.date(new Date(end.getTime() - 1))
  return { scope: named.length === 0 ? t('mandate.scope-all') : t.format.list(named), until }
}

export function shownOf(ask: Asks & Pick<Ask, 'now'>, t: PageT, mandate: Mandate, uses: number): Shown {
  const state = stateNow(mandate, ask.now)
  const { id, kind, principalName, representativeLabel } = mandate
  return { id, kind, principalName, representativeLabel, state: state === 'proposed' && kind !== 'power-of-attorney' ? 'waiting' : state, uses, ...limitsOf(ask, t, mandate) }
}
