import { Type } from 'typebox'
import { get, NotFound, page, title } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { readBank } from './exam/bank.ts'
import { passMark, questionsInTest } from './exam/rules.ts'
import { factsOf, foreignOf, hereOf, speakerOf } from './here.ts'
import { findBank, findLesson, isLesson, lessons } from './library.ts'
import { CoursePage, LessonPage } from './pages/course.tsx'

/** The course: open to everybody, because trust grows when people can read what confidants learn. Leaves no trace. */
export const courseRoutes = [
  get('/help-chat/course', { access: 'anyone', traceless: true, title: title(words, 'course.title') }, (ask) => {
    const t = speakerOf(ask)
    const here = hereOf(ask)
    const links = lessons.map((id) => {
      const { front } = findLesson(id, ask.locale, here)
      return { href: `/help-chat/course/${id}`, title: front.title, summary: front.summary }
    })
    const bank = findBank(ask.locale, here)
    return page(
      CoursePage,
      { t, lessons: links, test: { questions: questionsInTest, mark: passMark, bank: readBank(bank.blocks).length }, facts: factsOf(t, bank), pdf: `/help-chat/blueprint/course.pdf?lang=${ask.locale}`, foreign: foreignOf(bank, ask.locale) },
      { frame: 'text', noindex: false, crumbs: [{ label: t('service.title'), href: '/help-chat' }, { label: t('blueprint.title'), href: '/help-chat/blueprint' }, { label: t('course.title') }] },
    )
  }),

  get('/help-chat/course/:lesson', { access: 'anyone', traceless: true, params: Type.Object({ lesson: Type.String({ maxLength: 40 }) }), title: title(words, 'course.title') }, (ask) => {
    const { lesson } = ask.params
    if (!isLesson(lesson)) throw new NotFound()
    const t = speakerOf(ask)
    const here = hereOf(ask)
    const at = lessons.indexOf(lesson)
    const link = (id: (typeof lessons)[number] | undefined) => {
      if (id === undefined) return undefined
      const { front } = findLesson(id, ask.locale, here)
      return { href: `/help-chat/course/${id}`, title: front.title, summary: front.summary }
    }
    const found = findLesson(lesson, ask.locale, here)
    return page(
      LessonPage,
      { t, title: found.front.title, summary: found.front.summary, at: at + 1, of: lessons.length, blocks: found.blocks, previous: at > 0 ? link(lessons[at - 1]) : undefined, next: link(lessons[at + 1]), foreign: foreignOf(found, ask.locale) },
      { title: found.front.title, frame: 'text', noindex: false, crumbs: [{ label: t('service.title'), href: '/help-chat' }, { label: t('course.title'), href: '/help-chat/course' }, { label: found.front.title }] },
    )
  }),
]
