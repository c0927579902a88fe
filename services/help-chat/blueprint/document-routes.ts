import { Type } from 'typebox'
import { get, moved, NotFound, page, title } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { factsOf, foreignOf, hereOf, speakerOf } from './here.ts'
import { documents, findDocument, isDocument, isEasy, type Group } from './library.ts'
import { BlueprintList, type Entry } from './pages/list.tsx'
import { DocumentPage } from './pages/document.tsx'
import { pdfAnswer } from './pdf/answer.ts'

const ByName = Type.Object({ document: Type.String({ maxLength: 40 }) })
const open = { access: 'anyone', traceless: true } as const
const groups: readonly Group[] = ['launch', 'rules']

/** The blueprint: public, findable by other towns, and read without leaving a trace, because employees fetch leaflets from it too. */
export const documentRoutes = [
  get('/help-chat/blueprint', { ...open, title: title(words, 'blueprint.title') }, (ask) => {
    const t = speakerOf(ask)
    const here = hereOf(ask)
    const entries = (group: Group): Entry[] =>
      documents.filter((document) => document.group === group).map(({ id }) => {
        const found = findDocument(id, ask.locale, here)
        return { href: `/help-chat/blueprint/${id}`, title: found.front.title, summary: found.front.summary, meta: factsOf(t, found).slice(0, 1), lang: foreignOf(found, ask.locale) }
      })
    const course: Entry = { href: '/help-chat/course', title: t('course.title'), summary: t('blueprint.course-summary'), meta: [], lang: undefined }
    return page(
      BlueprintList,
      { t, groups: [{ id: 'group-course', title: t('blueprint.group.course'), entries: [course] }, ...groups.map((group) => ({ id: `group-${group}`, title: t(`blueprint.group.${group}`), entries: entries(group) }))] },
      { noindex: false, crumbs: [{ label: t('service.title'), href: '/help-chat' }, { label: t('blueprint.title') }] },
    )
  }),

  get('/help-chat/blueprint/:document', { ...open, params: ByName, title: title(words, 'blueprint.title') }, (ask) => {
    const { document } = ask.params
    if (document === 'course') return moved('/help-chat/course')
    if (!isDocument(document)) throw new NotFound()
    const t = speakerOf(ask)
    const found = findDocument(document, ask.locale, hereOf(ask))
    const address = `/help-chat/blueprint/${document}.pdf`
    return page(
      DocumentPage,
      {
        t,
        title: found.front.title,
        summary: found.front.summary,
        blocks: found.blocks,
        facts: factsOf(t, found),
        changes: found.front.changes,
        isDraft: found.front.review === 'legal',
        byLine: found.tongue === 'leicht',
        foreign: foreignOf(found, ask.locale),
        pdf: `${address}?lang=${ask.locale}`,
        easyPdf: isEasy(document) && ask.locale === 'de' && ask.tenant.locales.includes('de-x-leicht') ? `${address}?lang=de-x-leicht` : undefined,
        note: document === 'poster' ? t('blueprint.poster') : undefined,
      },
      { title: found.front.title, frame: 'text', noindex: false, crumbs: [{ label: t('service.title'), href: '/help-chat' }, { label: t('blueprint.title'), href: '/help-chat/blueprint' }, { label: found.front.title }] },
    )
  }),

  get('/help-chat/blueprint/:document.pdf', { ...open, params: ByName, api: { summary: 'A document of the blueprint as tagged PDF, in the reader’s language.', tag: 'Confidential help' } }, async (ask) => {
    const { document } = ask.params
    if (document !== 'course' && !isDocument(document)) throw new NotFound()
    return await pdfAnswer(ask, document)
  }),
]
