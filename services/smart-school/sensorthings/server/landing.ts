import { entities } from '../model.ts'
import { requirementUris } from '../conformance/table.ts'
import { exactUntil } from '../queries/count.ts'
import { patience } from '../queries/read.ts'
import { pageSize } from '../query/options.ts'
import { baseOf, type Site } from './exchange.ts'

/** What the service offers, for programs (18-088, 9.2.1): sets, requirements, limits, and where MQTT listens. */
export function landingPage(site: Site): unknown {
  const base = baseOf(site)
  const value = entities.map(({ set }) => ({ name: set, url: `${base}/${set}` }))
  if (site.version === 'v1.0') return { value }
  return { value, serverSettings: serverSettings(site) }
}

/** Registered for MQTT (IANA); where the own broker listens unless told otherwise. */
const usualPort = 1_883

function serverSettings({ platform, origin }: Site): unknown {
  const { mqtt } = platform.config
  const host = new URL(origin).hostname
  const uri = 'http://www.opengis.net/spec/iot_sensing/1.1/req'
  const endpoints = mqtt?.port === false ? [] : [`${mqtt?.tls ? 'mqtts' : 'mqtt'}://${host}:${mqtt?.port || usualPort}`]
  return {
    conformance: requirementUris(),
    ...(endpoints.length > 0 && { [`${uri}/create-observations-via-mqtt/observations-creation`]: { endpoints }, [`${uri}/receive-updates-via-mqtt/receive-updates`]: { endpoints } }),
    'https://modellregion.example/sensorthings/limits': { pageSize: pageSize.usual, largestPage: pageSize.most, exactCountUntil: exactUntil, patienceMilliseconds: patience },
  }
}
