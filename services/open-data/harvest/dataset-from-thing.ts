/** A Thing with its Datastreams (OGC SensorThings API Part 1: Sensing, version 1.1, OGC 18-088) as dataset. */
import { datasetFromCkan, type FromCkanOptions } from '../ckan/from-ckan.ts'
import { isLoose, objectsIn, textIn, textsIn, type Loose } from '../ckan/loose.ts'
import type { MappedDataset } from '../dcat/schema.ts'
import { resolveLink } from './json-page.ts'
import { extra, fileTitle, keyOf, withDoubts } from './package.ts'
import { placeText } from './place-text.ts'

export type ThingContext = FromCkanOptions & {
  /** Address of the service, `https://…/v1.1`. */
  readonly service: string
  /** The service gives observations as CSV, too. */
  readonly csv: boolean
}

/**
 * Maps one Thing by what a CKAN package would say of it, so that the same cleaning and the same reasons apply. `properties` are free in
 * the standard: only words that name what every catalogue knows are read.
 */
export function datasetFromThing(value: unknown, context: ThingContext): MappedDataset {
  if (!isLoose(value)) return datasetFromCkan(value, context)
  const properties = isLoose(value['properties']) ? value['properties'] : {}
  const streams = objectsIn(value, 'Datastreams')
  const self = keyOf(resolveLink(textIn(value, '@iot.selfLink'), `${context.service}/`))
  const place = placeText(placeOf(value, streams))
  const [start, end] = periodOf(streams)
  const pack = {
    id: keyOf(textIn(value, '@iot.id')),
    title: value['name'],
    notes: value['description'],
    url: self,
    tags: [...new Set([...textsIn(properties, 'keywords'), ...streams.map(observedIn).filter((word) => word !== undefined)])],
    license_id: textIn(properties, 'license', 'licence'),
    resources: [...streams.flatMap((stream) => resourcesOf(stream, context)), ...furtherStreams(value, context)],
    extras: [...extra('uri', self), ...extra('language', textsIn(properties, 'language')), ...extra('temporal_start', start), ...extra('temporal_end', end), ...extra('spatial', place.text)],
  }
  return withDoubts(datasetFromCkan(pack, context), place.doubts)
}

/** The observations of a Datastream: as JSON, and as CSV where the service can. Both come in pages, so neither is one file. */
function resourcesOf(stream: Loose, { service, csv }: ThingContext): Loose[] {
  const self = textIn(stream, '@iot.selfLink')
  const observations = resolveLink(textIn(stream, 'Observations@iot.navigationLink') ?? (self && `${self}/Observations`), `${service}/`)
  if (observations === undefined) return []
  const id = textIn(stream, '@iot.id')
  const properties = isLoose(stream['properties']) ? stream['properties'] : {}
  const described = { name: fileTitle(textIn(stream, 'name')), description: [textIn(stream, 'description'), measuredIn(stream)].filter(Boolean).join('\n\n'), license: textIn(properties, 'license', 'licence') }
  const json = { ...described, id, url: observations, format: 'JSON' }
  return csv ? [json, { ...described, id: `${id}-csv`, url: `${observations}?$resultFormat=CSV`, format: 'CSV' }] : [json]
}

// A Thing with more Datastreams than the service hands out at once: the rest is one link away.
function furtherStreams(thing: Loose, { service }: ThingContext): Loose[] {
  if (textIn(thing, 'Datastreams@iot.nextLink') === undefined) return []
  const all = resolveLink(textIn(thing, 'Datastreams@iot.navigationLink', 'Datastreams@iot.nextLink'), `${service}/`)
  return all === undefined ? [] : [{ id: 'Datastreams', url: all, name: 'Datastreams', format: 'JSON' }]
}

const observedIn = (stream: Loose): string | undefined => (isLoose(stream['ObservedProperty']) ? textIn(stream['ObservedProperty'], 'name') : undefined)

/** `Lufttemperatur (°C)`: what is measured, and in which unit. */
function measuredIn(stream: Loose): string | undefined {
  const unit = isLoose(stream['unitOfMeasurement']) ? textIn(stream['unitOfMeasurement'], 'symbol', 'name') : undefined
  const observed = observedIn(stream)
  return observed !== undefined && unit !== undefined ? `${observed} (${unit})` : (observed ?? unit)
}

/**
 * From the first observation of any Datastream to the last, by days: a station that measures every minute has not changed because of that,
 * and one that fell silent shows it.
 */
function periodOf(streams: readonly Loose[]): [start: string | undefined, end: string | undefined] {
  const periods = streams.map((stream) => (textIn(stream, 'phenomenonTime') ?? '').split('/'))
  const days = (times: readonly (string | undefined)[]) => times.map((time) => /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0]).filter((day) => day !== undefined).toSorted()
  return [days(periods.map(([start]) => start))[0], days(periods.map(([start, end]) => end ?? start)).at(-1)]
}

/** Where the Thing stands, else the area that one of its Datastreams observes. */
function placeOf(thing: Loose, streams: readonly Loose[]): unknown {
  const located = objectsIn(thing, 'Locations').map((location) => location['location']).find(isLoose)
  return located ?? streams.map((stream) => stream['observedArea']).find(isLoose)
}
