import { Type } from 'typebox'
import { audit, enqueue, errorsIn, get, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { findDraft } from '../draft/queries.ts'
import type { Draft } from '../draft/schema.ts'
import { pageWords, words } from '../locales/index.ts'
import { staffPage } from '../staff/menu.ts'
import { askTable } from '../store/ask.ts'
import type { TableAnswer } from '../store/schema.ts'
import { findVersion } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { scanJob } from './job.ts'
import { ScanPage } from './pages/scan.tsx'
import { decideFinding, deleteScan, findFinding, listFindings, listScans } from './queries.ts'
import { DecisionForm } from './schema.ts'

const params = Type.Object({ version: Type.String({ format: 'uuid' }) })
const ofFinding = Type.Object({ version: Type.String({ format: 'uuid' }), finding: Type.String({ format: 'uuid' }) })
const shownRows = 20
/** Seconds until a page loads itself again while the search runs. */
const refresh = 5

type Subject = { version: FileVersion; draft: Draft | undefined; writers: readonly (string | null)[] }
async function subject(db: UnitOfWork, { version: id }: { version: string }): Promise<Subject> {
  const version = await findVersion(db, id)
  if (!version) throw new NotFound()
  const draft = await findDraft(db, version.datasetId)
  return { version, draft, writers: [draft?.createdBy ?? null, draft?.changedBy ?? null] }
}
const about = { subject, title: title(words, 'scan.title') } as const
type Asks = Pick<Ask<unknown, unknown, unknown, Subject>, 'say' | 'csrf' | 'may' | 'url' | 'read' | 'subject' | 'platform' | 'tenant'>
type Shown = { finding?: string; typed?: Typed; errors?: FormErrors; saved?: boolean }

/** What was found in a file, and a person's decision about each finding. */
export const scanRoutes: Route[] = [
  get('/open-data/scan/:version', { ...about, params, access: 'scan.read', query: Type.Object({ saved: Type.Optional(Type.String({ maxLength: 5 })) }) }, (ask) => shown(ask, { saved: ask.query.saved !== undefined })),

  post('/open-data/scan/:version/again', { ...about, params, access: 'scan.decide', rate: { max: 60, per: 'hour' } }, async (ask) => {
    const { version } = ask.subject
    await ask.write(async (db) => {
      const [scan] = await listScans(db, [version.id])
      if (scan?.state === 'failed') await deleteScan(db, version.id)
      await enqueue(db, scanJob, {}, { key: 'due' })
    })
    return seeOther(`/open-data/scan/${version.id}`)
  }),

  post('/open-data/scan/:version/:finding', { ...about, params: ofFinding, access: 'scan.decide', rate: { max: 300, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const { version } = ask.subject
    const { finding: id } = ask.params
    const finding = await ask.read((db) => findFinding(db, id))
    if (finding?.versionId !== version.id) throw new NotFound()
    const form = ask.form(DecisionForm)
    if (!form.ok) return await shown(ask, { finding: id, typed: form.typed, errors: errorsIn(t, form.errors, (field) => t.find(`scan.form.${field}`) ?? field) })
    const { decision, reason } = form.value
    await ask.write(async (db) => {
      await decideFinding(db, id, decision, reason)
      await audit(db, { action: 'scan.decide', subject: `scan-finding/${id}`, detail: { decision, kind: finding.kind, version: version.id } })
    })
    return seeOther(`/open-data/scan/${version.id}?saved=1`)
  }),
]

async function shown(ask: Asks, { finding, typed = {}, errors = {}, saved = false }: Shown): Promise<Answer> {
  const { version, draft } = ask.subject
  const { scan, findings } = await ask.read(async (db) => ({ scan: (await listScans(db, [version.id]))[0], findings: await listFindings(db, [version.id]) }))
  const failed = Object.keys(errors).length > 0
  const isWaiting = scan === undefined && version.tableFile !== null && draft !== undefined
  return page(
    ScanPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), version, scan, findings, rows: await firstRows(ask), mayDecide: draft !== undefined && ask.may('scan.decide', ask.subject), inReview: draft !== undefined && draft.state !== 'draft', open: finding, typed, errors, saved },
    staffPage(ask, { title: version.name, ...(isWaiting && { refreshAfter: refresh }), ...(failed && { status: 422, hasErrors: true }) }),
  )
}

const firstRows = async ({ platform, tenant, subject: { version } }: Asks): Promise<TableAnswer | undefined> =>
  version.state === 'ready' && version.tableFile !== null ? await askTable(platform, tenant.id, { versionId: version.id }, { limit: shownRows, total: false }) : undefined
