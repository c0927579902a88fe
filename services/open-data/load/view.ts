import type { Ask, JobProgress } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import type { FileVersion } from '../version/schema.ts'
import { columnsOf, delimiters, fieldTypes, knownSystems, textEncodings } from './choices.ts'
import { findingViews } from './finding-view.ts'
import type { InspectionPageProps } from './pages/inspection.tsx'
import { firstRejected } from './rejected-file.ts'
import type { OwnVersion } from './subject.ts'

type Shown = { path: string; job: JobProgress | undefined; saved: boolean; typed: Record<string, string>; errors: Record<string, string> }

/** Everything the page about an uploaded file shows. */
export async function viewOf(ask: Pick<Ask, 'say' | 'csrf' | 'platform' | 'tenant'>, { version, draft, open }: OwnVersion, { path, job, saved, typed, errors }: Shown): Promise<InspectionPageProps> {
  const t = ask.say(words)
  const working = version.state === 'waiting' || version.state === 'loading'
  const rejectedRows = version.rejectedFile && !working ? await firstRejected(ask.platform.files, ask.tenant.id, version.rejectedFile, t, 20) : []
  const running = job?.state === 'running' ? job : undefined
  return {
    t,
    csrf: ask.csrf(),
    path,
    lead: t('load.lead', { number: version.number, name: version.name, size: t.format.bytes(version.byteSize), day: version.createdAt }),
    back: draft ? `/open-data/draft/${draft.id}/files` : undefined,
    working,
    progress: running && { share: running.progress, text: running.words ? (t.find(running.words, running.counts) ?? '') : '' },
    failed: working && job?.state === 'dead',
    open,
    saved,
    inspection: version.inspection,
    names: version.fields?.map(({ id }) => id) ?? [],
    rows: version.rowCount,
    rejected: version.rejectedCount ?? 0,
    rejectedRows,
    findings: findingViews(t, version.inspection, version.choices.accepted),
    form: { columns: columnsOf(version.inspection, version.choices), typed, errors, offered: { encodings: textEncodings, delimiters, systems: knownSystems, types: fieldTypes } },
  }
}

/** What the form shows before anybody types: the choices of before. */
export function typedOf({ choices, inspection }: FileVersion): Record<string, string> {
  const typed: Record<string, string> = {}
  const put = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined && value !== false) typed[name] = String(value)
  }
  put('encoding', choices.encoding)
  put('delimiter', choices.delimiter === '\t' ? 'tab' : choices.delimiter)
  put('decimal', choices.decimal)
  put('headerLine', choices.headerLine)
  put('sheet', choices.sheet)
  put('layer', choices.layer)
  put('coordinateSystem', choices.coordinateSystem)
  put('tidy', choices.tidy)
  columnsOf(inspection, choices).forEach(({ id }, index) => {
    const choice = choices.columns?.[id]
    for (const name of ['id', 'label', 'notes', 'unit', 'type', 'drop'] as const) put(`${name}-${index}`, choice?.[name])
  })
  return typed
}
