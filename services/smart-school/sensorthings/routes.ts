import { get, page, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { conformance, wordOf } from './conformance/table.ts'
import { InterfacePage } from './pages/interface.tsx'
import { exactUntil } from './queries/count.ts'
import { patience } from './queries/read.ts'
import { pageSize } from './query/options.ts'

/** Questions to try. They are answered without a credential. */
export const examples = {
  latest: 'Things?$expand=Datastreams/Observations($top=1;$orderby=phenomenonTime desc)',
  series: 'Datastreams?$expand=Thing($select=name),ObservedProperty($select=name)&$count=true',
  day: "Observations?$filter=Datastream/ObservedProperty/definition eq 'http://qudt.org/vocab/quantitykind/Energy'&$orderby=phenomenonTime desc&$top=10",
  rooms: 'Things?$orderby=name&$select=id,name&$top=20',
  table: 'Observations?$resultFormat=dataArray&$select=phenomenonTime,result&$orderby=phenomenonTime desc&$top=50',
  count: 'Observations/$count',
} as const

export const sensorthingsRoutes: readonly Route[] = [
  get('/smart-school/sensorthings', { access: 'anyone', title: title(words, 'sensorthings.title') }, (ask) => {
    const t = ask.say(pageWords)
    const base = `${ask.url.origin}/sensorthings`
    return page(
      InterfacePage,
      {
        t,
        base: `${base}/v1.1`,
        oldBase: `${base}/v1.0`,
        limits: { usual: pageSize.usual, most: pageSize.most, exact: exactUntil, seconds: patience / 1_000 },
        examples: (['latest', 'series', 'day', 'rooms', 'table', 'count'] as const).map((key) => ({ what: t(`sensorthings.example.${key}`), address: examples[key] })),
        classes: conformance.map((each) => ({ ...each, word: t(`sensorthings.word.${wordOf(each)}`) })),
      },
      { crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('sensorthings.title') }] },
    )
  }),
]
