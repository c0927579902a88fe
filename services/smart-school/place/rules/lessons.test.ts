import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schoolPlans } from '../../demo/school-plans.ts'
import { readLessons, showLessons, slugOf } from './lessons.ts'

test('lessons are read as people write them, and what is shown reads back the same', () => {
  assert.deepEqual(readLessons('8:00-8:45\n\n08.45 – 09.30 Uhr\n9:50 bis 10:35'), [{ from: '08:00', to: '08:45' }, { from: '08:45', to: '09:30' }, { from: '09:50', to: '10:35' }])
  for (const { lessons } of schoolPlans) assert.deepEqual(readLessons(showLessons(lessons)), lessons)
  for (const wrong of ['8:00', '8:00-7:00', '8:00-8:45\n8:30-9:00', '25:00-26:00', 'morgens']) assert.equal(readLessons(wrong), undefined)
})

test('short names are made of the name', () => {
  assert.equal(slugOf('St.-Michael-Gymnasium Monschau'), 'st-michael-gymnasium-monschau')
  assert.equal(slugOf('Grundschule Übach–Süd, Außenstelle'), 'grundschule-uebach-sued-aussenstelle')
})
