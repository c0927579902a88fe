import { parentPort } from 'node:worker_threads'
import { readAnswers } from './answers.ts'
import type { Question, Reply } from './protocol.ts'
import { openSandbox } from './room.ts'
import { usualLimits } from '../schema.ts'

const sandbox = await openSandbox()
const port = parentPort
if (!port) throw new Error('This file runs in a thread of the decoder.')

port.on('message', ({ id, work, reading, limits }: Question) => {
  const worked = sandbox.work(work, limits)
  port.postMessage({ id, worked: worked.ok && reading ? { ok: true, text: JSON.stringify(readAnswers(worked.text, reading)) } : worked } satisfies Reply)
})
// The engine compiles itself with the first program: that shall not be on somebody's time.
sandbox.work({ kind: 'decode', program: 'function decodeUplink() { return { data: {} } }', items: '[{"b":[],"p":1,"t":0}]' }, { ...usualLimits, time: 10_000 })
port.postMessage('ready' satisfies Reply)
