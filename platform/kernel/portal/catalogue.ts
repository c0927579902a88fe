import type { IconName } from '@modellregion/ui'
import type { Service } from '../boot/service.ts'
import type { Platform } from '../boot/platform.ts'
import type { Ask, Title } from '../http/route.ts'
import type { Locale } from '../i18n/index.ts'
import { lifeSituations, serviceNames, type NamedService } from '../locales/index.ts'
import type { Tenant } from '../tenancy/index.ts'

type Link = { href: string; label: string }
type Asks = Pick<Ask, 'platform' | 'tenant' | 'say' | 'locale'>

/** A service as the portal shows it. */
export type Offer = { service: Service; name: string; sentence: string; href: string; links: Link[] }

/** Services the town has switched on and that are not for staff alone, by name. */
export function offersOf(ask: Asks): Offer[] {
  return enabledServices(ask)
    .map((service) => ({
      service,
      name: nameIn(ask, service),
      sentence: sayTitle(ask, service.summary) ?? '',
      href: service.home,
      links: (service.navigation ?? [])
        .filter((entry) => entry.access === undefined && entry.href !== service.home)
        .map((entry) => ({ href: entry.href, label: sayTitle(ask, entry.title) ?? entry.href })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'))
}

export const enabledServices = ({ platform, tenant }: { platform: Pick<Platform, 'registry'>; tenant: Tenant }): Service[] =>
  platform.registry.services.filter((service) => service.id !== 'platform' && !service.internal && tenant.services.includes(service.id))

/** The service's name in this town: its own brand name, or the neutral one. */
export const nameIn = (ask: Pick<Ask, 'tenant' | 'say'>, service: Service): string => ask.tenant.serviceNames[service.id] ?? sayTitle(ask, service.title) ?? service.id

export const sayTitle = (ask: Pick<Ask, 'say' | 'tenant'>, { words, key }: Title): string | undefined => ask.say(words).find(key, { town: ask.tenant.name })

const icons: Readonly<Record<string, IconName>> = {
  family: 'family', school: 'book', learning: 'book', home: 'box', identity: 'user', applications: 'inbox', helping: 'hands', 'having-a-say': 'people', shopping: 'building',
  animals: 'heart', culture: 'sun', history: 'history', figures: 'data', environment: 'tree', emergency: 'alert', health: 'heart', 'working-here': 'work', cooperation: 'link',
} // prettier-ignore

export type Situation = { id: string; icon: IconName; title: string; href: string; tasks: Link[] }

/** Fewer services than this are shown as cards: a grid of life situations would name the same service again and again. */
export const fewServices = 4
const mostSituations = 9
const mostTasks = 3

/** Life situations that some service of the town answers, those with the most to offer first and cut to the size of the front page. */
export function situationsOf(offers: readonly Offer[], locale: Locale): Situation[] {
  return lifeSituations
    .map((situation) => ({ situation, tasks: offers.filter(({ service }) => belongsTo(service, situation.id)).flatMap((offer) => [{ href: offer.href, label: offer.name }, ...offer.links]) }))
    .filter(({ tasks }) => tasks.length > 0)
    .slice(0, mostSituations)
    .map(({ situation, tasks }) => ({
      id: situation.id,
      icon: icons[situation.id] ?? 'folder',
      title: situation.name[locale],
      href: `/services?life=${situation.id}`,
      tasks: tasks.slice(0, mostTasks),
    }))
}

export function belongsTo(service: Pick<Service, 'id'>, situation: string): boolean {
  return Object.hasOwn(serviceNames, service.id) && serviceNames[service.id as NamedService].lifeSituations.some((id) => id === situation) // hasOwn checked the name
}

export const situationName = (id: string | undefined, locale: Locale): string | undefined => lifeSituations.find((situation) => situation.id === id)?.name[locale]

/** An icon for a service: that of the first life situation it belongs to. */
export function iconOf({ id }: Pick<Service, 'id'>): IconName {
  const first = Object.hasOwn(serviceNames, id) ? serviceNames[id as NamedService].lifeSituations[0] : undefined // hasOwn checked the name
  return (first !== undefined && icons[first]) || 'folder'
}
