import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { indexRecords, refreshCompounds, search } from './index.ts'
import { corpus, judgedQueries } from './judgements/corpus.ts'
import { mean, measure, type Score } from './judgements/measure.ts'
import { forgetLexicon } from './lexicon-cache.ts'

const judged = judgedQueries()
const skip = judged ? false : 'the judged queries and public files are not beside the project (../shared/vectors/search-judgements)'

let db: TemporaryDatabase
before(async () => {
  if (judged) db = await temporaryDatabase()
})
after(() => db?.close())

test('60 judged queries are answered well', { skip, timeout: 120_000 }, async (t) => {
  forgetLexicon()
  await indexAll()
  const scores: (Score & { category: string; query: string })[] = []
  for (const query of judged ?? []) {
    const result = await db.read('erlenau', 'platform', (unit) => search(unit, { q: query.query, from: 0, size: 50, count: false }))
    scores.push({ ...measure(query, result.hits.map(({ ref }) => ref)), category: query.category, query: query.query })
  }
  for (const [category, group] of [...Map.groupBy(scores, (score) => score.category), ['all', scores] as const])
    t.diagnostic(`${category.padEnd(30)} ${String(group.length).padStart(2)} queries  nDCG@10 ${ndcg(group).toFixed(3)}  R@50 ${mean(group.map(({ recall }) => recall)).toFixed(3)}  zero hits ${empty(group)}`)
  assert.equal(scores.length, 60)
  assert.equal(empty(scores), 0, 'every judged query finds something')
  assert.ok(ndcg(scores) >= 0.85, `nDCG@10 is ${ndcg(scores).toFixed(3)}, wanted at least 0.85`)
  const questions = scores.filter(({ category }) => category === 'question')
  assert.ok(ndcg(questions) >= 0.65, `nDCG@10 of full questions is ${ndcg(questions).toFixed(3)}, wanted at least 0.65`)
})

// The pairs that any German search of a town is tried with.
const pairs: [query: string, title: RegExp][] = [
  ['grenzen', /grenze/i], ['Kita-Platz', /Plätze in Kindertagesstätten/], ['foto', /Fotos|Orthofotos|Orthophoto|foto/],
] // prettier-ignore

test('what people type finds what officials write', { skip }, async () => {
  const titles = async (q: string) => (await db.read('erlenau', 'platform', (unit) => search(unit, { q, from: 0, size: 20, count: false }))).hits.map(({ title }) => title)
  for (const [query, title] of pairs) assert.ok((await titles(query)).some((found) => title.test(found)), `${query} finds ${title}: ${(await titles(query)).join(' / ')}`)
  assert.deepEqual(await titles('Haeuser'), await titles('Häuser'))
})

async function indexAll(): Promise<void> {
  const records = corpus()
  assert.ok(Math.abs(records.length - 13_735) <= 5, `the corpus has 13,735 records, built ${records.length}`)
  for (let start = 0; start < records.length; start += 500) await db.unit('erlenau', 'platform', (unit) => indexRecords(unit, records.slice(start, start + 500)))
  for (let after = { kind: '', ref: '' }; ; ) {
    const { next } = await db.unit('erlenau', 'platform', (unit) => refreshCompounds(unit, after))
    if (!next) return
    after = next
  }
}

const ndcg = (scores: readonly Score[]): number => mean(scores.map((score) => score.ndcg))
const empty = (scores: readonly Score[]): number => scores.filter((score) => score.empty).length
