// Runs inside the sandbox, before any codec: takes randomness, the clock and the host's time zone away, adds a small Buffer, and freezes everything that
// programs share, so that one call cannot change the next. Its value is { run }.
// oxlint-disable-next-line no-unused-expressions -- the value of the script
;(function (isFrozen) {
  'use strict'
  const { parse, stringify } = JSON
  const { ownKeys, getOwnPropertyDescriptor, defineProperty, getPrototypeOf, construct } = Reflect
  const { isArray } = Array
  const RealDate = Date
  let now = 0
  let seed = 1
  let lines = []

  // The clock stands at the moment of the uplink, in UTC: the same frame gives the same values whenever it is read again.
  const zoneless = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/
  const readTime = (value) => (typeof value === 'string' && zoneless.test(value) ? `${value}Z` : value)
  function StillDate(...given) {
    if (!new.target) return new RealDate(now).toUTCString()
    if (given.length === 0) return construct(RealDate, [now], new.target)
    if (given.length === 1) return construct(RealDate, [readTime(given[0])], new.target)
    return construct(RealDate, [RealDate.UTC(...given)], new.target)
  }
  StillDate.prototype = RealDate.prototype
  StillDate.prototype.constructor = StillDate
  StillDate.now = () => now
  StillDate.parse = (text) => RealDate.parse(readTime(text))
  StillDate.UTC = RealDate.UTC
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    StillDate.prototype[`get${part}`] = StillDate.prototype[`getUTC${part}`]
    if (part !== 'Day') StillDate.prototype[`set${part}`] = StillDate.prototype[`setUTC${part}`]
  }
  StillDate.prototype.getTimezoneOffset = () => 0
  StillDate.prototype.toString = StillDate.prototype.toUTCString
  define(globalThis, 'Date', StillDate)

  // Park and Miller's generator, begun anew for every call.
  define(Math, 'random', () => (seed = (seed * 48271) % 2147483647) / 2147483647)

  const say = (...words) => void (lines.length < 50 && lines.push(words.map(show).join(' ').slice(0, 500)))
  define(globalThis, 'console', { log: say, info: say, warn: say, error: say, debug: say })
  function show(value) {
    if (typeof value === 'string') return value
    try {
      return stringify(value) ?? String(value)
    } catch {
      return String(value)
    }
  }

  const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  class Buffer extends Uint8Array {
    static from(value, encoding) {
      if (typeof value === 'string') return super.from(bytesOf(value, encoding))
      return value instanceof ArrayBuffer ? new Buffer(value) : super.from(value, (byte) => byte & 255)
    }
    static alloc(length, fill = 0) {
      return new Buffer(length).fill(fill)
    }
    static concat(list) {
      return Buffer.from(list.flatMap((part) => [...part]))
    }
    static isBuffer(value) {
      return value instanceof Buffer
    }
    slice(from, to) {
      return this.subarray(from, to)
    }
    equals(other) {
      return this.length === other.length && this.every((byte, at) => byte === other[at])
    }
    toJSON() {
      return { type: 'Buffer', data: [...this] }
    }
    toString(encoding = 'utf8', from = 0, to = this.length) {
      const bytes = this.subarray(from, to)
      if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
      if (encoding === 'base64') return toBase64(bytes)
      const text = Array.from(bytes, (byte) => String.fromCharCode(encoding === 'ascii' ? byte & 127 : byte)).join('')
      return encoding === 'utf8' || encoding === 'utf-8' ? fromUtf8(text) : text
    }
    readUIntBE(at, length) {
      let value = 0
      for (let i = 0; i < length; i++) value = value * 256 + byteAt(this, at + i)
      return value
    }
    readUIntLE(at, length) {
      let value = 0
      for (let i = length - 1; i >= 0; i--) value = value * 256 + byteAt(this, at + i)
      return value
    }
    readIntBE(at, length) {
      return signed(this.readUIntBE(at, length), length)
    }
    readIntLE(at, length) {
      return signed(this.readUIntLE(at, length), length)
    }
    writeUIntBE(value, at, length) {
      for (let i = length - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) this[at + i] = rest
      return at + length
    }
    writeUIntLE(value, at, length) {
      for (let i = 0, rest = value; i < length; i++, rest = Math.floor(rest / 256)) this[at + i] = rest
      return at + length
    }
    writeIntBE(value, at, length) {
      return this.writeUIntBE(value < 0 ? value + 2 ** (8 * length) : value, at, length)
    }
    writeIntLE(value, at, length) {
      return this.writeUIntLE(value < 0 ? value + 2 ** (8 * length) : value, at, length)
    }
  }
  const byteAt = (bytes, at) => {
    if (!(at >= 0 && at < bytes.length)) throw new RangeError(`There is no byte ${at}; there are ${bytes.length}.`)
    return bytes[at]
  }
  const signed = (value, length) => (value >= 2 ** (8 * length - 1) ? value - 2 ** (8 * length) : value)
  for (const [sign, length] of [['UInt', 1], ['Int', 1], ['UInt', 2], ['Int', 2], ['UInt', 4], ['Int', 4]])
    for (const order of length === 1 ? [''] : ['BE', 'LE']) {
      const general = `${sign}${order || 'BE'}`
      const read = function (at = 0) {
        return this[`read${general}`](at, length)
      }
      const write = function (value, at = 0) {
        return this[`write${general}`](value, at, length)
      }
      for (const name of [`${sign}${8 * length}${order}`, `${sign.replace('UInt', 'Uint')}${8 * length}${order}`]) {
        define(Buffer.prototype, `read${name}`, read)
        define(Buffer.prototype, `write${name}`, write)
      }
    }
  for (const [name, bits] of [['Float', 32], ['Double', 64]])
    for (const order of ['BE', 'LE']) {
      define(Buffer.prototype, `read${name}${order}`, function (at = 0) {
        byteAt(this, at + bits / 8 - 1)
        return new DataView(this.buffer, this.byteOffset)[`getFloat${bits}`](at, order === 'LE')
      })
      define(Buffer.prototype, `write${name}${order}`, function (value, at = 0) {
        new DataView(this.buffer, this.byteOffset)[`setFloat${bits}`](at, value, order === 'LE')
        return at + bits / 8
      })
    }
  function bytesOf(text, encoding = 'utf8') {
    if (encoding === 'hex') return (text.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16))
    if (encoding === 'base64') return fromBase64(text)
    const plain = encoding === 'utf8' || encoding === 'utf-8' ? unescape(encodeURIComponent(text)) : text
    return Array.from(plain, (letter) => letter.charCodeAt(0) & 255)
  }
  function fromUtf8(text) {
    try {
      return decodeURIComponent(escape(text))
    } catch {
      return text
    }
  }
  function toBase64(bytes) {
    let text = ''
    for (let at = 0; at < bytes.length; at += 3) {
      const [a, b = 0, c = 0] = bytes.subarray(at, at + 3)
      const quad = base64[a >> 2] + base64[((a & 3) << 4) | (b >> 4)] + base64[((b & 15) << 2) | (c >> 6)] + base64[c & 63]
      text += quad.slice(0, bytes.length - at + 1).padEnd(4, '=')
    }
    return text
  }
  function fromBase64(text) {
    const bytes = []
    let bits = 0
    let value = 0
    for (const letter of text.replace(/-/g, '+').replace(/_/g, '/')) {
      const six = base64.indexOf(letter)
      if (six < 0) continue
      value = ((value << 6) | six) & 0xffffff
      bits += 6
      if (bits >= 8) bytes.push((value >> (bits -= 8)) & 255)
    }
    return bytes
  }
  define(globalThis, 'Buffer', Buffer)

  function define(object, name, value) {
    defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true })
  }

  // A frozen prototype would keep `this.name = …` of an error class from working (the "override mistake" of ECMAScript): these say it with accessors.
  function openToOverride(prototype) {
    for (const key of ownKeys(prototype)) {
      const { value, writable } = getOwnPropertyDescriptor(prototype, key)
      if (writable !== true) continue
      defineProperty(prototype, key, {
        get: () => value,
        set(other) {
          if (this !== prototype && this !== undefined && this !== null) defineProperty(this, key, { value: other, writable: true, enumerable: true, configurable: true })
        },
      })
    }
  }

  function freezeAll() {
    const errors = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, InternalError, AggregateError]
    for (const { prototype } of [Object, ...errors]) openToOverride(prototype)
    const hidden = [function* () {}, async function () {}, async function* () {}, [].values(), new Map().values(), new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g), Iterator.from({ next() {} }), [].values().map((x) => x)]
    const seen = new Set([globalThis])
    const waiting = [...hidden.map((value) => getPrototypeOf(value)), ...hidden.slice(0, 3).map((value) => value.prototype)]
    for (const key of ownKeys(globalThis)) {
      const property = getOwnPropertyDescriptor(globalThis, key)
      if (property.configurable) defineProperty(globalThis, key, { ...property, writable: false, configurable: false })
      waiting.push(property.value)
    }
    for (let value = waiting.pop(); waiting.length > 0 || value !== undefined; value = waiting.pop()) {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue
      seen.add(value)
      Object.freeze(value)
      waiting.push(getPrototypeOf(value) ?? 0)
      for (const key of ownKeys(value)) {
        const property = getOwnPropertyDescriptor(value, key)
        for (const part of [property.value, property.get, property.set]) if (part !== undefined) waiting.push(part)
      }
    }
  }
  if (isFrozen) freezeAll()
  const globals = ownKeys(globalThis).length
  const root = getPrototypeOf(globalThis)

  // Variables that a program forgot to declare are properties of the global object: gone after each call.
  function sweep() {
    for (const key of Object.keys(globalThis)) Reflect.deleteProperty(globalThis, key)
  }
  const isClean = () => ownKeys(globalThis).length === globals && getPrototypeOf(globalThis) === root

  const refuse = (reason, message) => ({ f: reason, m: message })
  const listOf = (value) => (isArray(value) ? value.map(show) : value === undefined || value === null ? [] : [show(value)])
  const isPromise = (value) => typeof value === 'object' && value !== null && typeof value.then === 'function'
  const noPromise = refuse('invalid', 'The function must return its result at once, not a promise.')

  function readAnswer(answer) {
    if (isPromise(answer)) return noPromise
    if (typeof answer !== 'object' || answer === null) return refuse('invalid', 'The function must return an object with `data`.')
    const errors = listOf(answer.errors)
    if (errors.length > 0) return refuse('error', errors.join(' '))
    if (isPromise(answer.data)) return noPromise
    if (typeof answer.data !== 'object' || answer.data === null) return refuse('invalid', '`data` must be an object.')
    return { d: answer.data, w: listOf(answer.warnings) }
  }

  function decode(program, { b: bytes, p: fPort, v: variables = {} }) {
    if (!program.decodeUplink) {
      if (program.Decode) return readAnswer({ data: program.Decode(fPort, bytes, variables) })
      if (program.Decoder) return readAnswer({ data: program.Decoder(bytes, fPort) })
      return refuse('invalid', 'The program has no function decodeUplink.')
    }
    return readAnswer(program.decodeUplink({ bytes, fPort, recvTime: new RealDate(now), variables }))
  }

  const work = {
    decode(program, item) {
      const answer = decode(program, item)
      if (answer.f) return answer
      answer.t = item.t
      if (!program.normalizeUplink) return answer
      const normal = readAnswer(program.normalizeUplink({ data: answer.d, fPort: item.p }))
      if (normal.f) return normal
      answer.n = normal.d
      if (normal.w.length > 0) answer.w = [...answer.w, ...normal.w]
      return answer
    },
    // For the ingest: what the codec normalised is all that counts, so the rest stays here.
    measure(program, item) {
      const answer = work.decode(program, item)
      if (answer.n !== undefined) answer.d = undefined
      return answer
    },
    decodeDownlink(program, { b: bytes, p: fPort, v: variables = {} }) {
      return program.decodeDownlink ? readAnswer(program.decodeDownlink({ bytes, fPort, variables })) : refuse('invalid', 'The program has no function decodeDownlink.')
    },
    encode(program, { data, p: fPort, v: variables = {} }) {
      let answer
      if (program.encodeDownlink) answer = program.encodeDownlink({ data, fPort, variables })
      else if (program.Encode) answer = { bytes: program.Encode(fPort ?? 1, data, variables) }
      else if (program.Encoder) answer = { bytes: program.Encoder(data, fPort ?? 1) }
      else return refuse('invalid', 'The program has no function encodeDownlink.')
      if (isPromise(answer)) return noPromise
      if (typeof answer !== 'object' || answer === null) return refuse('invalid', 'The function must return an object with `bytes`.')
      const errors = listOf(answer.errors)
      if (errors.length > 0) return refuse('error', errors.join(' '))
      const bytes = isArray(answer.bytes) || answer.bytes instanceof Uint8Array ? [...answer.bytes] : undefined
      if (!bytes || !bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)) return refuse('invalid', '`bytes` must be a list of whole numbers from 0 to 255.')
      return { b: bytes, p: answer.fPort ?? fPort ?? 1, w: listOf(answer.warnings) }
    },
    call(program, { entry, args }) {
      if (!program[entry]) return refuse('invalid', `The program has no function ${entry}.`)
      const value = program[entry](...args)
      return isPromise(value) ? noPromise : { d: value }
    },
  }

  function failureOf(error) {
    let message = ''
    let line
    try {
      message = typeof error === 'object' && error !== null && 'message' in error ? `${error.name}: ${error.message}` : show(error)
      const found = /codec\.js:(\d+)/.exec(String(error?.stack))
      if (found) line = Number(found[1])
    } catch {
      message = 'The program threw something that cannot be read.'
    }
    const isFull = /^\w+: (out of memory|stack overflow)$/.test(message)
    return { f: isFull ? 'memory' : 'error', m: message.slice(0, 500), l: line }
  }

  // JSON has no NaN and says null, which may also mean that there is nothing: for whoever looks for measures such numbers are words.
  const spoken = ({ d, n }) => parse(stringify({ d, n }, (_key, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)))

  function one(factory, kind, item, most, sweeps) {
    now = item.t ?? 0
    seed = 1
    lines = []
    let text
    try {
      const answer = work[kind](factory(), item)
      text = stringify(answer)
      if (text.includes('null') && (kind === 'decode' || kind === 'measure')) text = stringify({ ...answer, x: spoken(answer) })
      if (text.length > most) text = stringify(refuse('invalid', `The result has ${text.length} characters; ${most} are allowed.`))
    } catch (error) {
      text = stringify(failureOf(error))
    }
    if (sweeps) sweep()
    return kind === 'call' ? `{"r":${text},"log":${stringify(lines)}}` : text
  }

  return {
    // Without `sweeps` the answers count only if nothing was left behind ("!" before them otherwise).
    run(factory, kind, items, most, sweeps) {
      const list = parse(items)
      let all = ''
      for (let at = 0; at < list.length; at++) all += (at === 0 ? '' : ',') + one(factory, kind, list[at], most, sweeps)
      return isClean() ? `[${all}]` : `![${all}]`
    },
  }
})
