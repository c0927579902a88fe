import type { IconName } from '@modellregion/ui'
import type { AccessRule } from '../access/rules.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { ServiceDeadlines } from '../deadlines/hook.ts'
import type { Subscriber } from '../events/index.ts'
import type { Dictionary, Locale, Words } from '../i18n/index.ts'
import type { Actor } from '../identity/actor.ts'
import type { DemoPerson } from '../identity/demo-people.ts'
import type { Job } from '../jobs/index.ts'
import type { PersonalData } from '../privacy/index.ts'
import type { Ask, Route, Title } from '../http/route.ts'
import type { Tenant } from '../tenancy/index.ts'
import type { Companion } from './companion.ts'
import type { Engine } from './engine.ts'
import type { Platform } from './platform.ts'

export type NavigationEntry = {
  title: Title
  href: string
  /** Shown to those who have this permission only. */
  access?: string
  /** Stands in the console of the town, with this icon. Needs `access`. */
  console?: IconName
}

/** A thing the signed-in person has going on, for "my matters". */
export type Matter = { title: string; href: string; status: string; tone: 'info' | 'warn' | 'ok'; due?: Date; note?: string }

/** A fact that is true today, for the strip on the front page. */
export type TodayFact = { icon: string; title: string; detail: string; href: string }

/** What a service tells the people of the town: one line among the town's news. `at` lies in the past; `lang` when it is not written in the reader's language. */
export type NewsLine = { title: string; teaser: string; href: string; at: Date; lang?: Locale }

export type Demo = {
  /** Fills a town on first start, through the service's ordinary functions. Must be repeatable. */
  seed(platform: Platform, tenant: Tenant, now: Date): Promise<void>
  /**
   * What is more than a start should wait for, such as a year of measurements: written in the background of a started demonstration, never in
   * tests. Must be repeatable and go on where it was interrupted. `report` tells the operator how far it is.
   */
  fill?(platform: Platform, tenant: Tenant, report: (line: string) => void, signal: AbortSignal): Promise<void>
  /** What the invented world goes on doing for as long as a started demonstration runs, such as sensors that keep measuring. Ends with the signal. */
  goOn?(platform: Platform, tenant: Tenant, signal: AbortSignal): Promise<void>
  /** Demo towns that get this service, with their brand name for it. */
  towns?: Record<string, { name?: string }>
  /** Fictional people of this service on the demonstration's sign-in page. */
  people?: readonly DemoPerson[]
}

/** The door and table of contents of a service. */
export type Service = {
  id: string
  version: string
  /** `import.meta.dirname` of the manifest: migrations, docs and reuse lie beside it. */
  folder: string
  words: Words<Dictionary>
  title: Title
  /** One sentence: what it is for. */
  summary: Title
  /** Where the town's front page and menu lead. */
  home: string
  /** For staff and operators only: not in the town's menu. */
  internal?: true
  routes: readonly Route[]
  access: readonly AccessRule[]
  /** Roles that are given by two people only; those that manage people are so anyway. */
  sensitiveRoles?: readonly string[]
  privacy: readonly PersonalData[]
  navigation?: readonly NavigationEntry[]
  jobs?: readonly Job[]
  subscribers?: readonly Subscriber[]
  /** Periods that a law or the town sets, and what happens when one comes near or is over. */
  deadlines?: ServiceDeadlines
  /** Kinds of search results with their singular name. */
  searchKinds?: Record<string, Title>
  /** `say` speaks the reader's language and form of address, as in a route. */
  matters?(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]>
  today?(db: UnitOfWork, locale: Locale, say: Ask['say']): Promise<TodayFact[]>
  /** The newest messages of the service, twenty at most: they stand among the town's news on the front page, in its list and its feed. Pages behind them are open to everybody. */
  news?(db: UnitOfWork, locale: Locale): Promise<NewsLine[]>
  /** Protocols that a library serves by itself, below a path of their own. */
  engines?: readonly Engine[]
  /** What runs beside requests and jobs for as long as the process: a listener of another protocol. */
  companions?: readonly Companion[]
  /** Ports of `@modellregion/contracts` that this service offers, by port id. */
  offers?: Record<string, unknown>
  demo?: Demo
  /** Addresses with demo data that the accessibility run visits. */
  pages: readonly string[]
}

/** Checks nothing by itself: the registry refuses omissions when all services are known. */
export const defineService = <De extends Dictionary>(service: Omit<Service, 'words'> & { words: Words<De> }): Service =>
  service as unknown as Service // the dictionary's keys matter inside the service only
