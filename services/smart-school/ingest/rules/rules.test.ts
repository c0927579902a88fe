import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readChirpstack } from './chirpstack.ts'
import { packetGuard, type LargePacket } from './packet-guard.ts'
import { barePhoto } from './photo.ts'
import { doubtOf } from './reading.ts'
import { readTable } from './table.ts'
import { isTopicFilter, readTopic, topicFits } from './topic.ts'
import { readTts } from './tts.ts'
import { typedMoment, typedNumber } from './typed.ts'

const deviceInfo = { devEui: '70B3D50000000001' }
const up = { time: '2026-03-04T09:00:00.250123456+00:00', deviceInfo, devAddr: '01A2B3C4', fCnt: 12, fPort: 5, data: 'AQDV', rxInfo: [{ rssi: -110, snr: 1 }, { rssi: -71, snr: 9.5 }, {}] }

test('ChirpStack: an uplink with the signal of the gateway that heard it best; zeros may be absent', () => {
  assert.deepEqual(readChirpstack('up', JSON.stringify(up), 's'), { uplink: { devEui: '70b3d50000000001', devAddr: '01a2b3c4', fCnt: 12, fPort: 5, bytes: Buffer.from([1, 0, 0xd5]), at: new Date('2026-03-04T09:00:00.250Z'), source: 's', rssi: -71, snr: 9.5 } })
  assert.deepEqual(readChirpstack('up', JSON.stringify({ time: up.time, deviceInfo }), 's'), { uplink: { devEui: '70b3d50000000001', devAddr: '', fCnt: 0, fPort: 0, bytes: Buffer.alloc(0), at: new Date('2026-03-04T09:00:00.250Z'), source: 's' } })
})

test('ChirpStack: what else it tells, and what is refused with the field that is wrong', () => {
  const status = { time: up.time, deviceInfo, margin: 10, batteryLevel: 88.3 }
  const news = { devEui: '70b3d50000000001', at: new Date('2026-03-04T09:00:00.250Z'), source: 's' }
  assert.deepEqual(readChirpstack('status', JSON.stringify(status), 's'), { news: { ...news, kind: 'status', batteryPercent: 88.3 } })
  assert.deepEqual(readChirpstack('status', JSON.stringify({ ...status, externalPowerSource: true }), 's'), { news: { ...news, kind: 'status' } })
  assert.deepEqual(readChirpstack('join', JSON.stringify({ time: up.time, deviceInfo, devAddr: '01a2b3c4' }), 's'), { news: { ...news, kind: 'join' } })
  assert.deepEqual(readChirpstack('ack', JSON.stringify({ time: up.time, deviceInfo, acknowledged: true }), 's'), { news: { ...news, kind: 'status' } })
  for (const event of ['ack', 'txack', 'log', 'integration'] as const) assert.deepEqual(readChirpstack(event, JSON.stringify({ time: up.time, deviceInfo }), 's'), { news: { ...news, kind: 'other' } })
  const wrong = (change: Record<string, unknown>, topic?: string) => readChirpstack('up', JSON.stringify({ ...up, ...change }), 's', topic)
  const cases: [ReturnType<typeof wrong>, string, string][] = [
    [readChirpstack('up', '{', 's'), 'broken-json', ''],
    [readChirpstack('up', '7', 's'), 'wrong-format', 'json=no-object'],
    [wrong({ deviceInfo: { devEui: 'x' } }), 'wrong-format', 'field=deviceInfo.devEui'],
    [wrong({ time: 'yesterday' }), 'wrong-format', 'field=time'],
    [wrong({ time: '2026-03-04T09:00:00' }), 'wrong-format', 'field=time'],
    [wrong({ time: '2026-02-30T09:00:00Z' }), 'wrong-format', 'field=time'],
    [wrong({ fCnt: -1 }), 'wrong-format', 'field=fCnt'],
    [wrong({ fPort: 256 }), 'wrong-format', 'field=fPort'],
    [wrong({ data: 'no base64!' }), 'wrong-format', 'field=data'],
    [wrong({}, '70b3d50000000002'), 'forged-topic', 'topic=70b3d50000000002'],
  ]
  for (const [parsed, refused, detail] of cases) assert.deepEqual('refused' in parsed ? [parsed.refused, parsed.detail] : parsed, [refused, detail])
})

test('The Things Stack: an uplink in which zeros are left out, a join, and a foreign device in the topic', () => {
  const ids = { device_id: 'dev1', dev_eui: '70B3D50000000001', dev_addr: '01A2B3C4' }
  const message = { end_device_ids: ids, received_at: '2026-03-04T09:00:01Z', uplink_message: { f_port: 2, frm_payload: 'AQ==', rx_metadata: [{ rssi: -90 }], received_at: '2026-03-04T09:00:00.5Z' } }
  assert.deepEqual(readTts(JSON.stringify(message), 's', 'dev1'), { uplink: { devEui: '70b3d50000000001', devAddr: '01a2b3c4', fCnt: 0, fPort: 2, bytes: Buffer.from([1]), at: new Date('2026-03-04T09:00:00.500Z'), source: 's', rssi: -90 } })
  assert.deepEqual(readTts(JSON.stringify({ end_device_ids: ids, received_at: '2026-03-04T09:00:01Z', join_accept: {} }), 's'), { news: { devEui: '70b3d50000000001', at: new Date('2026-03-04T09:00:01Z'), kind: 'join', source: 's' } })
  assert.deepEqual(readTts(JSON.stringify(message), 's', 'dev2'), { refused: 'forged-topic', detail: 'topic=dev2', devEui: '70b3d50000000001' })
})

test('topics: what they name, and whether a filter means them', () => {
  assert.deepEqual(readTopic('application/a/device/70B3D50000000001/event/up'), { kind: 'chirpstack', application: 'a', devEui: '70b3d50000000001', event: 'up' })
  assert.deepEqual(readTopic('v3/app@town/devices/dev1/down/sent'), { kind: 'tts', application: 'app@town', device: 'dev1', event: 'down/sent' })
  assert.equal(readTopic('v1.1/Datastreams(1)/Observations').kind, 'sensorthings')
  for (const topic of ['', 'application/a/device/x/event/up', 'application/a/device/70b3d50000000001/event/uplink', '$SYS/x', 'v3/app/devices/dev1']) assert.equal(readTopic(topic).kind, 'unknown', topic)
  const cases: [string, string, boolean][] = [['a/+/c', 'a/b/c', true], ['a/+/c', 'a/b/d', false], ['a/#', 'a/b/c', true], ['a/#', 'a', true], ['+', 'a/b', false], ['#', '$SYS/x', false], ['a/b', 'a/b/c', false]]
  for (const [filter, topic, fits] of cases) assert.equal(topicFits(filter, topic), fits, `${filter} ${topic}`)
  assert.deepEqual(['a/#/b', 'a+', '', 'a/#', '+/b'].map(isTopicFilter), [false, false, false, true, true])
})

test('packets: small ones pass unchanged and large ones are passed over, however the bytes are cut', () => {
  const packet = (payload: number, id: number): Buffer => {
    const body = Buffer.concat([Buffer.from([0, 1, 0x74, id >> 8, id & 255]), Buffer.alloc(payload, 0x33)])
    const length = body.length < 128 ? [body.length] : [(body.length & 0x7f) | 0x80, body.length >> 7]
    return Buffer.concat([Buffer.from([0x32, ...length]), body])
  }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 }), (payloads, cuts) => {
      const packets = payloads.map(packet)
      const all = Buffer.concat(packets)
      const larges: LargePacket[] = []
      const watch = packetGuard(200, (large) => larges.push(large))
      const passed: Buffer[] = []
      for (let at = 0, n = 0; at < all.length; n++) {
        const size = cuts[n % cuts.length] ?? 1
        passed.push(watch(all.subarray(at, at + size)))
        at += size
      }
      assert.deepEqual(Buffer.concat(passed), Buffer.concat(packets.filter((_, n) => (payloads[n] ?? 0) + 5 <= 200)))
      assert.deepEqual(larges.map(({ topic, qos, messageId, size }) => [topic, qos, messageId, size]), payloads.flatMap((payload, n) => (payload + 5 > 200 ? [['t', 1, n, payload + 5]] : [])))
    }),
  )
})

test('numbers and moments as people type them', () => {
  const numbers: [string, number | undefined][] = [['12345,6', 12_345.6], ['12345.6', 12_345.6], ['12.345,6', 12_345.6], ['12,345.6', 12_345.6], ['12 345,6', 12_345.6], ['1.234.567', 1_234_567], ['-3,5', -3.5], ['12.34,5', undefined], ['1,2,3.4.5', undefined], ['zwölf', undefined], ['', undefined], ['NaN', undefined], ['1e9', undefined], ['12.345', undefined], ['0.345', 0.345], ['1234.567', 1_234.567]]
  for (const [text, number] of numbers) assert.equal(typedNumber(text), number, text)
  assert.equal(typedMoment('04.03.2026 08:15')?.toISOString(), '2026-03-04T07:15:00.000Z')
  assert.equal(typedMoment('2026-07-04T08:15')?.toISOString(), '2026-07-04T06:15:00.000Z')
  assert.equal(typedMoment('2026-07-04T08:15:00+02:00')?.toISOString(), '2026-07-04T06:15:00.000Z')
  for (const text of ['31.02.2026', '2026-13-01', '2026-02-30T10:00:00Z', '04.03.2026 25:00', 'morgen']) assert.equal(typedMoment(text), undefined, text)
})

test('a table is read whole or not at all, and each mistake has its line', () => {
  const now = new Date('2026-04-01T00:00:00Z')
  assert.deepEqual(readTable('\uFEFFZeit;Wert\r\n04.03.2026 08:00;12,5\r\n\r\n"05.03.2026";13\r\n', [0, 100], now), { errors: [], rows: [{ line: 2, at: new Date('2026-03-04T07:00:00Z'), value: 12.5 }, { line: 4, at: new Date('2026-03-04T23:00:00Z'), value: 13 }] })
  const { errors } = readTable('04.03.2026;1\nx;1\n05.03.2026;viel\n06.03.2026;101\n04.03.2026;1\n01.01.1970;1\n01.05.2026;1\nallein', [0, 100], now)
  assert.deepEqual(errors.map(({ line, code }) => [line, code]), [[2, 'moment'], [3, 'value'], [4, 'range'], [5, 'twice'], [6, 'past'], [7, 'future'], [8, 'columns']])
  const values = (text: string) => readTable(text, [0, 100_000], now).rows.map(({ value }) => value)
  const codes = (text: string) => readTable(text, [0, 100_000], now).errors.map(({ code }) => code)
  assert.deepEqual(values('\n\nZeit;Wert\n04.03.2026;12,5'), [12.5], 'an empty beginning')
  assert.deepEqual([values('04.03.2026,12.5'), codes('04.03.2026,12,5')], [[12.5], ['value']], 'decimals that a comma would cut off')
  assert.deepEqual([values('04.03.2026;12.345\n05.03.2026;12.4'), values('04.03.2026;12.345\n05.03.2026;12.400,5')], [[12.345, 12.4], [12_345, 12_400.5]], 'what a point means the other numbers say')
  assert.deepEqual(codes('04.03.2026;12.345\n05.03.2026;12.350'), ['value', 'value'], 'or nobody does')
  assert.deepEqual(readTable('Zeit;Wert\n', [0, 1], now).errors.map(({ code }) => code), ['empty'])
})

test('a reading that looks odd is asked about: lower than before, or ten times as much as usual', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day))
  const [first, last] = [{ at: at(1), value: 100 }, { at: at(11), value: 200 }]
  assert.equal(doubtOf({ at: at(12), value: 150 }, last, first)?.kind, 'lower')
  assert.equal(doubtOf({ at: at(12), value: 400 }, last, first)?.kind, 'much')
  assert.equal(doubtOf({ at: at(12), value: 290 }, last, first), undefined)
  assert.equal(doubtOf({ at: at(12), value: 1 }, undefined, undefined), undefined)
})

test('a photo loses what its camera wrote into it and keeps which way is up', () => {
  const segment = (marker: number, content: Buffer) => Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content])
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from('II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0', 'latin1'), Buffer.from('GPS 50.7N 6.1E')]))
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), exif, segment(0xfe, Buffer.from('secret comment')), segment(0xdb, Buffer.alloc(3)), segment(0xda, Buffer.alloc(2)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9]), Buffer.from('second picture with GPS')])
  const bare = barePhoto(jpeg)
  assert.equal(bare?.type, 'image/jpeg')
  const text = bare?.bytes.toString('latin1') ?? ''
  for (const word of ['GPS', 'secret', 'second']) assert.ok(!text.includes(word), word)
  assert.ok(text.includes('\x01\x02\xff\0\x03\xff\xd0\x04\xff\xd9'))
  assert.match(text, /Exif\0\0MM\0\*.*\x01\x12\0\x03\0\0\0\x01\0\x06/s)
  for (const wrong of [Buffer.from('GIF89a'), jpeg.subarray(0, 30), Buffer.alloc(0)]) assert.equal(barePhoto(wrong), undefined)
})
