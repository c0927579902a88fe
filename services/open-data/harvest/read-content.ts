import { refuse, RefusalError } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import type { Page, Reading } from './page.ts'
import { readCkan } from './read-ckan.ts'
import { readCsvList } from './read-csv-list.ts'
import { readDcat } from './read-dcat.ts'
import { readOgcRecords } from './read-ogc-records.ts'
import { readSensorThings } from './read-sensorthings.ts'
import { readWfs } from './read-wfs.ts'
import type { Source } from './schema.ts'

/** Maps the content of one page of a source. Expected failures are refusals. */
export async function readContent(source: Source, address: string, content: ByteSource, signal: AbortSignal): Promise<Reading> {
  try {
    const page = await read(source, address, content, signal)
    // The demonstration ships the first page of a catalogue; what it calls the next one lies in the net.
    return page.ok && address.startsWith('demo:') ? withoutNext(page) : page
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
    case 'ogc-records':
      return await readOgcRecords(source, address, content)
    case 'sensorthings':
      return await readSensorThings(source, address, content)
    case 'wfs':
      return await readWfs(source, address, content)
  }
}

function withoutNext({ next: _, ...page }: Page): Page {
  return page
}
