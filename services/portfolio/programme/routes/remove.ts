import { get, page, post, refuse, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { RemovePage } from '../pages/kdn-form.tsx'
import { removeIdea } from '../project.ts'
import { hasAccount, listSteps } from '../queries.ts'
import { projectPath } from '../record.ts'
import { whyNotRemove, type RemovalRefusal } from '../rules/removal.ts'
import { formFrame } from './edit.ts'
import { BySlug, crumbsOf, projectOf } from './read.ts'

const remove = { access: 'project.edit', params: BySlug, subject: projectOf, title: title(words, 'programme.remove.title') } as const

/** An idea that was written down by mistake is taken out; whatever got further is withdrawn instead. */
export const removingRoutes = [
  get('/portfolio/project/:slug/remove', remove, async (ask) => {
    const t = ask.say(pageWords)
    const { subject: project } = ask
    const refusal = await ask.read(async (db) => whyNotRemove(project, await listSteps(db, project.slug), await hasAccount(db, project.slug)))
    if (refusal) return refused(ask, t, refusal)
    return page(RemovePage, { t, csrf: ask.csrf(), project }, { ...formFrame, crumbs: crumbsOf(t, { label: project.name, href: projectPath(project.slug) }, { label: t('programme.remove.title') }) })
  }),
  post('/portfolio/project/:slug/remove', { ...remove, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const refusal = await ask.write((db) => removeIdea(db, ask.subject.slug))
    return refusal ? refused(ask, ask.say(pageWords), refusal) : seeOther('/portfolio/programme?done=removed')
  }),
]

const refused = ({ params: { slug } }: Pick<Ask<{ slug: string }>, 'params'>, t: PageT, refusal: RemovalRefusal): Answer =>
  refuse(409, `portfolio.programme.${refusal}`, t(`portfolio.programme.${refusal}`), { label: t('programme.remove.back'), href: projectPath(slug) })
