import { addDays, instantAt, plainDateOf } from '@modellregion/standards'
import { listLatestNumbers, readBuckets } from '../../services/smart-school/store/queries.ts'
import { tenant, type openWorld } from './world.ts'

type World = Awaited<ReturnType<typeof openWorld>>
export type Question = { what: string; target: number; /** Milliseconds of the same asked barely, for the ratio. */ bare?: () => Promise<unknown>; ask: () => Promise<unknown>; rows: number; /** It walks along the moments of all series until it has enough. */ walks?: boolean }

const days = Array.from({ length: 366 }, (_, day) => instantAt(addDays(plainDateOf(2025, 1, 1), day)))

/** What is asked of a town with many observations. Series 7 and its neighbours have a whole year. */
export function questions(world: World): Question[] {
  const page = (what: string, path: string, rows: number): Question => ({ what, target: 100, rows, ask: async () => (await get(world.origin, path)).value.length })
  return [
    { what: 'latest value of 3,000 series', target: 5, rows: 3_000, ask: async () => (await world.read((db) => listLatestNumbers(db))).length, bare: () => world.query(`select s.id, l.number from smart_school.series s cross join lateral (select number from smart_school.observation o where o.tenant_id = s.tenant_id and o.series_id = s.id order by phenomenon_time desc limit 1) l where s.tenant_id = '${tenant}'`) },
    { what: 'a year of ten-minute values of one series as daily sums', target: 20, rows: 365, ask: async () => (await world.read((db) => readBuckets(db, 7, days))).length, bare: () => world.query(`select sum(number) from smart_school.observation where tenant_id = '${tenant}' and series_id = 7`) },
    page('SensorThings: filter on result and time, expand to thing, newest 100 of a series', `Datastreams(7)/Observations?$filter=result gt 500 and phenomenonTime ge 2025-03-01T00:00:00Z&$expand=Datastream($expand=Thing)&$orderby=phenomenonTime desc&$top=100`, 100),
    page('SensorThings: one hour of the whole town, expand to series and feature', `Observations?$filter=phenomenonTime ge 2025-06-02T08:00:00Z and phenomenonTime lt 2025-06-02T09:00:00Z&$expand=Datastream,FeatureOfInterest&$top=100`, 100),
    { ...page('SensorThings: newest values above a limit in the whole town', `Observations?$filter=result gt 1000&$orderby=phenomenonTime desc&$expand=Datastream&$top=100`, 100), walks: true },
    page('SensorThings: series of a property with thing and last value', `Datastreams?$filter=ObservedProperty/name eq 'Temperatur'&$expand=Thing,Observations($top=1;$orderby=phenomenonTime desc)&$top=100`, 100),
    page('SensorThings: last values of 100 things (FROST#287)', `Things?$expand=Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc))&$top=100`, 100),
    page('SensorThings: observations of a MultiDatastream (FROST#1262)', `MultiDatastreams(3001)/Observations?$top=100`, 100),
    page('SensorThings: number of observations of a series (FROST#2096)', `Datastreams(7)/Observations?$count=true&$top=100`, 100),
    page('SensorThings: page at 50,000 of a series', `Datastreams(7)/Observations?$orderby=phenomenonTime&$skip=50000&$top=100`, 100),
  ]
}

async function get(origin: string, path: string): Promise<{ value: unknown[] }> {
  const answer = await fetch(`${origin}/sensorthings/v1.1/${path.replaceAll(' ', '%20')}`)
  if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${await answer.text()}`)
  return (await answer.json()) as { value: unknown[] } // the shape of the standard
}

/** Questions before the clock starts: the compiler has seen the code then, as in a process that runs for a while. */
const warmUp = 20

export type Taken = { p50: number; p95: number; most: number }

/** Asks again and again, one at a time. Throws when an answer has another number of rows than it must have. */
export async function take({ ask, rows, what }: Question, times: number): Promise<Taken> {
  const took: number[] = []
  for (let n = -warmUp; n < times; n++) {
    const began = performance.now()
    const got = await ask()
    if (got !== rows) throw new Error(`${what}: ${String(got)} rows instead of ${rows}`)
    if (n >= 0) took.push(performance.now() - began)
  }
  const sorted = took.toSorted((a, b) => a - b)
  const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: part(0.5), p95: part(0.95), most: part(1) }
}
