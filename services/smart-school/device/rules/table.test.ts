import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTable } from './table.ts'
import { readDevEui, showDevEui, stateOfDevice } from './state.ts'

test('numbers are read in every spelling of labels and programs, and nothing else is', () => {
  for (const text of ['02AC5C0000010001', '02:ac:5c:00:00:01:00:01', ' 02-AC-5C-00-00-01-00-01 ', '0x02ac5c0000010001', showDevEui('02ac5c0000010001')]) assert.equal(readDevEui(text), '02ac5c0000010001')
  for (const text of ['', '02AC5C000001000', '02AC5C00000100011', '02AC5C000001000G']) assert.equal(readDevEui(text), undefined)
})

test('a table is read with or without a head, by any separator, with quotes', () => {
  const wanted = [{ line: 2, devEui: '02ac5c0000010001', name: 'Raum 1, Fenster', codec: 'elsys-ers-co2', expectedMinutes: 10, place: 'GGS Roetgen: Raum 1' }]
  assert.deepEqual(readTable('DevEUI;Name;Codec;Minuten;Ort\r\n02AC5C0000010001;Raum 1, Fenster;elsys-ers-co2;10;GGS Roetgen: Raum 1\r\n').lines, wanted)
  assert.deepEqual(readTable('eui,name,codec,minutes,place\n02ac5c0000010001,"Raum 1, Fenster",elsys-ers-co2,10,GGS Roetgen: Raum 1').lines, wanted)
  assert.equal(readTable('02ac5c0000010001\tRaum\n').lines[0]?.expectedMinutes, 15)
})

test('every fault is named with its line', () => {
  const text = ['02ac5c0000010001;Raum 1', '02ac5c000001;Raum 2', '', '02ac5c0000010001;Raum 3', '02ac5c0000010004;x', '02ac5c0000010005;Raum 5;;bald', '02ac5c0000010006'].join('\n')
  assert.deepEqual(readTable(text).faults, [{ line: 2, fault: 'eui' }, { line: 4, fault: 'twice' }, { line: 5, fault: 'name' }, { line: 6, fault: 'minutes' }, { line: 7, fault: 'columns' }])
})

test('a device is silent after four missing frames, not after one; one in stock never is', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)
  const device = { lastSeenAt: at(0), expectedMinutes: 10, batteryPercent: 50, state: 'active' as const }
  assert.equal(stateOfDevice(device, at(39)).silent, false)
  assert.equal(stateOfDevice(device, at(41)).silent, true)
  assert.equal(stateOfDevice({ ...device, state: 'stock' }, at(9_999)).silent, false)
  assert.deepEqual(stateOfDevice({ ...device, lastSeenAt: null, batteryPercent: 19 }, at(5)), { silent: false, neverSeen: true, batteryLow: true })
})
