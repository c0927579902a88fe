import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readList } from './read-list.ts'

test('a list is read with its quotes, separators and levels; bad lines are named by their number', () => {
  const text = '\uFEFFname;mail;user_name;level;source\r\n"Beispiel; Mia";mia@example.org;mia.b;STORK-QAA-Level-3;BundID\r\n\r\nOtto Betrieb;otto;;;\nEva "x" Muster;eva@example.org;;hoch\n"Zwei\nZeilen";zwei@example.org;;hoch;\nEr Wer;er@example.org;mia_b!;;\nEr Wer;er@example.org;MIA.B;;\nUwe Wo;uwe@example.org;;gold;\n\u0000 Null;null@example.org;;;\nZwei Zeilen;ZWEI@example.org;;;'
  const { people, refused } = readList(text)
  assert.deepEqual(people.map(({ line, familyName, claimed }) => [line, familyName, claimed]), [[2, 'Mia', 'substantial'], [6, 'Zeilen', 'high']])
  assert.deepEqual(refused, [
    { line: 4, reason: 'mail' },
    { line: 5, reason: 'columns' },
    { line: 8, reason: 'user-name' },
    { line: 9, reason: 'twice' },
    { line: 10, reason: 'level' },
    { line: 11, reason: 'name' },
    { line: 12, reason: 'twice' },
  ])
})

test('what is no list is refused as a whole', () => {
  for (const text of ['', 'mail\na@b.example', 'name,mail\n"Mia', '\0\0\0', '<html>']) assert.throws(() => readList(text), RangeError)
})

test('whatever is written in a list of quoted cells comes out again, or is refused', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 10 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
      const { people, refused } = readList(`name,mail\n${rows.map(([name, mail]) => `${quote(name)},${quote(mail)}`).join('\n')}`)
      const empty = rows.filter(([name, mail]) => name.trim() === '' && mail.trim() === '').length
      assert.equal(people.length + refused.length + empty, rows.length)
    }),
  )
})
