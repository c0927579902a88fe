import { Type } from 'typebox'
import { errorsIn, get, kernelWords, NotFound, page, post, seeOther, title, type Answer, type UnitOfWork } from '@modellregion/kernel'
import { findDatasetById } from '../../dataset/queries.ts'
import type { DatasetRow } from '../../dataset/schema.ts'
import { words } from '../../locales/index.ts'
import { withdrawDataset } from '../../publish/publish.ts'
import { errorTitle, type Asks } from '../draft-page.ts'
import { workshopPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { WithdrawPage } from '../pages/withdraw.tsx'
import { listOwnOrganisations } from '../queries.ts'
import { ById } from '../subject.ts'

const WithdrawForm = Type.Object({ reason: Type.String({ minLength: 10, maxLength: 1_000 }) })
const withdraw = { access: 'dataset.withdraw', params: ById, title: title(words, 'edit.withdraw.title') } as const

/** Taking a published dataset of one's own office back, with the reason the public reads. */
export const withdrawRoutes = [
  get(`${workshopPath}/withdraw/:id`, withdraw, async (ask) => show(ask, await ask.read((db) => getOwn(db, ask.params.id, ask.actor.id)), '', {})),

  post(`${workshopPath}/withdraw/:id`, withdraw, async (ask) => {
    const t = ask.say(words)
    const form = ask.form(WithdrawForm)
    const dataset = await ask.read((db) => getOwn(db, ask.params.id, ask.actor.id))
    if (!form.ok) return show(ask, dataset, String(form.typed['reason'] ?? ''), errorsIn(ask.say(kernelWords), form.errors, () => t('edit.withdraw.reason')))
    await ask.write((db) => withdrawDataset(db, dataset.id, form.value.reason))
    return seeOther(`${workshopPath}?told=withdrawn`)
  }),
]

async function getOwn(db: UnitOfWork, id: string, actor: string | undefined): Promise<DatasetRow> {
  const dataset = await findDatasetById(db, id)
  const own = await listOwnOrganisations(db, actor ?? '')
  if (!dataset || dataset.sourceId !== null || !own.some((organisation) => organisation.id === dataset.organisationId)) throw new NotFound()
  return dataset
}

function show(ask: Asks, { id, title: name }: DatasetRow, typed: string, errors: Readonly<Record<string, string>>): Answer {
  const count = Object.keys(errors).length
  return page(WithdrawPage, { t: ask.say(words), csrf: ask.csrf(), id, name, typed, errors, errorTitle: errorTitle(ask, count) }, staffPage(ask, count > 0 ? { status: 422, hasErrors: true } : {}))
}
