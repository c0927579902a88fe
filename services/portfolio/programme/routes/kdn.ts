import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { typedOf } from '@modellregion/kernel/rules'
import { pageWords, words } from '../../locales/index.ts'
import { KdnPage } from '../pages/kdn-form.tsx'
import { changeTexts } from '../project.ts'
import { findNewestChange } from '../queries.ts'
import { projectPath } from '../record.ts'
import { kdnFields, KdnForm, type Project } from '../schema.ts'
import { failed, formFrame, sentencesOf, type Asks } from './edit.ts'
import { BySlug, crumbsOf, projectOf } from './read.ts'

const kdn = { access: 'project.describe', params: BySlug, subject: projectOf, title: title(words, 'programme.do.kdn') } as const
type Asking = Asks & { readonly subject: Project }

/** What the database of transferable projects asks for, written here instead of there. */
export const kdnRoutes = [
  get('/portfolio/project/:slug/kdn', kdn, (ask) => kdnForm(ask, Object.fromEntries(kdnFields.map((field) => [field, ask.subject.kdn?.[field] ?? ''])), {})),
  post('/portfolio/project/:slug/kdn', { ...kdn, rate: { max: 240, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(KdnForm)
    if (!form.ok) return kdnForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`programme.kdn.${field}`) ?? field))
    const { since = '', ...value } = form.value
    const change = newId(ask.now)
    const refusal = await ask.write((db) => changeTexts(db, ask.subject.slug, { kdn: Object.keys(value).length === 0 ? null : value }, { change, since }))
    return refusal ? kdnForm(ask, { ...form.typed, since: '' }, sentencesOf(t, refusal)) : seeOther(`${projectPath(ask.subject.slug)}?saved=texts`)
  }),
]

async function kdnForm(ask: Asking, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const { subject: project } = ask
  const since = typedOf(typed, 'since') || (await ask.read((db) => findNewestChange(db, project.slug)))
  return page(KdnPage, { t, csrf: ask.csrf(), typed, errors, project, since }, { ...formFrame, crumbs: crumbsOf(t, { label: project.name, href: projectPath(project.slug) }, { label: t('programme.do.kdn') }), ...failed(errors) })
}
