import { audit, enqueue, newId, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { localDate, plainDate } from '@modellregion/standards'
import { listDatasetsByIds } from '../dataset/queries.ts'
import { hideRequest, showRequest } from './ask-for-data.ts'
import { findByName } from './names.ts'
import * as queries from './queries.ts'
import { datasetNames, isPublic, whyNotHandle, type HandleRefusal } from './rules.ts'
import type { DataRequest, HandleForm, RequestState } from './schema.ts'
import { tellJob } from './tell.ts'

export type Refused = HandleRefusal | { field: 'datasets'; code: 'datasets-missing' } | { field: 'datasets'; code: 'dataset-unknown'; name: string } | { field: 'original'; code: 'original-unknown' }

/** Staff lead a request on: state, message, promise, datasets; all of it or nothing. Says why not, or nothing when it is done. */
export async function handleRequest(db: UnitOfWork, { url }: Pick<Ask, 'url'>, request: DataRequest, form: HandleForm): Promise<Refused | undefined> {
  const { state: from } = await queries.lockRequest(db, request.id)
  const refusal = whyNotHandle(from, form, localDate(db.now))
  if (refusal) return refusal
  const found = await findByName(db, datasetNames(form.datasets ?? ''))
  if (found.unknown !== undefined) return { field: 'datasets', code: 'dataset-unknown', name: found.unknown }
  const original = form.state === 'duplicate' ? await originalOf(db, request, form.original) : undefined
  if (form.state === 'duplicate' && !original) return { field: 'original', code: 'original-unknown' }
  await queries.linkDatasets(db, request.id, [...found.ids, ...(form.draft === undefined ? [] : [form.draft])])
  if (form.state === 'published' && (await countPublished(db, request.id)) === 0) return { field: 'datasets', code: 'datasets-missing' }
  if (original) await queries.moveVotes(db, request.id, original.id)
  await lead(db, request, { state: form.state, text: form.text ?? '', expectedOn: form.expectedOn === undefined ? null : plainDate(form.expectedOn), duplicateOf: original?.id ?? null, organisationId: form.organisationId ?? null }, url.origin)
  return undefined
}

/** Marks a request as answered, because a dataset it waited for stands in the catalogue. False when somebody was faster. */
export async function publishRequest(db: UnitOfWork, request: DataRequest, origin: string): Promise<boolean> {
  const { state } = await queries.lockRequest(db, request.id)
  if (!['new', 'clarification', 'accepted'].includes(state)) return false
  await lead(db, request, { state: 'published', text: '', expectedOn: null, duplicateOf: null, organisationId: null }, origin)
  return true
}

type Step = { state: RequestState; text: string } & Pick<queries.Change, 'expectedOn' | 'duplicateOf' | 'organisationId'>

async function lead(db: UnitOfWork, request: DataRequest, step: Step, origin: string): Promise<void> {
  const event = newId(db.now)
  await queries.moveRequest(db, { id: request.id, ...step, isAnswer: step.state !== 'new' && step.state !== 'rejected' })
  await queries.insertEvent(db, { id: event, requestId: request.id, state: step.state, text: step.text, fromOffice: true, shown: true })
  if (isPublic(step.state)) await showRequest(db, request)
  else await hideRequest(db, request.id)
  await audit(db, { action: `request.${step.state}`, subject: `request/${request.number}` })
  await enqueue(db, tellJob, { request: request.id, event, origin })
}

async function originalOf(db: UnitOfWork, request: DataRequest, number: number | undefined): Promise<DataRequest | undefined> {
  const found = number === undefined ? undefined : await queries.findByNumber(db, number)
  // A duplicate of a duplicate would be a chain, and of itself a circle.
  return found && found.id !== request.id && isPublic(found.state) && found.state !== 'duplicate' ? found : undefined
}

async function countPublished(db: UnitOfWork, requestId: string): Promise<number> {
  const ids = (await queries.datasetIdsOf(db, requestId)).map(({ id }) => id)
  return (await listDatasetsByIds(db, ids)).length
}
