import { Type } from 'typebox'
import { get, NotFound, page, title, type Route } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { namedVocabularies } from './named.ts'
import { VocabularyListPage, VocabularyPage } from './pages/vocabulary.tsx'

/** The lists that descriptions are made of, with version and origin, for people who check what a portal knows. */
export const vocabularyRoutes: Route[] = [
  get('/open-data/vocabulary', { access: 'anyone', title: title(words, 'vocabulary.title') }, (ask) => {
    const t = ask.say(words)
    return page(VocabularyListPage, { t }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('vocabulary.title') }] })
  }),
  get('/open-data/vocabulary/:name', { access: 'anyone', params: Type.Object({ name: Type.String({ maxLength: 60 }) }), title: title(words, 'vocabulary.title') }, (ask) => {
    const t = ask.say(words)
    const found = namedVocabularies.find(({ name }) => name === ask.params.name)
    if (!found) throw new NotFound()
    const label = t(`vocabulary.name.${found.name}`)
    return page(VocabularyPage, { t, ...found }, { title: label, crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('vocabulary.title'), href: '/open-data/vocabulary' }, { label }] })
  }),
]
