import { unguarded } from '../../csv/rules.ts'
import { kdnFields, reuseClassesInOrder, type KdnFields, type NewProject, type Project, type ProjectLink, type Source, type Stage } from '../schema.ts'
import { isAddress, leadOnly, linesOf, linesOfLinks } from './change.ts'
import { emptyProject } from './empty.ts'
import { rowsOf, type Row } from './rows.ts'
import { slugOf } from './slug.ts'
import { isPublicAt, missingAt, type Need } from './stage.ts'

/** Columns of the database of transferable projects of the KDN (ozg.kdn.de, dmr.kdn.de), in its order. */
export const kdnColumns = ['title', 'description', 'phase', 'lead', 'uniqueSellingPoint', 'benefit', 'transferableService', 'transferFrom', 'categories', 'grantee', 'region', 'webPages', 'documents', 'forWhom'] as const
export type KdnColumn = (typeof kdnColumns)[number]

/** Heads as files write them, in any case of letters. The first is ours. */
const heads: Readonly<Record<KdnColumn, readonly string[]>> = {
  title: ['Titel', 'title', 'projekttitel', 'name'],
  description: ['Beschreibung', 'description', 'projektbeschreibung'],
  phase: ['Phase', 'projektphase'],
  lead: ['Projektleitung', 'lead', 'leitung'],
  uniqueSellingPoint: ['Alleinstellungsmerkmal', 'unique selling point'],
  benefit: ['Nutzen für alle', 'benefit', 'nutzen'],
  transferableService: ['Übertragbare Leistung', 'transferable service', 'nachnutzbare leistung'],
  transferFrom: ['Beginn der Übertragbarkeit', 'start of transferability', 'übertragbar ab'],
  categories: ['Kategorien', 'categories', 'kategorie'],
  grantee: ['Zuwendungsempfänger', 'grantee', 'fördermittelempfänger'],
  region: ['Region', 'modellregion'],
  webPages: ['Webseiten', 'web pages', 'ergebnisse', 'links'],
  documents: ['Dokumente', 'documents'],
  forWhom: ['Für wen', 'for whom', 'zielgruppe'],
}
export const headOf = (column: KdnColumn): string => heads[column][0] ?? column

/** Phases of that database and what they are here. "Vorbereitung" means that an application is being written. */
const phases: ReadonlyMap<string, Stage> = new Map([['vorbereitung', 'application'], ['konzeption', 'notice'], ['umsetzung', 'delivery'], ['projektabschluss', 'proof-of-use']])

export type KdnProject = { readonly line: number; readonly slug: string; readonly name: string; readonly summary: string; readonly stage: Stage; readonly lead: string; readonly kdn: KdnFields; readonly links: readonly ProjectLink[] }
export type KdnFinding = { readonly line: number; readonly column: KdnColumn | null; readonly code: 'missing' | 'too-long' | 'phase' | 'address' | 'twice' | 'columns' }
export type KdnResult =
  | { readonly ok: true; readonly projects: readonly KdnProject[]; readonly findings: readonly KdnFinding[] }
  | { readonly ok: false; readonly code: 'quotes'; readonly line: number }
  | { readonly ok: false; readonly code: 'head'; readonly missing: readonly KdnColumn[] }
  | { readonly ok: false; readonly code: 'long' }

/** What a project of such a list lacks at the stage it claims: the list knows no amounts, periods, results and promises. */
export const missingIn = ({ stage, summary, lead }: Pick<KdnProject, 'stage' | 'summary' | 'lead'>): readonly Need[] =>
  missingAt({ stage, summary, partners: leadOnly(lead), grantCents: null, startsOn: null, endsOn: null, results: '', status: '', promises: [] })

/** A project of such a list as it is taken over. What is granted is public. */
export const projectFrom = ({ slug, name, summary, stage, lead, links, kdn }: KdnProject, source: Source): NewProject => ({ ...emptyProject, slug, name, summary, stage, links, kdn, source, origin: 'import', isPublic: isPublicAt({ isPublic: false }, stage), partners: leadOnly(lead) })

/** Known by its address or by its name: a project may have an address that is shorter than its name. */
export function knownAmong(projects: readonly Pick<Project, 'slug' | 'name'>[]): (one: Pick<Project, 'slug'>) => boolean {
  const known = new Set(projects.flatMap(({ slug, name }) => [slug, slugOf(name)]))
  return ({ slug }) => known.has(slug)
}

export const mostKdnLines = 500
// As long as the forms take them: what is read in can be changed later.
const longest: Readonly<Partial<Record<KdnColumn, number>>> = { title: 120, lead: 200, transferFrom: 200, categories: 400, grantee: 200, region: 200 }
const mostText = 4_000
const required = ['title', 'description', 'phase'] as const

/** Reads a file of that database. A line with a mistake is named with its column and left out; the others are taken. */
export function readKdn(text: string): KdnResult {
  const read = rowsOf(text)
  if (!read.ok) return { ok: false, code: 'quotes', line: read.line }
  const [head, ...rows] = read.rows
  const columns = (head?.cells ?? []).map((cell) => kdnColumns.find((column) => heads[column].some((one) => one.toLowerCase() === cell.trim().toLowerCase())))
  const missing = required.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { ok: false, code: 'head', missing }
  if (rows.length > mostKdnLines) return { ok: false, code: 'long' }
  const [projects, findings]: [KdnProject[], KdnFinding[]] = [[], []]
  const seen = new Set<string>()
  for (const row of rows) {
    const one = projectOf(row, columns)
    if ('code' in one) findings.push(one)
    else if (seen.has(one.slug)) findings.push({ line: row.line, column: 'title', code: 'twice' })
    else projects.push(one)
    if ('slug' in one) seen.add(one.slug)
  }
  return { ok: true, projects, findings }
}

function projectOf({ line, cells }: Row, columns: readonly (KdnColumn | undefined)[]): KdnProject | KdnFinding {
  if (cells.length !== columns.length) return { line, column: null, code: 'columns' }
  const value = (column: KdnColumn): string => unguarded((cells[columns.indexOf(column)] ?? '').trim())
  for (const column of kdnColumns) {
    if (value(column) === '' && required.some((one) => one === column)) return { line, column, code: 'missing' }
    if (value(column).length > (longest[column] ?? mostText)) return { line, column, code: 'too-long' }
  }
  const stage = phases.get(value('phase').toLowerCase())
  if (!stage) return { line, column: 'phase', code: 'phase' }
  const slug = slugOf(value('title'))
  if (slug === '') return { line, column: 'title', code: 'missing' }
  const links: ProjectLink[] = []
  for (const column of ['webPages', 'documents'] as const)
    for (const url of linesOf(value(column).replace(/[;|]|,\s/g, '\n'))) {
      if (!isAddress(url)) return { line, column, code: 'address' }
      links.push({ kind: column === 'webPages' ? 'page' : 'document', url, label: '' })
    }
  if (linesOfLinks(links).length > mostText) return { line, column: 'webPages', code: 'too-long' }
  return { line, slug, name: value('title'), summary: value('description'), stage, lead: value('lead'), links, kdn: Object.fromEntries(kdnFields.flatMap((field) => (value(field) === '' ? [] : [[field, value(field)]]))) }
}

const phaseAt: Readonly<Partial<Record<Stage, string>>> = { idea: 'Vorbereitung', application: 'Vorbereitung', notice: 'Konzeption', delivery: 'Umsetzung', 'proof-of-use': 'Projektabschluss', transfer: 'Projektabschluss' }

/**
 * Projects in the columns of that database, as `readKdn` reads them again; what was refused or given up is not among them. Where nobody wrote
 * down what can be transferred, the promises of reuse say it.
 */
export function kdnRows(projects: readonly Project[], nameOf: (of: Project['promises'][number]['class']) => string): readonly (readonly string[])[] {
  const rows = projects.flatMap((project) => {
    const phase = phaseAt[project.stage]
    if (phase === undefined) return []
    const { kdn, links, partners, promises } = project
    const promised = reuseClassesInOrder.flatMap((one) => promises.filter((promise) => promise.class === one)).map((promise) => `${nameOf(promise.class)}: ${promise.text}`)
    const addresses = (isDocument: boolean): string => links.filter(({ kind }) => (kind === 'document') === isDocument).map(({ url }) => url).join('\n')
    const value: Readonly<Record<KdnColumn, string>> = {
      uniqueSellingPoint: '', benefit: '', transferFrom: '', categories: '', grantee: '', region: '', forWhom: '', ...kdn,
      transferableService: kdn?.transferableService ?? promised.join('\n'),
      title: project.name,
      description: project.summary || project.status,
      phase,
      lead: partners.find(({ role }) => role === 'lead')?.name ?? '',
      webPages: addresses(false),
      documents: addresses(true),
    }
    return [kdnColumns.map((column) => value[column])]
  })
  return [kdnColumns.map(headOf), ...rows]
}
