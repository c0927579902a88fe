/** What is promised, what is late, and when to ask again. Pure. */
import { frequencies } from '../vocabulary/lists.ts'
import type { Dataset, Iri } from '../dcat/schema.ts'
import type { AddressRole, Answered } from './schema.ts'

const day = 86_400_000

/** Days between two updates, by the code of the EU frequency list. Codes without a rhythm (irregular, as needed, never …) promise nothing. */
const promisedDays: Readonly<Record<string, number>> = {
  CONT: 1, UPDATE_CONT: 1, '1MIN': 1, '5MIN': 1, '10MIN': 1, '15MIN': 1, '30MIN': 1, HOURLY: 1, BIHOURLY: 1, TRIHOURLY: 1, '12HRS': 1, DAILY: 1, DAILY_2: 1,
  WEEKLY_5: 3, WEEKLY_3: 3, WEEKLY_2: 4, WEEKLY: 7, BIWEEKLY: 14, MONTHLY_3: 10, MONTHLY_2: 15, MONTHLY: 31, BIMONTHLY: 62, QUARTERLY: 92, ANNUAL_3: 122, ANNUAL_2: 183, ANNUAL: 366,
  BIENNIAL: 731, TRIENNIAL: 1_096, QUADRENNIAL: 1_461, QUINQUENNIAL: 1_827, DECENNIAL: 3_653, BIDECENNIAL: 7_305, TRIDECENNIAL: 10_958,
}

/** Patience beyond the promise: a quarter of the rhythm, at least two days, so that weekends and holidays make nobody late. */
const patience = (days: number): number => Math.max(2, Math.ceil(days / 4))

/** After how many days without a change a dataset is late; undefined when nothing is promised. */
export function lateAfterDays(frequency: Iri | undefined): number | undefined {
  const days = promisedDays[frequencies.byUri.get(frequency ?? '')?.code ?? '']
  return days === undefined ? undefined : days + patience(days)
}

/** Every rhythm that promises something, for queries. */
export const promises: readonly { uri: Iri; days: number }[] = frequencies.concepts.flatMap(({ uri }) => {
  const days = lateAfterDays(uri)
  return days === undefined ? [] : [{ uri, days }]
})

export type Standing = 'kept' | 'late' | 'unpromised' | 'undated'
export function standingOf(frequency: Iri | undefined, modified: Date | null, now: Date): Standing {
  const days = lateAfterDays(frequency)
  if (days === undefined) return 'unpromised'
  if (!modified) return 'undated'
  return now.getTime() - modified.getTime() > days * day ? 'late' : 'kept'
}

/** The moment after which a dataset is late. */
export const dueOn = (modified: Date, days: number): Date => new Date(modified.getTime() + days * day)

/** Failures in a row from which an address counts as broken: one bad night is none. */
export const brokenFrom = 2
const asksAgainAfter = { reachable: 7, unasked: 30 } as const
const longestBackOff = 30

/** When to ask an address again: weekly while it answers, after 1, 2, 4 … 30 days while it fails. */
export function nextCheck(now: Date, { state }: Pick<Answered, 'state'>, failures: number): Date {
  const days = state === 'reachable' || state === 'unasked' ? asksAgainAfter[state] : state === 'unknown' ? 1 : Math.min(longestBackOff, 2 ** Math.max(0, failures - 1))
  return new Date(now.getTime() + days * day)
}

/** The addresses of the web a description leads to, each once per role. Files that the portal keeps itself are not among them. */
export function addressesOf(dataset: Dataset): { address: string; role: AddressRole }[] {
  const found = new Map<string, { address: string; role: AddressRole }>()
  const add = (role: AddressRole, addresses: readonly Iri[]) => {
    for (const address of addresses) if (/^(?:https?|ftp):\/\//i.test(address) && URL.canParse(address)) found.set(`${role} ${address}`, { address, role })
  }
  add('page', [...dataset.landingPage, ...dataset.page])
  for (const file of dataset.distribution) {
    add('access', file.accessURL)
    add('download', file.downloadURL)
    add('page', file.page)
    for (const service of file.accessService) add('service', service.endpointURL)
  }
  return [...found.values()]
}

/** In turns by host: no host gets more than `most`, and its addresses stay together in one queue. */
export function queuesByHost<A extends { host: string }>(due: readonly A[], most: number): A[][] {
  return [...Map.groupBy(due, ({ host }) => host).values()].map((queue) => queue.slice(0, most))
}
