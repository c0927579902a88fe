import { newId, type Platform, type Tenant } from '@modellregion/kernel'
import { add, cents, localDate, portion, type PlainDate } from '@modellregion/standards'
import { keepKnown, type KnownProject } from '../programme/project.ts'
import { findProject, upsertProgramme } from '../programme/queries.ts'
import { reportedProgramme, reportedProjects, type ReportedProject } from '../programme/report/read-report.ts'
import type { Source, Stage } from '../programme/schema.ts'

/** The town whose report is in the repository. */
const reportingTown = 'aachen'
/** A project that does not exist, for trying out everything: grants, statements, extensions. */
export const inventedProject = 'wegweiser'

/** The report's projects in the town that wrote it, and in every demonstration town one project that is clearly invented. Repeatable. */
export async function seedProgramme(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const known = [...(tenant.id === reportingTown ? reportedProjects().map((one) => fromReport(one, now)) : []), invented(now)]
  await platform.database.unit({ tenant: tenant.id, service: 'portfolio', access: 'write', now }, async (db) => {
    if (tenant.id === reportingTown) await upsertProgramme(db, reportedProgramme)
    for (const one of known) if (!(await findProject(db, one.project.slug))) await keepKnown(db, one)
  })
}

// Ids in the order of time, one millisecond apart, so that history reads in the order in which it is written.
function idsFrom(now: Date): () => string {
  let at = now.getTime()
  return () => newId(new Date(at++))
}

function fromReport({ project, steps, periods, amounts }: ReportedProject, now: Date): KnownProject {
  const id = idsFrom(now)
  return {
    project,
    steps: steps.map(({ stage, on, reason, source }) => ({ id: id(), stage, reachedOn: on, reason, source })),
    periods: periods.map((period) => ({ id: id(), ...period, reason: '' })),
    amounts: amounts.map((amount) => ({ id: id(), ...amount, reason: '' })),
    change: id(),
  }
}

function invented(now: Date): KnownProject {
  const id = idsFrom(now)
  const today = localDate(now)
  const [startsOn, endsOn] = [add(today, { months: -18 }), add(today, { months: 6 })]
  const notice: Source = { document: 'Erfundener Bescheid der Demonstration', place: 'Nr. 1' }
  const grant = cents(250_000_00)
  // The town pays 10 % of everything itself, so that the grant is nine tenths.
  const total = portion(grant, 10, 9)
  const step = (stage: Stage, reachedOn: PlainDate, reason: string) => ({ id: id(), stage, reachedOn, reason, source: null })
  return {
    project: {
      slug: inventedProject,
      number: null,
      kind: 'project',
      origin: 'invented',
      isPublic: true,
      name: 'Digitaler Wegweiser',
      nameInTable: null,
      aliases: [],
      stage: 'delivery',
      summary: 'Ein erfundenes Beispiel: Ein Wegweiser im Rathaus zeigt, in welches Zimmer ein Anliegen gehört, und sagt den Weg auch vor.',
      status: 'Die ersten zwei Wegweiser stehen. Menschen mit Sehbehinderung probieren sie aus.',
      notes: 'Dieses Projekt gibt es nicht. An ihm lässt sich alles ausprobieren.',
      results: '',
      partners: [
        { name: 'Erfundene Stadtverwaltung', role: 'lead' },
        { name: 'Erfundene Hochschule', role: 'partner' },
      ],
      partnersInText: [],
      links: [{ kind: 'page', url: 'https://wegweiser.example.org/', label: 'Seite des Projekts (erfunden)' }],
      promises: [
        { class: 'concept', text: 'Das Konzept für Standorte und Texte der Wegweiser wird allen Kommunen bereitgestellt.' },
        { class: 'building-block', text: 'Der Baustein zum Vorlesen lässt sich in andere Anwendungen einbauen.' },
      ],
      kdn: null,
      service: null,
      source: null,
    },
    steps: [
      step('idea', add(startsOn, { months: -10 }), 'Idee aus dem Bürgerbüro'),
      step('application', add(startsOn, { months: -6 }), 'Antrag bei der Bewilligungsbehörde gestellt'),
      step('notice', add(startsOn, { months: -1 }), 'Bescheid erhalten'),
      step('delivery', startsOn, 'Beginn wie im Bescheid'),
    ],
    periods: [{ id: id(), startsOn, endsOn, reason: '', source: notice }],
    amounts: [
      { id: id(), kind: 'grant', cents: grant, reason: '', source: notice },
      { id: id(), kind: 'total', cents: total, reason: '', source: notice },
      { id: id(), kind: 'own-share', cents: cents(total - grant), reason: '', source: notice },
    ],
    change: id(),
  }
}
