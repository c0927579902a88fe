import { Type } from 'typebox'
import { audit, body, findJob, get, NotFound, page, post, seeOther, title, type Ask, type JobProgress, type PageOptions, type Route, type UnitOfWork } from '@modellregion/kernel'
import { staffPage } from '../staff/menu.ts'
import type { Choices } from '../inspect/schema.ts'
import { words } from '../locales/index.ts'
import { findVersion, keepChoices, waitAgain } from '../version/queries.ts'
import { choicesForm, choicesFrom, columnsOf, withFix } from './choices.ts'
import { InspectionPage } from './pages/inspection.tsx'
import { readRejected, rejectedCsv } from './rejected-file.ts'
import { ownVersion, type OwnVersion } from './subject.ts'
import { orderLoad } from './take.ts'
import { typedOf, viewOf } from './view.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Following = Type.Object({ job: Type.Optional(Type.String({ format: 'uuid' })), saved: Type.Optional(Type.String({ maxLength: 10 })) }, { additionalProperties: true })
const Fixing = Type.Object({ finding: Type.Integer({ minimum: 0, maximum: 100_000 }), code: Type.String({ maxLength: 60 }) })
const Accepting = Type.Object({ code: Type.String({ maxLength: 60 }) })

/** Seconds until the page of a file that is being looked at loads itself again. */
const refresh = 2
const path = (id: string): string => `/open-data/version/${id}/inspection`
const read = { access: 'inspection.read', params: ById, subject: ownVersion }
const change = { access: 'inspection.change', params: ById, subject: ownVersion }

/** What was found in an uploaded file, and how its people mend it. */
export const loadRoutes: Route[] = [
  get('/open-data/version/:id/inspection', { ...read, query: Following, title: title(words, 'load.title') }, async (ask) => {
    const { version } = ask.subject
    const job = ask.query.job === undefined ? undefined : await ask.read((db) => findJob(db, ask.query.job ?? ''))
    const working = version.state === 'waiting' || version.state === 'loading'
    return page(InspectionPage, await viewOf(ask, ask.subject, { path: path(version.id), job, saved: ask.query.saved !== undefined, typed: typedOf(version), errors: {} }), options(ask, working && !isDead(job)))
  }),

  post('/open-data/version/:id/inspection', { ...change, title: title(words, 'load.title') }, async (ask) => {
    const { version } = ask.subject
    assertOpen(ask.subject)
    const columns = columnsOf(version.inspection, version.choices)
    const form = ask.form(choicesForm(columns.length))
    const errors = errorsOf(ask, form)
    if (Object.keys(errors).length > 0) {
      const typed = Object.fromEntries(Object.entries(form.typed).map(([field, value]) => [field, String(value)]))
      return page(InspectionPage, await viewOf(ask, ask.subject, { path: path(version.id), job: undefined, saved: false, typed, errors }), { ...options(ask, false), status: 422, hasErrors: true })
    }
    return await lookAgain(ask, version.id, () => choicesFrom(form.typed, columns, version.choices))
  }),

  post('/open-data/version/:id/inspection/fix', change, async (ask) => {
    const { version } = ask.subject
    assertOpen(ask.subject)
    const form = ask.form(Fixing)
    const finding = form.ok ? version.inspection?.findings[form.value.finding] : undefined
    // The file was looked at again meanwhile: the page shows what holds now.
    if (!form.ok || !finding?.fix || finding.code !== form.value.code) return seeOther(path(version.id))
    const { fix } = finding
    return await lookAgain(ask, version.id, (choices) => withFix(choices, fix))
  }),

  post('/open-data/version/:id/inspection/accept', change, async (ask) => {
    assertOpen(ask.subject)
    const form = ask.form(Accepting)
    const { id } = ask.subject.version
    if (form.ok) await ask.write((db) => accept(db, id, form.value.code))
    return seeOther(`${path(id)}#findings`)
  }),

  post('/open-data/version/:id/inspection/again', change, async (ask) => {
    assertOpen(ask.subject)
    return await lookAgain(ask, ask.subject.version.id, (choices) => choices)
  }),

  get('/open-data/version/:id/rejected.csv', { ...read, api: { summary: 'Lines of an uploaded file that did not fit its table, with their reasons, as CSV.' } }, async (ask) => {
    const { version } = ask.subject
    if (!version.rejectedFile) throw new NotFound()
    const t = ask.say(words)
    const rows = readRejected(ask.platform.files, ask.tenant.id, version.rejectedFile, t)
    return body('text/csv; charset=utf-8', rejectedCsv(rows, t), { headers: { 'content-disposition': 'attachment; filename="nicht-uebernommen.csv"', 'cache-control': 'private, no-store' } })
  }),
]

function assertOpen({ open }: OwnVersion): void {
  if (!open) throw new NotFound()
}

const isDead = (job: JobProgress | undefined): boolean => job?.state === 'dead'

const options = (ask: Pick<Ask, 'say' | 'may' | 'url'>, working: boolean): PageOptions => staffPage(ask, { title: ask.say(words)('load.title'), ...(working && { refreshAfter: refresh }) })

function errorsOf(ask: Pick<Ask, 'say'>, form: { ok: boolean; errors?: readonly { field: string }[]; typed: Readonly<Record<string, string | readonly string[]>> }): Record<string, string> {
  const t = ask.say(words)
  const errors: Record<string, string> = {}
  for (const { field } of form.errors ?? []) errors[field] = field === 'headerLine' ? t('load.header-line.wrong') : t('load.too-long')
  for (const [field, value] of Object.entries(form.typed)) if (/^id-\d+$/.test(field) && /^_(?:id|line)$/i.test(String(value).trim())) errors[field] = t('load.column.name-taken')
  return errors
}

async function lookAgain(ask: Pick<Ask, 'write'>, id: string, decide: (before: Choices) => Choices) {
  const job = await ask.write(async (db) => {
    const version = await findVersion(db, id)
    if (!version) throw new NotFound()
    await waitAgain(db, id, decide(version.choices))
    await audit(db, { action: 'version.inspect', subject: id })
    return await orderLoad(db, id)
  })
  return seeOther(`${path(id)}?job=${job}&saved=yes`)
}

async function accept(db: UnitOfWork, id: string, code: string): Promise<void> {
  const version = await findVersion(db, id)
  if (!version) throw new NotFound()
  await keepChoices(db, id, { ...version.choices, accepted: [...new Set([...(version.choices.accepted ?? []), code])] })
}
