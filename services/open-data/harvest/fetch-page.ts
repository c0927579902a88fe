import type { Refusal } from '../dcat/refusals.ts'
import { RefusalError } from '../dcat/refusals.ts'
import { guardedFetch } from '../fetch/guarded-fetch.ts'
import { defaultLimits } from '../rdf/limits.ts'
import { openDemoFile } from './demo-file.ts'
import type { HarvestPlatform } from './harvest-platform.ts'
import type { Source, SourceKind } from './schema.ts'
import { requestAddress } from './source-address.ts'
import { spool, type Spooled } from './spool.ts'

const accepts: Readonly<Record<SourceKind, string>> = {
  dcat: 'application/rdf+xml, text/turtle;q=0.9, application/ld+json;q=0.8',
  ckan: 'application/json',
  'csv-list': 'text/csv',
  'ogc-records': 'application/geo+json, application/json;q=0.9',
  wfs: 'application/xml, text/xml;q=0.9',
  sensorthings: 'application/json',
}

/** Brings one page of a source to disk. */
export async function fetchPage(platform: HarvestPlatform, source: Source, address: string, signal: AbortSignal): Promise<{ ok: true; page: Spooled } | { ok: false; refusal: Refusal }> {
  try {
    const opened = address.startsWith('demo:') ? openDemoFile(platform, address) : await openAddress(platform, source, address, signal)
    if (!opened.ok) return opened
    return { ok: true, page: await spool(opened.content, defaultLimits.bytes) }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal }
    throw error
  }
}

async function openAddress(platform: HarvestPlatform, source: Source, address: string, signal: AbortSignal) {
  const fetched = await guardedFetch(requestAddress(source.kind, address), { signal, accept: accepts[source.kind], allow: platform.config.harvest?.allow ?? [] })
  return fetched.ok ? { ok: true as const, content: fetched.body } : fetched
}
