import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { classQuantities } from '../../lesson/rules/state.ts'
import { shippedPlans } from '../shipped.ts'
import type { PlanForm } from '../schema.ts'
import { filterPlans } from './filter.ts'
import { readPlan, textFaults, type PlanFault } from './read.ts'
import { placeOf, planIdOf, signs, sourceOf, textOf, typedFrom, whyNotLicence } from './write.ts'

const day = '2026-11-29'
const form: PlanForm = { title: 'Wie laut ist die Pause?', summary: 'Kinder messen, wie laut es wird.', gradeFrom: 3, gradeTo: 4, subjects: 'Sachunterricht, Mathematik', minutes: 90, licence: 'CC BY 4.0', body: '## Ziele\n\n- Vermuten\n- Messen' }
const faultsOf = (source: string): readonly PlanFault[] => {
  const read = readPlan(source)
  return read.ok ? [] : read.faults
}

test('every shipped plan can be read, has a course of lesson, levels and sources, and asks for something a class may see', () => {
  assert.equal(shippedPlans().length, 7)
  for (const { plan } of shippedPlans()) {
    const heads = plan.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])).join('\n')
    for (const need of [/Ziele/, /Verlauf/, /Differenzierung/, /Hintergrund für Lehrkräfte/, /Quellen/]) assert.match(heads, need, plan.id)
    if (plan.experiment) assert.ok(classQuantities.includes(plan.experiment.quantity), plan.id)
    assert.ok(plan.grades.length > 0 && plan.minutes % 45 === 0, plan.id)
    assert.doesNotMatch(plan.id, /-[0-9a-f]{8}$/, 'the ids of towns look so')
  }
})

test('filters narrow down, an area stands for its competences', () => {
  const all = shippedPlans().map(({ plan }) => ({ line: plan, origin: 'shipped' as const, open: true }))
  assert.ok(filterPlans(all, { grade: 3 }).every(({ line }) => line.grades.includes(3)))
  assert.ok(filterPlans(all, { mkr: '6' }).length >= filterPlans(all, { mkr: '6.3' }).length)
  assert.deepEqual(filterPlans(all, { mkr: '6.3' }).map(({ line }) => line.id), ['bytes-zum-sprechen-bringen'])
  assert.deepEqual(filterPlans(all, { subject: 'Sport' }), [])
  assert.deepEqual(filterPlans(all, { origin: 'town' }), [])
})

test('a text that would be shown otherwise than meant is refused by kind and line', () => {
  const broken: readonly (readonly [string, PlanFault['code'], number])[] = [
    ['# oben', 'heading', 4],
    ['> Zitat', 'not-part', 4],
    ['| a | b |\n|---|---|\n| 1 |', 'cells', 6],
    ['| a | b |\n| 1 | 2 |', 'table-head', 5],
    ['| a | b', 'row', 4],
    ['ein **offenes Wort', 'mark', 4],
    ['gut\n\n[x](javascript:alert)', 'link', 6],
    ['```\ncode', 'code', 4],
  ]
  for (const [text, code, line] of broken) assert.deepEqual(faultsOf(`---\ntitle: x\n---\n${text}\n`).map((fault) => [fault.code, fault.line]), [[code, line]], text)
  assert.equal(faultsOf('kein Kopf')[0]?.code, 'front')
  assert.deepEqual(faultsOf('---\ntitle: a\ntitle: b\n---\n').map(({ code, line }) => [code, line]), [['front-line', 3]])
  const known = new Set([...broken.map(([, code]) => code), 'front', 'front-line', 'other'])
  assert.deepEqual(textFaults.filter((code) => !known.has(code)), [], 'each sentence of the reader of Markdown is known here')
})

test('all faults of the facts are told at once, with the line of each', () => {
  const source = '---\ntitle: a\nsummary: b\ngrades: 4-3\nsubjects: c\nminutes: viele\nmkr: 9.9\nlicence: frei\nversion: morgen\nfarbe: rot\n---\n\nText\n'
  assert.deepEqual(faultsOf(source).map(({ code, line }) => [code, line]), [['unknown', 10], ['grades', 4], ['minutes', 6], ['licence', 8], ['version', 9], ['mkr', 7]])
  assert.deepEqual(faultsOf('---\ntitle: a\n---\n').map((fault) => (fault.kind === 'front' ? fault.key : fault.code)), ['summary', 'grades', 'subjects', 'minutes', 'licence', 'version', 'empty'])
  assert.deepEqual(faultsOf(sourceOf({ ...form, quantity: 'motion', question: 'Wer?', comparison: 'above', times: 'days' }, day)).map(({ code }) => code), ['quantity', 'band'])
  assert.deepEqual(faultsOf(sourceOf({ ...form, body: 'ein\u202eText mit Versteck' }, day)).map(({ code, line }) => [code, line]), [['signs', 11]])
})

test('what a form says is what the plan says, and the form shows it again', () => {
  const full: PlanForm = { ...form, mkr: ['1.2', '6.3'], quantity: 'co2', question: 'Wo ist es\nschlecht?', comparison: 'above', band: 1_000, times: 'lessons', blind: true, own: 'Höhe in cm; Kinder', publisher: 'GGS Roetgen', source: 'Nach A' }
  const source = sourceOf(full, day)
  const read = readPlan(source)
  assert.ok(read.ok)
  assert.deepEqual(read.plan.experiment, { question: 'Wo ist es schlecht?', quantity: 'co2', comparison: 'above', band: 1_000, times: 'lessons', blind: true, own: ['Höhe in cm', 'Kinder'] })
  assert.deepEqual([read.plan.grades, read.plan.subjects, read.plan.version, read.plan.publisher], [[3, 4], ['Sachunterricht', 'Mathematik'], day, 'GGS Roetgen'])
  const typed = typedFrom({ id: 'x', ...read.plan }, source)
  assert.equal(typed['body'], full.body)
  assert.equal(sourceOf({ ...full, ...(typed as object), gradeFrom: 3, gradeTo: 4, minutes: 90, band: 1_000, blind: true }, day), source) // the form reads numbers out of texts
})

test('whatever is typed into the fields: the file has no fact that was not typed', () => {
  const text = fc.string({ minLength: 3, maxLength: 40 })
  fc.assert(
    fc.property(text, text, text, (title, summary, publisher) => {
      const read = readPlan(sourceOf({ ...form, title, summary, publisher }, day))
      if (!read.ok) return
      const same = (a: string | undefined, b: string) => assert.equal(a ?? '', b.replace(/\s+/g, ' ').trim())
      same(read.plan.title, title)
      same(read.plan.summary, summary)
      same(read.plan.publisher, publisher)
      assert.equal(read.plan.licence, 'CC BY 4.0')
    }),
  )
})

test('a fault of the text is told with the line of the field', () => {
  const source = sourceOf({ ...form, body: 'Erste Zeile\n\n# zu groß' }, day)
  const [fault] = faultsOf(source)
  assert.ok(fault)
  assert.deepEqual(placeOf(fault, source), { field: 'body', line: 3 })
  assert.equal(textOf(source), 'Erste Zeile\n\n# zu groß')
})

test('what is made from CC BY stays it and names its model', () => {
  assert.equal(whyNotLicence('CC0 1.0', 'CC BY 4.0', 'A'), 'stays')
  assert.equal(whyNotLicence('CC BY 4.0', 'CC BY 4.0', ' '), 'unnamed')
  assert.equal(whyNotLicence('CC BY 4.0', 'CC BY 4.0', 'A'), undefined)
  assert.equal(whyNotLicence('CC BY 4.0', 'CC0 1.0', ''), undefined)
})

test("a town's plan is called by its title and digits of its own", () => {
  assert.equal(planIdOf('Wie laut ist die Pause?', '0193e000-0000-7000-8000-0000ABCDEF01'), 'wie-laut-ist-die-pause-abcdef01')
  assert.equal(planIdOf('???', '0193e000-0000-7000-8000-0000abcdef01'), 'plan-abcdef01')
})

test('the examples that are shown can be written so', () => {
  for (const { sign, example } of signs) assert.ok(readPlan(sourceOf({ ...form, body: example }, day)).ok, sign)
})
