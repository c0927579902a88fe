import { corpus } from '../../platform/kernel/search/judgements/corpus.ts'
import type { SearchRecord } from '../../platform/kernel/search/index.ts'

/**
 * `count` datasets made from the real ones: the same records again with another publisher, another year in the title and text, other formats.
 * Deterministic.
 */
export function generatedDatasets(count: number): SearchRecord[] {
  const real = corpus()
  const holders = [...new Set(real.map(({ holder }) => holder ?? ''))].filter(Boolean)
  return Array.from({ length: count }, (_, i) => {
    const record = real[i % real.length]
    if (!record) throw new Error('The public files are not beside the project (../shared/data).')
    const round = Math.floor(i / real.length)
    return round === 0 ? record : varied(record, round, holders[(i * 7919) % holders.length] ?? '')
  })
}

const formats = ['CSV', 'JSON', 'SHP', 'WMS', 'PDF', 'XLSX', 'GeoJSON', 'XML']

function varied(record: SearchRecord, round: number, holder: string): SearchRecord {
  const year = 2010 + round
  const later = (text: string) => text.replace(/\b(?:19|20)\d\d\b/g, (found) => String(Number(found) + round))
  const title = /\b(?:19|20)\d\d\b/.test(record.title) ? later(record.title) : `${record.title} ${year}`
  return {
    ...record, ref: `${record.ref}#${round}`, title, holder, body: later(record.body ?? ''),
    facets: { ...record.facets, organisation: [holder], year: [String(year)], format: formats.filter((_, i) => (i + round + title.length) % 3 === 0) },
  } // prettier-ignore
}
