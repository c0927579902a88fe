import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { openDecoder } from './decoder.ts'
import { openSandbox } from './sandbox/room.ts'
import { usualLimits, type CodecSource, type DecodeInput, type Decoded } from './schema.ts'

const decoder = openDecoder()
after(() => decoder.close())

const codec = (program: string): CodecSource => ({ id: 'test', version: 1, name: 'Test', maker: 'Test', program })
const uplink = (body: string): CodecSource => codec(`function decodeUplink(input) { ${body} }`)
const at = new Date('2026-03-29T01:30:00Z')
const input = (...bytes: number[]): DecodeInput => ({ bytes: Uint8Array.from(bytes), fPort: 5, recvTime: at })
const decode = async (source: CodecSource, given: DecodeInput = input(1, 2, 3)): Promise<Decoded> => (await decoder.decode(source, [given]))[0]!
const failureOf = (outcome: Decoded): string => (outcome.ok ? JSON.stringify(outcome.data) : outcome.reason)
/** Milliseconds until the next good decode: nothing that a program did may take longer. */
const within = 3_000

test('a codec of today, one of the year 2015, and those of ChirpStack 3 and The Things Network 2 run unchanged', async () => {
  const data = { t: 258, port: 5 }
  for (const source of [
    codec('const decodeUplink = ({ bytes: [a, b], fPort }) => ({ data: { t: (a << 8) | b, port: fPort }, warnings: ["old battery"] })'),
    codec('function decodeUplink(input) { var d = {}; d.t = (input.bytes[0] << 8) + input.bytes[1]; d.port = input.fPort; return { data: d, warnings: [] }; }'),
    codec('function Decoder(bytes, port) { decoded = {}; decoded.t = bytes[0] * 256 + bytes[1]; decoded.port = port; return decoded }'),
    codec('function Decode(fPort, bytes, variables) { return { t: bytes[0] * 256 + bytes[1], port: fPort } }'),
  ]) {
    const outcome = await decode(source)
    assert.ok(outcome.ok, failureOf(outcome))
    assert.deepEqual(outcome.data, data)
  }
  const outcome = await decode(codec('function decodeUplink() { return { data: { a: 1 }, warnings: ["low", 2] } }'))
  assert.deepEqual(outcome, { ok: true, data: { a: 1 }, measures: [], warnings: ['low', '2'] })
  assert.deepEqual(await decode(uplink('return { errors: ["too short"] }')), { ok: false, reason: 'error', message: 'too short' })
  assert.deepEqual(await decoder.encode(codec('function Encoder(o, port) { return [o.on ? 1 : 0, port] }'), { data: { on: true }, fPort: 7 }), { ok: true, bytes: Uint8Array.of(1, 7), fPort: 7, warnings: [] })
  assert.deepEqual(await decoder.encode(codec('function Encode(port, o, v) { return [o.a] }'), { data: { a: 256 } }), { ok: false, reason: 'invalid', message: '`bytes` must be a list of whole numbers from 0 to 255.' })
  const read = await decoder.decodeDownlink(codec('function decodeDownlink(i) { return { data: { first: i.bytes[0] } } }'), { bytes: Uint8Array.of(9), fPort: 1 })
  assert.deepEqual(read, { ok: true, value: { first: 9 }, log: [] })
})

test('what runs away is stopped, and the next decode is right', async () => {
  const runaway: readonly (readonly [string, string])[] = [
    ['timeout', 'while (true) {}'],
    ['timeout', 'for (;;) { try { while (true) {} } catch (e) {} finally { continue } }'],
    ['timeout', 'return { data: { a: /^(a+)+$/.test("a".repeat(40) + "!") } }'],
    ['timeout', 'return { data: { a: Array.prototype.indexOf.call({ length: 9e15 }, 1) } }'],
    ['timeout', 'input.toString = null; return { data: { toJSON: function () { while (true) {} } } }'],
    ['memory', 'return { data: { a: new Uint8Array(1e9) } }'],
    ['memory', 'return { data: { a: "x".repeat(1e9) } }'],
    ['memory', 'function f() { return f() + 1 } return { data: { a: f() } }'],
    ['memory', 'class A { constructor() { new A() } } new A()'],
    ['memory', 'eval("(".repeat(50000))'],
  ]
  for (const [reason, body] of runaway) {
    const began = performance.now()
    const outcome = await decode(uplink(body))
    assert.ok(!outcome.ok, body)
    // Deep nesting may use up time or stack first, whichever the machine has less of.
    assert.ok(outcome.reason === reason || outcome.reason === 'timeout' || outcome.reason === 'memory', `${body}: ${outcome.reason} ${outcome.message}`)
    const next = await decode(uplink('return { data: { temperature: 21 } }'))
    assert.deepEqual(next.ok && next.measures, [{ channel: 'temperature', quantity: 'temperature', value: 21 }], body)
    assert.ok(performance.now() - began < within, `${body}: ${Math.round(performance.now() - began)} ms`)
  }
  const grown = await decode(uplink('var a = []; while (true) a.push(new Array(1000).fill(1))'))
  assert.match(failureOf(grown), /timeout|memory/)
  const deep = await decode(uplink('var a = []; for (var i = 0; i < 1e5; i++) a = [a]; return { data: { a: a } }'))
  assert.match(failureOf(deep), /timeout|memory|error/)
})

test('nothing of the host can be reached', async () => {
  const outcome = await decode(uplink('return { data: ["process", "require", "fetch", "setTimeout", "setInterval", "queueMicrotask", "WebAssembly", "XMLHttpRequest", "module", "exports", "Deno", "std", "os", "scriptArgs", "print"].map(function (name) { return typeof globalThis[name] }) }'))
  assert.ok(outcome.ok)
  assert.deepEqual([...new Set(outcome.data as string[])], ['undefined'])
  for (const [body, message] of [
    ["return { data: { p: input.constructor.constructor('return process')() } }", /'process' is not defined/],
    ["return { data: { p: (0, eval)('require(\"fs\")') } }", /'require' is not defined/],
    ["return { data: { p: Function('return this')().process.env } }", /cannot read property 'env' of undefined/],
    ["fetch('http://example.org')", /'fetch' is not defined/],
  ] as const) {
    const refused = await decode(uplink(body))
    assert.ok(!refused.ok && message.test(refused.message), failureOf(refused))
  }
  // A dynamic import gives a promise that is never kept: there is no loader.
  const imported = await decode(uplink("var got = []; import('node:fs').then(function (fs) { got.push(1) }); return { data: { n: got.length } }"))
  assert.ok(imported.ok && JSON.stringify(imported.data) === '{"n":0}')
  assert.equal(failureOf(await decode(codec('import fs from "fs"; function decodeUplink() {}'))), 'error')
  assert.equal(failureOf(await decode(codec('}); globalThis.x = 1; (function () {'))), 'error')
})

test('a result must be plain data, at once, and not too large', async () => {
  for (const [body, message] of [
    ['return Promise.resolve({ data: {} })', /not a promise/],
    ['return { data: Promise.resolve({}) }', /not a promise/],
    ['return 5', /must return an object/],
    ['return { data: 5 }', /must be an object/],
    ['return { data: { a: "x".repeat(100000) } }', /65536 are allowed/],
  ] as const) {
    const outcome = await decode(uplink(body))
    assert.ok(!outcome.ok && outcome.reason === 'invalid' && message.test(outcome.message), failureOf(outcome))
  }
  assert.equal(failureOf(await decode(codec('async function decodeUplink() { return { data: {} } }'))), 'invalid')
  assert.equal(failureOf(await decode(codec('var x = 1'))), 'invalid')
  assert.equal(failureOf(await decode(uplink('return { data: { a: 1n } }'))), 'error')
  assert.equal(failureOf(await decode(uplink('var a = {}; a.a = a; return { data: a }'))), 'error')
  assert.equal(failureOf(await decode(uplink('throw { toString: function () { throw 1 }, get message() { throw 2 } }'))), 'error')
})

test('who wants measures only gets the same measures', async () => {
  for (const program of ['function decodeUplink(i) { return { data: { a: i.bytes[0] }, warnings: ["w"] } } function normalizeUplink(i) { return { data: { co2: i.data.a } } }', 'function decodeUplink(i) { return { data: { co2: i.bytes[0] } } }', 'function decodeUplink() { return { errors: ["no"] } }'])
    for (const mapping of [{}, { a: { quantity: 'temperature' } }] as const) {
      const source = { ...codec(program), mapping }
      const [all, measures] = [(await decoder.decode(source, [input(7)]))[0], (await decoder.decode(source, [input(7)], 'measures'))[0]]
      assert.deepEqual(measures?.ok ? { ...measures, data: null } : measures, all?.ok ? { ...all, data: null } : all)
    }
})

test('a number that is none is told apart from a value that is not there, with and without a mapping', async () => {
  const program = 'function decodeUplink(i) { return { data: { temperature: i.bytes[5] / 10, humidity: null, co2: 1 / 0, light: i.bytes[0], text: "null" } } }'
  const unread = [{ channel: 'temperature', value: 'NaN' }, { channel: 'co2', value: 'Infinity' }]
  const normal = `${program} function normalizeUplink(i) { return { data: { temperature: i.data.temperature, humidity: i.data.humidity, co2: i.data.co2, light: { value: i.data.light } } } }`
  for (const wants of ['all', 'measures'] as const)
    for (const source of [codec(program), { ...codec(program), mapping: { temperature: { quantity: 'temperature' }, humidity: { quantity: 'humidity' }, co2: { quantity: 'co2' }, light: { quantity: 'light' } } } as const]) {
      const [outcome] = await decoder.decode(source, [input(7)], wants)
      assert.ok(outcome?.ok)
      assert.deepEqual([outcome.unread, outcome.measures.map(({ channel, value }) => [channel, value])], [unread, [['light', 7]]])
      assert.deepEqual(outcome.data, { temperature: null, humidity: null, co2: null, light: 7, text: 'null' })
    }
  const [normalised] = await decoder.decode(codec(normal), [input(7)], 'measures')
  assert.ok(normalised?.ok)
  assert.deepEqual([normalised.unread, normalised.measures.map(({ channel }) => channel)], [unread, ['light']])
})

test('an error names its line', async () => {
  const thrown = await decode(codec('function decodeUplink(input) {\n  var a = null\n  return { data: a.b }\n}'))
  assert.deepEqual(thrown, { ok: false, reason: 'error', message: "TypeError: cannot read property 'b' of null", line: 3 })
  const broken = await decode(codec('function decodeUplink(input) {\n  return {\n}'))
  assert.ok(!broken.ok && broken.line === 3 && broken.message.startsWith('SyntaxError'))
})

test('the clock stands at the moment of the uplink, in UTC, and chance is always the same', async () => {
  const source = uplink('return { data: { now: Date.now(), day: new Date().toISOString(), hour: new Date().getHours(), made: new Date(2026, 5, 1).toISOString(), read: new Date("2026-06-01T10:00:00").toISOString(), recv: input.recvTime.getTime(), chance: Math.random() } }')
  const [first, second] = await decoder.decode(source, [input(1), input(2)])
  assert.ok(first?.ok && second?.ok)
  assert.deepEqual(first.data, second.data)
  const { chance: _chance, ...rest } = first.data as Record<string, unknown>
  assert.deepEqual(rest, { now: at.getTime(), day: at.toISOString(), hour: 1, made: '2026-06-01T00:00:00.000Z', read: '2026-06-01T10:00:00.000Z', recv: at.getTime() })
})

test('Buffer reads and writes as it does elsewhere', async () => {
  const bytes = [255, 254, 1, 2, 63, 128, 0, 0, 64, 9, 33, 251, 84, 68, 45, 24]
  const outcome = await decode(uplink('var b = Buffer.from(input.bytes); return { data: [b.readInt16BE(0), b.readUInt16LE(0), b.readUInt8(2), b.readInt8(0), b.readFloatBE(4), b.readDoubleBE(8), b.readUInt32BE(0), b.readInt32LE(0), b.toString("hex"), b.toString("base64"), Buffer.from("w6Q=", "base64").toString(), Buffer.from("ä").length, b.slice(2, 4).toString("hex")] }'), input(...bytes))
  const b = Buffer.from(bytes)
  assert.ok(outcome.ok, failureOf(outcome))
  assert.deepEqual(outcome.data, [b.readInt16BE(0), b.readUInt16LE(0), b.readUInt8(2), b.readInt8(0), b.readFloatBE(4), b.readDoubleBE(8), b.readUInt32BE(0), b.readInt32LE(0), b.toString('hex'), b.toString('base64'), 'ä', 2, b.subarray(2, 4).toString('hex')])
})

// Each tries to leave something behind for the next call.
const traces = [
  'var n = 0; function decodeUplink(input) { n += 1; return { data: { n: n } } }',
  'let seen = []; const f = () => seen.length; function decodeUplink(input) { seen.push(input.bytes[0]); return { data: { n: f() } } }',
  'function decodeUplink(input) { trace = (typeof trace === "undefined" ? 0 : trace) + 1; return { data: { n: trace } } }',
  'function decodeUplink(input) { globalThis.trace = (globalThis.trace || 0) + input.bytes[0]; return { data: { n: trace } } }',
  'function decodeUplink(input) { decodeUplink.n = (decodeUplink.n || 0) + 1; return { data: { n: decodeUplink.n } } }',
  'function decodeUplink(input) { var p = input.bytes.constructor["proto" + "type"]; try { p.trace = (p.trace || 0) + 1 } catch (e) {} return { data: { n: ([].trace || 0) > 1 } } }',
  'function decodeUplink(input) { Array.prototype.trace = (Array.prototype.trace || 0) + 1; return { data: { n: [].trace } } }',
  'function decodeUplink(input) { var o = Object; o["define" + "Property"](globalThis, "trace" + input.bytes[0], { value: 1 }); return { data: { n: Object.getOwnPropertyNames(globalThis).filter(function (k) { return /^trace/.test(k) }).length } } }',
  'var re = /a/g; function decodeUplink(input) { re.test("aa"); return { data: { n: re.lastIndex, r: Math.random(), t: new Date().getTime() } } }',
  'function decodeUplink(input) { var s = Symbol.for("t"); var before = globalThis[s] || 0; globalThis[s] = before + 1; return { data: { n: before } } }',
  'function decodeUplink(input) { if (input.bytes[0] % 3 === 0) throw new Error("third"); last = input.bytes[0]; return { data: { n: last } } }',
  'function decodeUplink(input) { Math.max = function () { return 7 }; return { data: { n: Math.max(1, input.bytes[0]) } } }',
]

test('no call sees what an earlier one left: the same as each in a room of its own', async () => {
  const sandbox = await openSandbox()
  for (const program of traces)
    for (const bytes of fc.sample(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 2, maxLength: 6 }), 3)) {
      const together = await decoder.decode(codec(program), bytes.map((byte) => input(byte)))
      // The comment looks like a change of what all share, so every item gets a new room.
      const worked = sandbox.work({ kind: 'decode', program: `${program}\n// Array.any = 1`, items: JSON.stringify(bytes.map((byte) => ({ b: [byte], p: 5, t: at.getTime() }))) }, usualLimits)
      assert.ok(worked.ok, program)
      const alone = (JSON.parse(worked.text) as { d?: unknown; m?: string }[]).map(({ d, m }) => d ?? m)
      assert.deepEqual(together.map((outcome) => (outcome.ok ? outcome.data : outcome.message)), alone, program)
    }
})

test('one that is stopped does not take its neighbours along, and rests when it goes on', async () => {
  const own = openDecoder()
  const source = uplink('if (input.bytes[0] === 9) while (true) {} return { data: { n: input.bytes[0] } }')
  const outcomes = await own.decode(source, [1, 9, 3].map((byte) => input(byte)))
  assert.deepEqual(outcomes.map(failureOf), ['{"n":1}', 'timeout', '{"n":3}'])
  assert.deepEqual(own.resting(), [])
  const stopped = await own.decode(source, Array.from({ length: 12 }, () => input(9)))
  assert.deepEqual(stopped.map(failureOf), [...Array.from({ length: 5 }, () => 'timeout'), ...Array.from({ length: 7 }, () => 'resting')])
  assert.equal(own.resting()[0]?.codec, 'test')
  const [other] = await own.decode(uplink('return { data: { n: 1 } }'), [input(1)])
  assert.ok(other?.ok, 'others go on')
  await own.close()
  const [late] = await own.decode(uplink('return { data: { n: 2 } }'), [input(1)])
  assert.equal(late && failureOf(late), 'error')
})

test('a function of a program gets plain data and gives plain data, with what it wrote', async () => {
  const called = await decoder.call('function chart(points) { console.log("points", points.length); return { bars: points.map(function (p) { return p.value * 2 }) } }', 'chart', [[{ value: 1 }, { value: 2 }]], at)
  assert.deepEqual(called, { ok: true, value: { bars: [2, 4] }, log: ['points 2'] })
  const missing = await decoder.call('var a', 'chart', [[]], at)
  assert.ok(!missing.ok && missing.reason === 'invalid')
})
