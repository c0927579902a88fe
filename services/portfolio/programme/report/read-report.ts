import { cents, plainDate, type Cents, type PlainDate } from '@modellregion/standards'
import type { ReuseClass } from '@modellregion/contracts'
import type { NewProject, Programme, ProjectLink, Source, Stage } from '../schema.ts'
import report from './report.json' with { type: 'json' }
import services from './services.json' with { type: 'json' }

/** A project of the report with what its history is made of. */
export type ReportedProject = {
  readonly project: NewProject
  readonly steps: readonly { readonly stage: Stage; readonly on: PlainDate | null; readonly reason: string; readonly source: Source }[]
  /** The original period first. */
  readonly periods: readonly { readonly startsOn: PlainDate; readonly endsOn: PlainDate; readonly source: Source }[]
  readonly amounts: readonly { readonly kind: 'grant' | 'total'; readonly cents: Cents; readonly source: Source }[]
}

const document = report.source
const table = (number: number): Source => ({ document, place: `Stammdatentabelle, Nr. ${number}` })
const section = (number: number): Source => ({ document, place: `Abschnitt ${number}` })
const inText = (place: string): Source => ({ document, place })

// Euros of the source have at most two decimals, so that rounding only removes what binary fractions add.
const centsOf = (euros: number): Cents => cents(Math.round(euros * 100))

const classes: Readonly<Record<string, ReuseClass>> = { konzept: 'concept', 'vorlagen-verfahren': 'templates-and-procedures', bausteine: 'building-block', 'lizenzfreie-loesungen': 'licence-free-solution' }
function classOf(category: string): ReuseClass {
  const found = classes[category]
  if (!found) throw new RangeError(`The report has no class of reuse called ${category}.`)
  return found
}
const serviceOf = (id: string): string | null => new Map(Object.entries(services)).get(id) ?? null

/** What the report says about the programme as a whole. */
export const reportedProgramme: Programme = {
  origin: 'report',
  name: report.programme.name,
  startedIn: report.programme.started,
  endedOn: plainDate(report.programme.ended),
  regions: report.programme.regions,
  region: report.region.name,
  lead: report.region.lead,
  partner: report.region.partner,
  ideas: { value: report.region.ideas, source: inText('Abschnitt III') },
  submitted: { value: report.region.submitted, source: inText('Abschnitt III') },
  approved: { value: report.region.approved, source: inText('Abschnitt III') },
  approxGrants: { value: centsOf(report.region.fundingEurApprox), source: inText('Text zur Förderkulisse') },
  approxProgramme: { value: centsOf(report.programme.totalInvestmentEurApprox), source: inText('Text zur Förderkulisse') },
  approxProjects: { value: report.programme.fundedProjectsApprox, source: inText('Text zur Förderkulisse') },
  remarks: [],
}

/** How the report describes the four classes of reuse, in its own words. */
export const reportedClasses: readonly { readonly class: ReuseClass; readonly name: string; readonly text: string }[] = report.reuseCategories.map(({ id, name, text }) => ({ class: classOf(id), name, text }))

/** The fourteen projects and the project office, in the order of the report. */
export const reportedProjects = (): readonly ReportedProject[] => [...report.projects.map(projectOf), officeOf()]

type Entry = (typeof report.projects)[number]

function projectOf(entry: Entry): ReportedProject {
  const { nr: number } = entry
  const inTable = table(number)
  const links: ProjectLink[] = [
    ...entry.links.map((url): ProjectLink => ({ kind: 'page', url, label: '' })),
    ...(entry.video === null ? [] : [{ kind: 'video' as const, url: entry.video, label: '' }]),
  ]
  return {
    project: {
      slug: entry.id,
      number,
      kind: 'project',
      origin: 'report',
      isPublic: true,
      name: entry.name,
      nameInTable: entry.nameInTable,
      aliases: entry.aliases,
      // Without a status the report does not say that the project is over.
      stage: entry.status === null ? 'delivery' : 'transfer',
      summary: '',
      status: entry.status ?? '',
      notes: entry.status === null ? '' : (entry.notes ?? ''),
      results: '',
      // Several names without roles: the report does not say who leads.
      partners: entry.partners.map((name) => ({ name, role: entry.partners.length === 1 ? 'lead' : null })),
      partnersInText: entry.partnersInSection ?? [],
      links,
      promises: entry.reuse.map((promise) => ({ class: classOf(promise.category), text: promise.text, ...('sourceLabel' in promise && promise.sourceLabel !== undefined && { label: promise.sourceLabel }) })),
      kdn: null,
      service: serviceOf(entry.id),
      source: section(number),
    },
    steps: [
      { stage: 'notice', on: null, reason: '', source: inTable },
      { stage: 'delivery', on: plainDate(entry.start), reason: '', source: inTable },
      ...(entry.status === null ? [] : [{ stage: 'transfer' as const, on: null, reason: '', source: section(number) }]),
    ],
    periods: periodsOf(entry, inTable),
    amounts: [{ kind: 'grant', cents: centsOf(entry.grantEur), source: inTable }, ...(entry.totalEur === null ? [] : [{ kind: 'total' as const, cents: centsOf(entry.totalEur), source: inTable }])],
  }
}

function officeOf(): ReportedProject {
  const office = report.projectOffice
  const source = inText('Stammdatentabelle, Projektbüro')
  return {
    project: {
      slug: office.id,
      number: report.projects.length + 1,
      kind: 'office',
      origin: 'report',
      isPublic: true,
      name: office.name,
      nameInTable: office.name,
      aliases: [],
      stage: 'delivery',
      summary: '',
      status: '',
      notes: `${office.note} ${office.positions.join('; ')}.`,
      results: '',
      partners: [],
      partnersInText: [],
      links: [],
      promises: [],
      kdn: null,
      service: serviceOf(office.id),
      source: inText('Abschnitt zum Projektbüro'),
    },
    steps: [
      { stage: 'delivery', on: plainDate(office.start), reason: '', source },
      { stage: 'notice', on: plainDate(office.approved), reason: '', source: inText('Abschnitt zum Projektbüro') },
    ],
    periods: periodsOf(office, source),
    amounts: [{ kind: 'grant', cents: centsOf(office.grantEur), source }],
  }
}

const periodsOf = ({ start, end, originalEnd }: { start: string; end: string; originalEnd: string | null }, source: Source): ReportedProject['periods'] =>
  [...(originalEnd === null ? [] : [originalEnd]), end].map((endsOn) => ({ startsOn: plainDate(start), endsOn: plainDate(endsOn), source }))
