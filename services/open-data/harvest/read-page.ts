import type { Platform } from '@modellregion/kernel'
import { refuse, RefusalError, type Refusal } from '../dcat/refusals.ts'
import { guardedFetch } from '../fetch/guarded-fetch.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { openDemoFile } from './demo-file.ts'
import type { Page, Reading } from './page.ts'
import { ckanPageAddress, readCkan } from './read-ckan.ts'
import { readCsvList } from './read-csv-list.ts'
import { readDcat } from './read-dcat.ts'
import type { Source } from './schema.ts'

/** Fetches and maps one page of a source. Expected failures of the transfer and of the file are refusals. */
export async function readPage(platform: Platform, source: Source, address: string, signal: AbortSignal): Promise<Reading> {
  try {
    const isDemo = address.startsWith('demo:')
    const opened = isDemo ? openDemoFile(platform, address) : await fetchSource(platform, source, address, signal)
    if (!opened.ok) return opened
    const page = await read(source, address, opened.content, signal)
    // The demonstration ships the first page of a catalogue; what it calls the next one lies in the net.
    return page.ok && isDemo ? withoutNext(page) : page
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal }
    if (signal.aborted) throw error
    return { ok: false, refusal: refuse('open-data.harvest.source-broken', { detail: (error as Error).message }) }
  }
}

async function read(source: Source, address: string, content: ByteSource, signal: AbortSignal): Promise<Reading> {
  switch (source.kind) {
    case 'ckan':
      return await readCkan(source, address, content)
    case 'csv-list':
      return readCsvList(source, content)
    case 'dcat':
      return await readDcat(source, content, signal)
  }
}

const accepts = { dcat: 'application/rdf+xml, text/turtle;q=0.9, application/ld+json;q=0.8', ckan: 'application/json', 'csv-list': 'text/csv' } as const

async function fetchSource(platform: Platform, source: Source, address: string, signal: AbortSignal): Promise<{ ok: true; content: ByteSource } | { ok: false; refusal: Refusal }> {
  const url = source.kind === 'ckan' ? ckanPageAddress(address) : address
  const fetched = await guardedFetch(url, { signal, accept: accepts[source.kind], allow: platform.config.harvest?.allow ?? [] })
  return fetched.ok ? { ok: true, content: fetched.body } : fetched
}

function withoutNext({ next: _, ...page }: Page): Page {
  return page
}
