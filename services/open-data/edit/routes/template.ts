import { Type } from 'typebox'
import { errorsIn, get, kernelWords, newId, page, post, seeOther, title, audit, type Answer } from '@modellregion/kernel'
import { inLanguage } from '../../dataset/record.ts'
import type { Draft } from '../../draft/schema.ts'
import { words } from '../../locales/index.ts'
import { asTemplate } from '../begin.ts'
import { errorTitle, type Asks } from '../draft-page.ts'
import { workshopPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { SaveTemplatePage, TemplatesPage } from '../pages/templates.tsx'
import { deleteTemplate, keepTemplate, listOwnOrganisations, listTemplates } from '../queries.ts'
import { ById, ownDraft } from '../subject.ts'
import { readTold } from '../told.ts'

const edit = { access: 'draft.edit', params: ById, subject: ownDraft, title: title(words, 'edit.template.save') } as const
const TemplateForm = Type.Object({ title: Type.String({ minLength: 3, maxLength: 200 }) })

/** Templates of an office: made from a draft, chosen for the next one. */
export const templateRoutes = [
  get('/open-data/draft/:id/template', edit, (ask) => showSave(ask, ask.subject.draft, inLanguage(ask.subject.draft.document.title) ?? '', {})),

  post('/open-data/draft/:id/template', edit, async (ask) => {
    const { draft } = ask.subject
    const t = ask.say(words)
    const form = ask.form(TemplateForm)
    if (!form.ok) return showSave(ask, draft, String(form.typed['title'] ?? ''), errorsIn(ask.say(kernelWords), form.errors, () => t('edit.template.title')))
    await ask.write(async (db) => {
      await keepTemplate(db, { id: newId(db.now), organisationId: draft.organisationId, title: form.value.title, document: asTemplate(draft.document) })
      await audit(db, { action: 'template.keep', subject: `draft/${draft.id}`, detail: { title: form.value.title } })
    })
    return seeOther(`${workshopPath}/templates?told=template`)
  }),

  get(`${workshopPath}/templates`, { access: 'draft.write', query: readTold, title: title(words, 'edit.templates.title') }, async (ask) => {
    const { organisations, templates } = await ask.read(async (db) => {
      const organisations = await listOwnOrganisations(db, ask.actor.id ?? '')
      return { organisations: new Map(organisations.map(({ id, title: name }) => [id, name])), templates: await listTemplates(db, organisations.map(({ id }) => id)) }
    })
    return page(TemplatesPage, { t: ask.say(words), csrf: ask.csrf(), told: ask.query.told, templates: templates.map((template) => ({ ...template, organisation: organisations.get(template.organisationId) ?? '' })) }, staffPage(ask))
  }),

  post(`${workshopPath}/templates/:id/delete`, { access: 'draft.write', params: ById }, async (ask) => {
    await ask.write(async (db) => {
      const own = (await listOwnOrganisations(db, ask.actor.id ?? '')).map(({ id }) => id)
      if ((await deleteTemplate(db, ask.params.id, own)) > 0) await audit(db, { action: 'template.delete', subject: `template/${ask.params.id}` })
    })
    return seeOther(`${workshopPath}/templates`)
  }),
]

function showSave(ask: Asks, draft: Draft, typed: string, errors: Readonly<Record<string, string>>): Answer {
  const count = Object.keys(errors).length
  return page(SaveTemplatePage, { t: ask.say(words), csrf: ask.csrf(), id: draft.id, typed, errors, errorTitle: errorTitle(ask, count) }, staffPage(ask, count > 0 ? { status: 422, hasErrors: true } : {}))
}
