import { parentPort } from 'node:worker_threads'
import { readAnswers } from './answers.ts'
import type { Question, Reply } from './protocol.ts'
import { openSandbox } from './room.ts'

const sandbox = await openSandbox()
const port = parentPort
if (!port) throw new Error('This file runs in a thread of the decoder.')

port.on('message', ({ id, work, reading, limits }: Question) => {
  const worked = sandbox.work(work, limits)
  port.postMessage({ id, worked: worked.ok && reading ? { ok: true, text: JSON.stringify(readAnswers(worked.text, reading)) } : worked } satisfies Reply)
})
port.postMessage('ready' satisfies Reply)
