import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { parseEuro } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import report from './report/report.json' with { type: 'json' }
import { readKdn } from './rules/kdn.ts'
import { rowsOf } from './rules/rows.ts'

const tenant = 'aachen'
let town: Town
let page: string
let english: string
before(async () => {
  town = await startTown({ services: ['portfolio'] })
  page = await text('/portfolio/programme')
  english = await text('/portfolio/programme', 'en')
})
after(() => town.close())

// Names below localhost are known to browsers only, so the town is named in the head of the request.
function ask(path: string, { language = 'de', from = tenant } = {}): Promise<{ status: number; text: string }> {
  const { port } = new URL(town.url('/'))
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, headers: { host: `${from}.localhost:${port}`, 'accept-language': language } }, async (answer) => resolve({ status: answer.statusCode ?? 0, text: (await buffer(answer)).toString('utf8') }))
    request.on('error', reject)
  })
}

async function text(path: string, language = 'de'): Promise<string> {
  const answer = await ask(path, { language })
  assert.equal(answer.status, 200, path)
  return answer.text
}

const plain = (html: string): string =>
  html
    .replace(/<sup>.*?<\/sup>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00AD', '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .replaceAll(' :', ':')
    .trim()

/** The cells of a table's rows as a reader sees them. */
function tableOf(html: string, id: string): string[][] {
  const table = new RegExp(`<table[^>]*id="${id}".*?</table>`, 's').exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)))
}

const german = (iso: string): string => iso.split('-').toReversed().join('.')
const british = (iso: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))
// The source's own spelling of a number decides, so that no reading of ours can hide a cent.
const source = readFileSync(new URL('./report/report.json', import.meta.url), 'utf8')
const spelled = [...source.matchAll(/"(grantEur|totalEur)": ([\d.]+)/g)].map(([, key, number]) => ({ key, cents: parseEuro(number?.replace(/\.0$/, '') ?? '') }))
const inCents = (eur: number): number => Math.round(eur * 100)

const office = report.projectOffice
const expected = [...report.projects.map((one) => ({ ...one, number: String(one.nr) })), { ...office, number: '15', nameInTable: office.name, partners: [] as string[], totalEur: null }]

test('every amount in the source is whole cents, and there are as many as the report has', () => {
  assert.equal(spelled.filter(({ key }) => key === 'grantEur').length, 15)
  assert.equal(spelled.filter(({ key }) => key === 'totalEur').length, report.projects.filter(({ totalEur }) => totalEur !== null).length)
  assert.deepEqual(spelled.filter(({ key }) => key === 'grantEur').map(({ cents }) => cents), expected.map(({ grantEur }) => inCents(grantEur)))
})

describe('the table of the report, number by number', () => {
  for (const [at, one] of expected.entries())
    test(`${one.nameInTable}`, () => {
      for (const [html, day] of [[page, german], [english, british]] as const) {
        const [name, number, partners, period = '', grant = '', total = ''] = tableOf(html, 'project-table')[at + 1] ?? []
        assert.equal(name, one.nameInTable)
        assert.equal(number, one.number)
        assert.equal(partners, one.partners.join(', ') || '–')
        assert.ok(period.startsWith(day(one.start)), `${period} begins with ${day(one.start)}`)
        assert.ok(period.includes(day(one.end)), `${period} has ${day(one.end)}`)
        assert.equal(one.originalEnd === null ? !/ursprünglich|originally/.test(period) : period.endsWith(day(one.originalEnd)), true, period)
        assert.equal(parseEuro(grant), inCents(one.grantEur))
        if (one.totalEur === null) assert.equal(total, '–')
        else assert.equal(parseEuro(total), inCents(one.totalEur))
      }
    })

  test('it has no further rows, and its sums are those of the check', () => {
    const rows = tableOf(page, 'project-table')
    assert.equal(rows.length, 1 + expected.length + 2)
    assert.deepEqual(rows.slice(-2).map((row) => parseEuro(row[4] ?? '')), [inCents(report.checks.sumGrants14Eur), inCents(report.checks.sumGrants14PlusOfficeEur)])
  })
})

test('the funnel shows the counts of the report, as picture and as table', () => {
  const { ideas, submitted, approved } = report.region
  assert.match(plain(page), new RegExp(`Aus ${ideas} Ideen wurden ${submitted} Anträge und ${approved} bewilligte Projekte`))
  const frame = /<figure[^>]*funnel-chart.*?<\/figure>/s.exec(page)?.[0] ?? ''
  assert.deepEqual([...frame.matchAll(/<td class="n">(\d+)<\/td>/g)].map(([, n]) => Number(n)), [ideas, submitted, approved])
  assert.match(plain(frame), /Abschnitt III/)
})

test('the page says where the figures do not add up', () => {
  const odd = plain(/<section[^>]*aria-labelledby="odd".*?<\/section>/s.exec(page)?.[0] ?? '')
  for (const said of ['8.000.000', '5.848.279,18', '6.421.354,69', '1.578.645,31', 'Smartphone Bürger ID', 'https://youtu.be/ZXpzHQcAM0', 'Smart School: Der Bericht nennt keinen Status', 'govchain NRW: Der Bericht nennt keinen Film', 'Egov Multidigital']) assert.ok(odd.includes(said), said)
  assert.ok(odd.includes('10 statt 11 Zeichen'))
})

const classNames: Readonly<Record<string, readonly [string, string]>> = { konzept: ['Konzepte', 'Concepts'], 'vorlagen-verfahren': ['Vorlagen & Verfahren', 'Templates and procedures'], bausteine: ['Bausteine', 'Building blocks'], 'lizenzfreie-loesungen': ['Lizenzfreie Lösungen', 'Licence-free solutions'] }

test('the CSV has each cell of the report exactly, in German and in English', async () => {
  for (const [language, mark] of [['de', ','], ['en', '.']] as const) {
    const read = rowsOf(await text('/portfolio/programme/projects.csv', language))
    assert.ok(read.ok)
    const [head, ...rows] = read.rows.map(({ cells }) => cells)
    assert.deepEqual(head?.slice(0, 2), language === 'de' ? ['Nummer', 'Kennung'] : ['Number', 'Identifier'])
    const euros = (eur: number): string => eur.toFixed(2).replace('.', mark)
    for (const [at, one] of expected.entries()) {
      const [number, slug, inTable, name, , partners, starts, original, ends, grant, total, classes, ...sources] = rows[at] ?? []
      assert.deepEqual([number, slug, inTable, name, partners, starts, original, ends, grant, total], [one.number, one.id, one.nameInTable, one.name, one.partners.join(', '), one.start, one.originalEnd ?? '', one.end, euros(one.grantEur), one.totalEur === null ? '' : euros(one.totalEur)])
      const reuse = 'reuse' in one ? one.reuse : []
      assert.equal(classes, [...new Set(reuse.map(({ category }) => classNames[category]?.[language === 'de' ? 0 : 1]))].join(', '))
      const place = `${report.source}, Stammdatentabelle, ${one.number === '15' ? 'Projektbüro' : `Nr. ${one.number}`}`
      assert.deepEqual(sources, [place, one.totalEur === null ? '' : place, place])
    }
    assert.equal(rows.length, expected.length + 1, 'and the invented project of the demonstration')
    assert.match(rows.at(-1)?.[4] ?? '', /erfunden|invented/)
  }
})

test('the list for the KDN database has every project of the report, and is read by our own reader', async () => {
  const read = readKdn(await text('/portfolio/programme/projects-kdn.csv'))
  assert.ok(read.ok)
  // Without a status the report describes nothing: the description stays empty, and the reader says that it is missing.
  assert.deepEqual([read.projects.map(({ name }) => name), read.findings.map(({ column, code }) => [column, code])], [report.projects.filter(({ status }) => status !== null).map(({ name }) => name), report.projects.filter(({ status }) => status === null).map(() => ['description', 'missing'])])
})

type Amount = { cents: number; eur: string; source: { place: string } } | null
type Short = { slug: string; number: number; partners: { name: string }[]; aliases: string[]; name: string; nameInTable: string; invented: boolean; startsOn: string; endsOn: string; originalEndsOn: string | null; grant: Amount; total: Amount }
const read = async <T>(path: string): Promise<T> => JSON.parse(await text(path)) as T // our own interface, described in its schema

test('the interface has each amount exactly, with its source', async () => {
  const { projects, sumsInCents } = await read<{ projects: Short[]; sumsInCents: object }>('/portfolio/api/projects')
  assert.deepEqual(sumsInCents, { projects: inCents(report.checks.sumGrants14Eur), office: inCents(office.grantEur), all: inCents(report.checks.sumGrants14PlusOfficeEur) })
  for (const [at, one] of expected.entries()) {
    const project = projects[at]
    assert.ok(project)
    const { nameInTable, startsOn, endsOn, originalEndsOn, grant, total, number, name, partners, aliases } = project
    assert.deepEqual({ number: String(number), name, partners: partners.map((partner) => partner.name), aliases }, { number: one.number, name: one.name, partners: one.partners, aliases: 'aliases' in one ? one.aliases : [] })
    assert.deepEqual({ nameInTable, startsOn, endsOn, originalEndsOn }, { nameInTable: one.nameInTable, startsOn: one.start, endsOn: one.end, originalEndsOn: one.originalEnd })
    assert.deepEqual([grant?.cents, grant?.eur, total?.cents ?? null], [inCents(one.grantEur), one.grantEur.toFixed(2), one.totalEur === null ? null : inCents(one.totalEur)])
    const place = `Stammdatentabelle, ${one.number === '15' ? 'Projektbüro' : `Nr. ${one.number}`}`
    assert.deepEqual([grant?.source.place, total?.source.place], [place, total ? place : undefined])
  }
  assert.deepEqual(projects.slice(expected.length).map(({ slug, invented }) => [slug, invented]), [['wegweiser', true]])
})

test('the funnel and one project as data', async () => {
  const { funnel } = await read<{ funnel: { step: string; count: number; source: { place: string } }[] }>('/portfolio/api/programme')
  assert.deepEqual(funnel.map(({ step, count, source: { place } }) => [step, count, place]), [['ideas', 30, 'Abschnitt III'], ['submitted', 24, 'Abschnitt III'], ['approved', 14, 'Abschnitt III']])
  const { periods, reuse } = await read<{ periods: { endsOn: string }[]; reuse: { text: string }[] }>('/portfolio/api/projects/oecherlab')
  assert.deepEqual(periods.map(({ endsOn }) => endsOn), ['2022-08-31', '2022-12-31'])
  assert.deepEqual(reuse.map((one) => one.text), report.projects.find(({ id }) => id === 'oecherlab')?.reuse.map((one) => one.text))
  assert.equal((await ask('/portfolio/api/projects/nirgends')).status, 404)
})

test('each project has a page with its words as they stand in the report', async () => {
  for (const one of report.projects) {
    const html = plain(await text(`/portfolio/project/${one.id}`))
    for (const said of [one.name, ...one.aliases, ...one.partners, ...(one.partnersInSection ?? []), ...one.reuse.map((promise) => promise.text), ...one.links, ...(one.video === null ? [] : [one.video]), ...(one.status === null ? [] : [one.status])]) assert.ok(html.includes(said.replace(/\s+/g, ' ')), `${one.id}: ${said}`)
    assert.ok(html.includes('Abschnitt ') || one.status === null)
  }
})

test('filters and sorting have addresses', async () => {
  const blocks = tableOf(await text('/portfolio/programme?class=building-block'), 'project-table')
  assert.deepEqual(blocks.slice(1, -1).map(([name]) => name), report.projects.filter(({ reuse }) => reuse.some(({ category }) => category === 'bausteine')).map(({ nameInTable }) => nameInTable))
  const sorted = tableOf(await text('/portfolio/programme?sort=grant&order=desc'), 'project-table')
  assert.equal(sorted[1]?.[0], 'Egov Multidigital')
  assert.equal(sorted[15]?.[0], 'Smartphone Bürger ID')
  assert.match(plain(await text('/portfolio/programme?stage=idea')), /Kein Projekt passt/)
})

test('another town has no figures of this one, only its clearly invented example', async () => {
  const html = (await ask('/portfolio/programme', { from: 'hohenried' })).text
  assert.match(plain(html), /Digitaler Wegweiser Erfundenes Beispiel/)
  assert.doesNotMatch(html, /Öcher|Oecher|5\.848\.279/)
  assert.match(plain(html), /Ideen: 1, Anträge: 1, bewilligt: 1/)
})

test('the search of the town finds a project by an older name', async () => {
  assert.match(await text('/search?q=Engagementdirekt'), /\/portfolio\/project\/ehrenamtinteraktiv/)
})
