import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@modellregion/standards'
import { speak } from '@modellregion/kernel/words'
import { pageWords } from '../locales/index.ts'
import { letterOf } from './rules/state.ts'
import { cellOf, csvOf } from './csv.ts'
import { printSheet } from './pdf/print.ts'
import type { Experiment } from './schema.ts'
import { levels, solutionOf, worksheetOf } from './worksheet.ts'

const t = speak(pageWords, { locale: 'de', form: 'du', gender: 'neutral', overrides: {} })
const brand = { h: 220, c: 0.1, accentH: 60, accentC: 0.1, radius: 4 }

const experiment: Experiment = {
  id: '0193e000-0000-7000-8000-000000000001', schoolId: 1, accountId: '0193e000-0000-7000-8000-000000000002', title: 'Luft', question: 'Wo ist die Luft am besten?', hypothesis: '', conclusion: '', learned: '', plan: null, mkr: [],
  quantities: ['co2'], thingIds: [7, 8], times: 'lessons', comparison: 'above', band: 1_000, from: plainDate('2026-03-02'), until: plainDate('2026-03-06'), reveal: 'end', blind: true, unblindedAt: null,
  ownColumns: [{ label: 'Höhe', unit: 'cm' }], codeHash: null, codeSealed: null, codeUntil: null, closedAt: null, keepWeeks: 8, deleteOn: plainDate('2026-05-01'), createdAt: new Date('2026-03-01T10:00:00Z'),
}

test('worksheets of three levels and the solutions are PDF files with text and structure', async () => {
  for (const parts of [...levels.map((level) => worksheetOf(t, experiment, level)), solutionOf(t, experiment)]) {
    const file = await printSheet({ title: 'Luft', subject: 'x', author: 'Stadt', at: experiment.createdAt, lang: 'de', brand, facts: ['a'], parts, footer: 'f', numbered: (at, of) => `${at}/${of}` })
    assert.equal(file.subarray(0, 5).toString(), '%PDF-')
    assert.match(file.toString('latin1'), /\/StructTreeRoot/)
    assert.match(file.toString('latin1'), /\/Lang \(de\)/)
  }
  const texts = levels.map((level) => JSON.stringify(worksheetOf(t, experiment, level)))
  assert.equal(new Set(texts).size, 3, 'three different sheets')
  for (const text of texts) assert.match(text, /Wo ist die Luft am besten\?[\s\S]*Raum A[\s\S]*Raum B[\s\S]*Höhe in cm/)
})

test('the export is one table that spreadsheets read: comma or point, quotes, and no formula', () => {
  assert.equal(cellOf(1.5, 'comma'), '1,5')
  assert.equal(cellOf('=1+1', 'comma'), "'=1+1")
  assert.equal(cellOf('a;"b"', 'comma'), '"a;""b"""')
  const slot = { day: experiment.from, lesson: 1, from: new Date(0), until: new Date(1) }
  const words = { heads: ['Tag'], quantity: () => 'CO₂', unit: () => 'ppm', place: (_: string, place: { letter: string }) => place.letter, group: (animal: string) => animal, own: 'selbst', above: 'über 1000' }
  const measured = [{ quantity: 'co2' as const, places: [{ letter: letterOf(0), name: undefined, values: [{ slot, value: 812.4, above: 0.25, count: 4 }, { slot, value: null, above: null, count: 0 }] }] }]
  const own = [{ id: 'x', animal: 'otter', column: 0, letter: 'A', day: experiment.from, number: 12.5 }]
  const lines = csvOf(experiment, measured, own, words, 'comma').split('\r\n')
  assert.deepEqual(lines.slice(1, -1), ['2026-03-02;1;A;CO₂;812,4;ppm;4;', '2026-03-02;1;A;über 1000;25;%;4;', '2026-03-02;;A;Höhe (selbst);12,5;cm;1;otter'])
  assert.match(csvOf(experiment, measured, own, words, 'point'), /2026-03-02,1,A,CO₂,812\.4,ppm,4,/)
})
