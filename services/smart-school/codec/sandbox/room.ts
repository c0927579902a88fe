import { readFileSync } from 'node:fs'
import { newQuickJSWASMModule, type QuickJSContext, type QuickJSHandle, type QuickJSRuntime, type QuickJSWASMModule } from 'quickjs-emscripten'
import type { Failure, FailureReason, Limits } from '../schema.ts'
import type { Work, Worked } from './protocol.ts'

/** Programs in rooms of their own, in one WebAssembly memory. */
export type Sandbox = { work(work: Work, limits: Limits): Worked }

const guest = readFileSync(new URL('./guest.js', import.meta.url), 'utf8')
const names = ['decodeUplink', 'normalizeUplink', 'encodeDownlink', 'decodeDownlink', 'Decoder', 'Decode', 'Encoder', 'Encode', 'chart']
// After the program, so that its own lines keep their numbers. A name that it does not contain it cannot define.
const endingOf = (program: string): string =>
  `\n;return {${names.filter((name) => program.includes(name)).map((name) => `${name}: typeof ${name} === 'function' ? ${name} : undefined`).join(', ')}}})`

/** Programs that put something onto what all programs share (`String.prototype.x = …`) get a room that is never used again. */
const changesShared = /\b(?:Object|Function|Array|String|Number|Boolean|Date|RegExp|Math|JSON|Error|Map|Set|Promise|Uint8Array|Buffer|globalThis)\s*(?:\.\s*prototype)?\s*(?:\.\s*\w+|\[[^\]]+\])\s*=[^=]|\.\s*(?:defineProperty|defineProperties|setPrototypeOf)\s*\(|\b__proto__\b/

/** Kept rooms. The one that was not used for longest goes first. */
const mostRooms = 32
const mostMemory = 256 * 1024 * 1024

/** Milliseconds that this thread has computed: that a busy machine makes a program wait is not the program's fault. */
const computed = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

type Room = { readonly runtime: QuickJSRuntime; readonly context: QuickJSContext; readonly run: QuickJSHandle; readonly factory: QuickJSHandle }

/**
 * Opens a sandbox: QuickJS compiled to WebAssembly, without any function of the host. What a program can reach are the objects of ECMAScript, a
 * `console` that writes down, and `Buffer`. Each program has a room (runtime) of its own with limits of memory, stack and time. A room is kept for speed; everything shared
 * in it is frozen and the program itself starts anew for every item, so that no call sees what an earlier one left. A room that met a limit is thrown away.
 */
export async function openSandbox(): Promise<Sandbox> {
  // One that nothing has run in is kept ready, because an aborted module never works again and a new one takes its time.
  let module = await newQuickJSWASMModule()
  let spare = newQuickJSWASMModule()
  let next: QuickJSWASMModule | undefined = await spare
  const rooms = new Map<string, Room>()
  // Programs that leave variables behind on the global object: they are swept after every item, which costs a tenth of the speed.
  const untidy = new Set<string>()
  // Programs that leave things which nobody can sweep away: each item gets a room of its own.
  const alone = new Set<string>()
  let stop = 0

  function renew(): void {
    rooms.clear()
    if (!next) throw new Error('The sandbox broke twice in a row.')
    module = next
    next = undefined
    spare = newQuickJSWASMModule()
    void spare.then((fresh) => (next = fresh))
  }

  function build(program: string, limits: Limits, isFrozen: boolean): Room | Failure {
    const runtime = module.newRuntime()
    runtime.setMemoryLimit(limits.memory)
    runtime.setMaxStackSize(limits.stack)
    runtime.setInterruptHandler(() => computed() > stop)
    const context = runtime.newContext()
    const made: QuickJSHandle[] = []
    const fail = (error: QuickJSHandle): Failure => {
      const failure = failureOf(context, error, limits)
      made.forEach((handle) => handle.dispose())
      context.dispose()
      runtime.dispose()
      return failure
    }
    const start = context.unwrapResult(context.evalCode(guest, 'guest.js'))
    made.push(start)
    const driver = context.callFunction(start, context.undefined, isFrozen ? context.true : context.false)
    if (driver.error) return fail(driver.error)
    made.push(driver.value)
    // By itself first: then it cannot close the function around it.
    const alone = context.evalCode(program, 'codec.js', { type: 'global', compileOnly: true })
    if (alone.error) return fail(alone.error)
    made.push(alone.value)
    const factory = context.evalCode(`(function () {${program}${endingOf(program)}`, 'codec.js')
    if (factory.error) return fail(factory.error)
    made.forEach((handle) => handle !== driver.value && handle.dispose())
    const run = context.getProp(driver.value, 'run')
    driver.value.dispose()
    return { runtime, context, run, factory: factory.value }
  }

  function leave(program: string, room: Room): void {
    rooms.delete(program)
    room.run.dispose()
    room.factory.dispose()
    room.context.dispose()
    room.runtime.dispose()
  }

  function roomFor(program: string, limits: Limits, isKept: boolean): Room | Failure {
    const known = isKept ? rooms.get(program) : undefined
    if (known) {
      rooms.delete(program)
      rooms.set(program, known)
      return known
    }
    const [oldest] = rooms
    if (oldest && rooms.size >= mostRooms) leave(...oldest)
    const room = build(program, limits, isKept)
    if (isKept && !('ok' in room)) rooms.set(program, room)
    return room
  }

  function workIn(room: Room, { kind, program, items }: Work, limits: Limits, isKept: boolean): Worked | 'again' {
    const { context, runtime } = room
    const handles = [context.newString(kind), context.newString(items), context.newNumber(limits.result)]
    const sweeps = !isKept || untidy.has(program)
    const result = context.callFunction(room.run, context.undefined, room.factory, ...handles, sweeps ? context.true : context.false)
    handles.forEach((handle) => handle.dispose())
    if (result.error) {
      const failure = failureOf(context, result.error, limits)
      leave(program, room)
      return failure
    }
    const text = context.getString(result.value)
    result.value.dispose()
    const isTainted = text.startsWith('!')
    if (!isKept || isTainted || runtime.hasPendingJob() || text.includes('"f":"memory"')) leave(program, room)
    if (isTainted && isKept) {
      if (sweeps) alone.add(program)
      else untidy.add(program)
      return 'again'
    }
    return { ok: true, text: isTainted ? text.slice(1) : text }
  }

  function attempt(work: Work, limits: Limits): Worked {
    for (;;) {
      if (changesShared.test(work.program) || alone.has(work.program)) return attemptSingly(work, limits)
      const worked = attemptIn(work, limits, true)
      if (worked !== 'again') return worked
    }
  }

  function attemptSingly(work: Work, limits: Limits): Worked {
    const texts: string[] = []
    for (const item of JSON.parse(work.items) as unknown[]) {
      const worked = attemptIn({ ...work, items: JSON.stringify([item]) }, limits, false)
      if (worked === 'again') throw new Error('A room that is used once is never asked again.')
      if (!worked.ok) return worked
      texts.push(worked.text.slice(1, -1))
    }
    return { ok: true, text: `[${texts.join(',')}]` }
  }

  function attemptIn(work: Work, limits: Limits, isKept: boolean): Worked | 'again' {
    stop = computed() + limits.time
    const room = roomFor(work.program, limits, isKept)
    return 'ok' in room ? room : workIn(room, work, limits, isKept)
  }

  return {
    work(work, limits) {
      try {
        return attempt(work, limits)
      } catch {
        // The host's own stack ended, or the module aborted: nothing in this memory can be trusted any more.
        renew()
        return { ok: false, reason: 'memory', message: 'The program used more stack than is allowed.' }
      } finally {
        if (module.getWasmMemory().buffer.byteLength > mostMemory && next) renew()
      }
    },
  }
}

function failureOf(context: QuickJSContext, error: QuickJSHandle, limits: Limits): Failure {
  const read = (name: string): string => {
    const handle = context.getProp(error, name)
    const text = context.typeof(handle) === 'string' || context.typeof(handle) === 'number' ? context.getString(handle) : ''
    handle.dispose()
    return text
  }
  const message = read('message')
  const name = read('name')
  const line = /codec\.js:(\d+)/.exec(read('stack'))?.[1] ?? (read('fileName') === 'codec.js' ? read('lineNumber') : undefined)
  error.dispose()
  if (message === 'interrupted') return { ok: false, reason: 'timeout', message: `The program was stopped after ${limits.time} ms.` }
  const reason: FailureReason = message === 'out of memory' || message === 'stack overflow' ? 'memory' : 'error'
  return { ok: false, reason, message: name && message ? `${name}: ${message}` : message || 'The program was stopped.', ...(line ? { line: Number(line) } : {}) }
}
