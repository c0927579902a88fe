import type { Platform } from '@modellregion/kernel'
import { readCatalogue } from '../dcat/read-catalogue.ts'
import type { Refusal } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { openDemoFile } from './demo-file.ts'
import { asDelivered, type Page, type Reading } from './page.ts'
import type { Source } from './schema.ts'

/** Fetches and maps one page of a source. */
export async function readPage(platform: Platform, source: Source, address: string, signal: AbortSignal): Promise<Reading> {
  const opened = await open(platform, address, signal)
  if (!opened.ok) return opened
  const page = await readDcat(source, opened.content, signal)
  // The demonstration ships the first page of a catalogue; what it calls the next one lies in the net.
  return page.ok && address.startsWith('demo:') ? withoutNext(page) : page
}

function withoutNext({ next: _, ...page }: Page): Page {
  return page
}

type Opened = { ok: true; content: ByteSource } | { ok: false; refusal: Refusal }

async function open(platform: Platform, address: string, _signal: AbortSignal): Promise<Opened> {
  return openDemoFile(platform, address)
}

async function readDcat(source: Source, content: ByteSource, signal: AbortSignal): Promise<Reading> {
  const read = await readCatalogue(content, { signal, ...(source.options.language && { language: source.options.language }) })
  if (!read.ok) return read
  return {
    ok: true,
    records: asDelivered(read.datasets()),
    expected: read.paging.totalItems ?? read.count,
    ...(read.paging.nextPage && { next: read.paging.nextPage }),
    services: read.services(),
    series: read.series(),
  }
}
