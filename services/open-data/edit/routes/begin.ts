import { Type } from 'typebox'
import { audit, get, kernelWords, errorsIn, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import type { OrganisationRow } from '../../dataset/schema.ts'
import { findDatasetById } from '../../dataset/queries.ts'
import { insertDraft } from '../../draft/queries.ts'
import { words } from '../../locales/index.ts'
import { beginDataset, reopen } from '../begin.ts'
import { errorTitle } from '../draft-page.ts'
import { draftPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { NewPage } from '../pages/new.tsx'
import { findDigestOf, listOwnOrganisations, listTemplates } from '../queries.ts'
import type { Template } from '../schema.ts'
import { ById } from '../subject.ts'

const NewForm = Type.Object({ title: Type.String({ minLength: 3, maxLength: 200 }), organisation: Type.String({ maxLength: 60 }), template: Type.Optional(Type.String({ maxLength: 60 })) })
const From = Type.Object({ template: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: true })
const write = { access: 'draft.write', title: title(words, 'edit.new.title') } as const

/** Beginning: something new, from a template, or a change of what is published. */
export const beginRoutes = [
  get('/open-data/draft/new', { ...write, query: From }, (ask) => show(ask, { typed: ask.query.template ? { template: ask.query.template } : {} })),

  post('/open-data/draft', write, async (ask) => {
    const t = ask.say(words)
    const sent = ask.form(NewForm)
    const { organisations, templates } = await ask.read((db) => owned(db, ask))
    const errors = sent.ok ? {} : errorsIn(ask.say(kernelWords), sent.errors, (field) => t.find(`edit.new.${field}`) ?? field)
    if (!sent.ok) return show(ask, { typed: sent.typed, errors })
    const organisation = organisations.find(({ id }) => id === sent.value.organisation)
    if (!organisation) return show(ask, { typed: sent.typed, errors: { organisation: t('edit.problem.not-offered') } })
    const template = templates.find(({ id }) => id === sent.value.template)
    const id = newId(ask.now)
    await ask.write(async (db) => {
      await insertDraft(db, { id, name: null, organisationId: organisation.id, document: beginDataset(ask.tenant, organisation, sent.value.title, template?.document), basedOn: null })
      await audit(db, { action: 'draft.begin', subject: `draft/${id}` })
    })
    return seeOther(draftPath(id, 'what'))
  }),

  post('/open-data/draft/of/:id', { access: 'draft.write', params: ById, title: title(words, 'edit.change.title') }, async (ask) => {
    const { id } = ask.params
    await ask.write(async (db) => {
      const [dataset, digest, own] = [await findDatasetById(db, id), await findDigestOf(db, id), await listOwnOrganisations(db, ask.actor.id ?? '')]
      if (!dataset || dataset.sourceId !== null || !own.some((organisation) => organisation.id === dataset.organisationId)) throw new NotFound()
      const begun = await insertDraft(db, { id, name: dataset.name, organisationId: dataset.organisationId, document: reopen(id, dataset.document), basedOn: digest?.digest ?? null })
      if (begun > 0) await audit(db, { action: 'draft.begin', subject: `draft/${id}`, detail: { of: dataset.name } })
    })
    return seeOther(draftPath(id, 'send'))
  }),
]

async function owned(db: UnitOfWork, { actor }: Pick<Ask, 'actor'>): Promise<{ organisations: OrganisationRow[]; templates: Template[] }> {
  const organisations = await listOwnOrganisations(db, actor.id ?? '')
  return { organisations, templates: await listTemplates(db, organisations.map(({ id }) => id)) }
}

async function show(ask: Pick<Ask, 'say' | 'csrf' | 'may' | 'url' | 'read' | 'actor'>, { typed = {}, errors = {} }: { typed?: Typed; errors?: FormErrors }): Promise<Answer> {
  const { organisations, templates } = await ask.read((db) => owned(db, ask))
  const count = Object.keys(errors).length
  return page(
    NewPage,
    { t: ask.say(words), csrf: ask.csrf(), typed, errors, errorTitle: errorTitle(ask, count), organisations: organisations.map(({ id, title: label }) => ({ value: id, label })), templates: templates.map(({ id, title: label }) => ({ value: id, label })) },
    staffPage(ask, count > 0 ? { status: 422, hasErrors: true } : {}),
  )
}
