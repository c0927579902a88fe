import { Type } from 'typebox'
import { enqueue, get, json, page, title } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { reportedClasses } from '../../programme/report/read-report.ts'
import { findEntries, findLoosening, suggestEntries } from '../find.ts'
import { placeShippedJob } from '../jobs.ts'
import { labelsOf } from '../labels.ts'
import { ReuseList } from '../pages/list.tsx'
import { hrefOf, listPath, pairsOf } from '../rules/list-query.ts'
import { ListQuery } from '../schema.ts'

/** Searching the catalogue. */
export const listRoutes = [
  get(listPath, { access: 'anyone', query: ListQuery, title: title(words, 'catalogue.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await findEntries(ask, ask.query)
    const mayEdit = ask.may('entry.edit')
    const isBare = pairsOf(ask.query).length === 0
    // An installation that has never seen a night: the first look of the project office fills the shelf.
    if (found.result.total === 0 && isBare && mayEdit) await ask.write((db) => enqueue(db, placeShippedJob, {}, { key: 'first' }))
    const loosening = found.result.total === 0 && !isBare ? await findLoosening(ask, ask.query) : undefined
    // A page behind the last is no page: search engines must not keep it.
    const isBeyond = (ask.query.page ?? 1) > 1 && found.result.hits.length === 0
    return page(
      ReuseList,
      { t, query: ask.query, ...found, labels: labelsOf(ask), loosening, may: { edit: mayEdit }, classes: reportedClasses },
      {
        frame: 'list',
        crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('catalogue.title') }],
        alternates: [{ type: 'application/atom+xml', href: hrefOf(ask.query, {}, '/portfolio/reuse.atom') }],
        ...(isBeyond && { status: 404 }),
      },
    )
  }),

  get(`${listPath}/suggest`, { access: 'anyone', query: Type.Object({ q: Type.String({ maxLength: 100 }) }), api: { summary: 'Words and entries of the catalogue while typing.', tag: 'Reuse' } }, async (ask) => {
    const t = ask.say(words)
    const found = await suggestEntries(ask, ask.query.q)
    return json({
      suggestions: [...found.words.slice(0, 3).map((text) => ({ text, href: hrefOf({ q: text }) })), ...found.titles.slice(0, 4).map(({ title: text, url }) => ({ text, kind: t('catalogue.entry'), href: url }))],
    })
  }),
]

