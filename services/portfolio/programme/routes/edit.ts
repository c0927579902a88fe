import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { typedOf } from '@modellregion/kernel/rules'
import { localDate, parsePlainDate } from '@modellregion/standards'
import { keyed } from '../../grant/rules/key.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { IdeaPage, TextsPage } from '../pages/forms.tsx'
import { changeTexts, startIdea, type Contested } from '../project.ts'
import { findNewestChange } from '../queries.ts'
import { projectPath } from '../record.ts'
import { leadOnly, linesOfLinks, linesOfPartners, linksFrom, partnersFrom, promisesFrom } from '../rules/change.ts'
import { emptyProject } from '../rules/empty.ts'
import { IdeaForm, mostProjects, TextsForm, type Project } from '../schema.ts'
import { BySlug, crumbsOf, projectOf } from './read.ts'

const idea = { access: 'project.edit', title: title(words, 'programme.form.new') } as const
const texts = { access: 'project.describe', params: BySlug, subject: projectOf, title: title(words, 'programme.form.edit') } as const
export const formFrame = { frame: 'question', private: true, noindex: true } as const
export type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'may'>

/** The project office writes down ideas; with the project leads it keeps the texts of projects. */
export const editingRoutes = [
  get('/portfolio/programme/new', idea, (ask) => ideaForm(ask, { key: newId(ask.now) }, {})),
  post('/portfolio/programme/new', { ...idea, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(IdeaForm)
    if (!form.ok) return ideaForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`programme.form.${field}`) ?? field))
    const { key } = form.value
    const ids = { row: key === undefined ? newId(ask.now) : keyed(key, form.value), change: newId(ask.now) }
    const { name, summary, lead = '', isPublic = false } = form.value
    const [today, on] = [localDate(ask.now), parsePlainDate(form.value.on ?? '')]
    if (on && on > today) return ideaForm(ask, form.typed, { on: t('portfolio.programme.in-the-future') })
    const slug = await ask.write((db) => startIdea(db, { ...emptyProject, name, summary, isPublic, partners: leadOnly(lead) }, ids, on ?? today))
    if (slug === undefined) return ideaForm(ask, form.typed, { name: t('portfolio.programme.full', { most: mostProjects }) })
    return seeOther(`${projectPath(slug)}?saved=created`)
  }),

  get('/portfolio/project/:slug/edit', texts, (ask) => textsForm(ask, typedOfProject(ask.subject), {})),
  post('/portfolio/project/:slug/edit', { ...texts, rate: { max: 240, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(TextsForm)
    if (!form.ok) return textsForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`programme.form.${field}`) ?? field))
    const { value } = form
    const read = linksFrom(value.links ?? '')
    if (read.badLine !== undefined) return textsForm(ask, form.typed, { links: t('portfolio.programme.link-bad', { line: read.badLine }) })
    const { subject: project } = ask
    const promises = promisesFrom(
      [
        { class: 'concept', text: value.concept ?? '' },
        { class: 'templates-and-procedures', text: value.templates ?? '' },
        { class: 'building-block', text: value.buildingBlock ?? '' },
        { class: 'licence-free-solution', text: value.licenceFree ?? '' },
      ],
      project.promises,
    )
    const change = newId(ask.now)
    const wanted = {
      name: value.name,
      aliases: (value.aliases ?? '').split(',').map((alias) => alias.trim()).filter((alias) => alias !== ''),
      summary: value.summary ?? '',
      status: value.status ?? '',
      notes: value.notes ?? '',
      results: value.results ?? '',
      partners: partnersFrom(value.partners ?? ''),
      links: read.links,
      promises,
      ...(ask.may('project.edit') && { isPublic: value.isPublic ?? false }),
    }
    const refusal = await ask.write((db) => changeTexts(db, project.slug, wanted, { change, since: value.since ?? '' }))
    if (refusal) return textsForm(ask, { ...form.typed, since: '' }, sentencesOf(t, refusal))
    return seeOther(`${projectPath(project.slug)}?saved=texts`)
  }),
]

function typedOfProject(project: Project): Typed {
  const promise = (of: Project['promises'][number]['class']): string => project.promises.filter((one) => one.class === of).map(({ text }) => text).join('\n\n')
  return {
    name: project.name,
    aliases: project.aliases.join(', '),
    summary: project.summary,
    status: project.status,
    notes: project.notes,
    results: project.results,
    partners: linesOfPartners(project.partners),
    links: linesOfLinks(project.links),
    concept: promise('concept'),
    templates: promise('templates-and-procedures'),
    buildingBlock: promise('building-block'),
    licenceFree: promise('licence-free-solution'),
    isPublic: project.isPublic ? 'true' : '',
  }
}

function ideaForm(ask: Asks, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  return page(IdeaPage, { t, csrf: ask.csrf(), typed, errors }, { ...formFrame, crumbs: crumbsOf(t, { label: t('programme.form.new') }), ...failed(errors) })
}

async function textsForm(ask: Asks & { readonly subject: Project }, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const { subject: project } = ask
  const since = typedOf(typed, 'since') || (await ask.read((db) => findNewestChange(db, project.slug)))
  return page(TextsPage, { t, csrf: ask.csrf(), typed, errors, project, since, mayShow: ask.may('project.edit') }, { ...formFrame, crumbs: crumbsOf(t, { label: project.name, href: projectPath(project.slug) }, { label: t('programme.form.edit') }), ...failed(errors) })
}

/** What somebody else has written meanwhile, beside each field it concerns. Saving once more replaces it. */
export const sentencesOf = (t: PageT, { now }: Contested): FormErrors => Object.fromEntries(Object.entries(now).map(([field, text]) => [field === 'promises' ? 'concept' : field, meanwhile(t, field, text)]))

function meanwhile(t: PageT, field: string, text: string): string {
  if (field === 'isPublic') return t('portfolio.programme.changed-meanwhile', { text: t(text === 'true' ? 'programme.form.isPublic' : 'programme.project.internal') })
  return text === '' ? t('portfolio.programme.emptied-meanwhile') : t('portfolio.programme.changed-meanwhile', { text: text.length > 300 ? `${text.slice(0, 300)} …` : text })
}

export const failed = (errors: FormErrors) => (Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})
