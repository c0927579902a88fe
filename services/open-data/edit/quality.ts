import type { Dataset, Distribution } from '../dcat/schema.ts'
import { gradeOf, mqaScore, type Grade, type IndicatorId } from '../quality/mqa.ts'
import type { Step } from './schema.ts'

/** Where the editor asks for what an indicator looks at. What only a check from outside can tell, and what the portal does itself, is nowhere. */
const places: Readonly<Partial<Record<IndicatorId, `${Step}#${string}`>>> = {
  keyword: 'what#keyword', theme: 'what#theme', spatial: 'when#places', temporal: 'when#temporal-start', 'download-url': 'files#files', format: 'files#files', 'media-type': 'files#files', 'format-from-vocabulary': 'files#files',
  'non-proprietary': 'files#files', 'machine-readable': 'files#files', licence: 'files#files', 'licence-from-vocabulary': 'files#files', rights: 'files#files', 'access-rights': 'legal#access-rights',
  'access-rights-from-vocabulary': 'legal#access-rights', contact: 'who#contact-email', publisher: 'who#organisation', 'dcat-ap-compliance': 'send#findings', issued: 'when#issued', modified: 'when#modified',
} // prettier-ignore

/** Indicators the editor can do something about. */
export const indicators: readonly Improvement['id'][] = [...(Object.keys(places) as IndicatorId[]), 'file'] // keys as typed above

/** `file`: everything a first file brings at once. */
export type Improvement = { id: IndicatorId | 'file'; gain: number; place: string }
export type Quality = { points: number; grade: Grade; next: readonly Improvement[] }

/** Points of a draft as it would be published, and the improvements that bring most, dearest first. Pure: it runs while somebody types. */
export function qualityOf(draft: Dataset): Quality {
  const { points, indicators } = mqaScore(asPublished(draft))
  const open = indicators.flatMap(({ id, max, points: has, state }): Improvement[] => {
    const place = places[id]
    return place !== undefined && max > has && state !== 'unknown' ? [{ id, gain: max - has, place }] : []
  })
  const next = draft.distribution.length > 0 ? open : withFirstFile(open)
  return { points, grade: gradeOf(points), next: next.toSorted((a, b) => b.gain - a.gain) }
}

function withFirstFile(open: readonly Improvement[]): Improvement[] {
  const ofFiles = open.filter(({ place }) => place === 'files#files')
  return [...open.filter((one) => !ofFiles.includes(one)), { id: 'file', gain: ofFiles.reduce((sum, { gain }) => sum + gain, 0), place: 'files#files' }]
}

// Addresses and sizes of own files come by themselves on publication.
const asPublished = (draft: Dataset): Dataset => ({ ...draft, distribution: draft.distribution.map(withAddress) })

function withAddress(file: Distribution): Distribution {
  if (file.versionId === undefined) return file
  const address = `https://own.invalid/open-data/file/${file.id}`
  return { ...file, accessURL: [address], downloadURL: [address] }
}
