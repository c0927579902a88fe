import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Field } from '../store/schema.ts'
import { arrange, chartData, fold, restName, withGaps } from './chart-data.ts'
import { planOf } from './chart-plan.ts'
import { fakeTable } from './fake-table-testing.ts'
import { findingOf } from './finding.ts'
import { groupData } from './group-data.ts'
import { readSelection } from './selection.ts'
import { filterOffers, tableData } from './table-data.ts'
import { bestCategory, namingColumn, placesOf } from './columns.ts'

const fields: Field[] = [
  { id: 'id', type: 'text' },
  { id: 'jahr', type: 'int' },
  { id: 'bezirk', type: 'text' },
  { id: 'merkmal', type: 'text' },
  { id: 'zahl', type: 'int' },
]
const rows = [2010, 2011, 2013].flatMap((jahr) => ['Innenstadt', 'Ehrenfeld', 'Nippes'].flatMap((bezirk, at) => ['w', 'm'].map((merkmal) => ({ id: `${jahr}.${bezirk}.${merkmal}`, jahr, bezirk, merkmal, zahl: (at + 1) * 1000 + (jahr - 2010) * 100 }))))
const table = fakeTable(fields, rows)
const look = (search: string) => readSelection(new URLSearchParams(search), fields)

describe('the table of a selection', () => {
  it('has the rows that are meant and what they add up to', async () => {
    const data = await tableData(table.asking, look('in.jahr=2010&in.bezirk=Nippes&columns=bezirk&columns=zahl'), table.facts)
    assert.deepEqual(data.rows, [['Nippes', 3000], ['Nippes', 3000]])
    assert.deepEqual([data.total, data.totals.get('zahl')], [2, { sum: 6000, mean: 3000 }])
    // Years and keys are not added up.
    assert.deepEqual([...(await tableData(table.asking, look(''), table.facts)).totals.keys()], ['zahl'])
  })

  it('offers filters with what they would leave, the filters of other columns applied', async () => {
    const offers = await filterOffers(table.asking, look('in.bezirk=Nippes&from.jahr=2011'), table.facts)
    const district = offers.find(({ field }) => field.id === 'bezirk')
    assert.ok(district?.kind === 'choice')
    assert.deepEqual(district.options.map(({ value, count }) => [value, count]).toSorted(), [['Ehrenfeld', 4], ['Innenstadt', 4], ['Nippes', 4]])
    assert.equal(offers.find(({ field }) => field.id === 'jahr')?.kind, 'range')
  })

  it('keeps a chosen value removable when no row has it', async () => {
    const offers = await filterOffers(table.asking, look('in.bezirk=Nirgends'), table.facts)
    const district = offers.find(({ field }) => field.id === 'bezirk')
    assert.ok(district?.kind === 'choice')
    assert.deepEqual(district.options.at(-1), { value: 'Nirgends', count: 0 })
  })
})

describe('groups', () => {
  it('put rows together by what repeats, and add up the quantity', async () => {
    const data = await groupData(table.asking, look('by=bezirk&value=zahl&how=sum'), table.facts)
    assert.deepEqual(data?.groups.map(({ keys, value, rows: count }) => [...keys, value, count]), [['Nippes', 18_800, 6], ['Ehrenfeld', 12_800, 6], ['Innenstadt', 6_800, 6]])
  })
})

describe('pictures', () => {
  const picture = async (search: string) => {
    const selection = look(search)
    const plan = planOf(selection, table.facts)
    assert.ok(plan)
    return await chartData(table.asking, selection, plan, table.facts)
  }

  it('first suggest the quantity over time; a year without rows is a gap', async () => {
    const data = await picture('view=chart')
    assert.deepEqual([data.plan.by.id, data.plan.value?.id, data.plan.how, data.plan.picture], ['jahr', 'zahl', 'sum', 'line'])
    assert.deepEqual(data.places, ['2010', '2011', '2012', '2013'])
    assert.deepEqual(data.series, [{ name: '', values: [12_000, 12_600, null, 13_800] }])
    assert.deepEqual(findingOf(data), { kind: 'grown', from: '2010', to: '2013', share: 0.15, value: 13_800 })
  })

  it('name the largest part of a whole', async () => {
    const finding = findingOf(await picture('by=bezirk&value=zahl&how=sum'))
    assert.ok(finding?.kind === 'share' && finding.at === 'Nippes' && Math.abs(finding.share - 18_800 / 38_400) < 1e-9)
  })

  it('name who leads in the end', async () => {
    assert.deepEqual(findingOf(await picture('by=jahr&by=bezirk&value=zahl&how=sum')), { kind: 'leads', at: '2013', name: 'Nippes', value: 6_600 })
  })

  it('make a mean of months from sums and numbers, not from daily means', () => {
    const cells = [{ at: '2024-01', colour: '', value: 10, weight: 1 }, { at: '2024-01', colour: '', value: 90, weight: 9 }]
    assert.deepEqual(fold({ how: 'avg' }, cells), [{ at: '2024-01', colour: '', value: 10 }])
  })

  it('keep gaps of months and days', () => {
    assert.deepEqual(withGaps(['2023-11', '2024-02'], { step: 'month' }), ['2023-11', '2023-12', '2024-01', '2024-02'])
    assert.deepEqual(withGaps(['2024-02-28', '2024-03-01'], { step: 'day' }), ['2024-02-28', '2024-02-29', '2024-03-01'])
  })

  const point = fc.record({ at: fc.constantFrom(...Array.from({ length: 30 }, (_, n) => `p${n}`)), colour: fc.constantFrom(...'abcdefghij'), value: fc.integer({ min: 0, max: 1000 }) })
  it('lose nothing of a sum, however many places and colours there are', () => {
    const plan = { by: { id: 'x', type: 'text' as const }, colour: { id: 'c', type: 'text' as const }, how: 'sum' as const, picture: 'stacked' as const }
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 1, maxLength: 200, selector: ({ at, colour }) => `${at}${colour}` }), (points) => {
        const data = arrange(plan, points)
        const drawn = data.series.flatMap(({ values }) => values).reduce<number>((sum, value) => sum + (value ?? 0), 0)
        assert.equal(drawn, points.reduce((sum, { value }) => sum + value, 0))
        assert.ok(data.places.length <= 15 && data.series.length <= 6)
        assert.ok(data.places.filter((name) => name === restName).length <= 1)
      }),
    )
  })
})

describe('columns', () => {
  it('know where rows lie', () => {
    assert.deepEqual(placesOf([{ id: 'longitude', type: 'numeric' }, { id: 'latitude', type: 'numeric' }]), { kind: 'point', lon: 'longitude', lat: 'latitude' })
    assert.deepEqual(placesOf([{ id: 'a', type: 'numeric', meaning: 'longitude' }, { id: 'b', type: 'numeric', meaning: 'latitude' }, { id: 'form', type: 'geometry' }]), { kind: 'geometry', field: 'form' })
    assert.equal(placesOf([{ id: 'x', type: 'numeric' }]), undefined)
  })
  it('are put together by words before codes', () => {
    const code = { id: 'bereich', type: 'text' as const, distinct: 9, min: '01', max: '09' }
    assert.equal(bestCategory({ rows: 99, fields: [code, { id: 'art', type: 'text', distinct: 5, min: 'Bauten', max: 'Zinsen' }] })?.id, 'art')
    assert.equal(bestCategory({ rows: 99, fields: [code] })?.id, 'bereich')
  })
  it('know what names a row', () => {
    assert.equal(namingColumn({ rows: 9, fields: [{ id: 'nr', type: 'text', distinct: 9 }, { id: 'Standort', type: 'text', distinct: 8 }] })?.id, 'Standort')
  })
})
