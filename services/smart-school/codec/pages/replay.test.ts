import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speak } from '@modellregion/kernel'
import { pageWords } from '../../locales/index.ts'
import type { Codec, Replay } from '../schema.ts'
import { ReplayPage } from './replay.tsx'

const t = speak(pageWords, { locale: 'de', form: 'sie', gender: 'neutral', overrides: {} })
const at = new Date('2026-03-01T10:00:00Z')
const codec: Codec = { id: 'a-b', version: 2, name: 'Fühler', maker: 'A', model: 'B', program: '', origin: 'town' }
const replay: Replay = { id: 'x', codecId: 'a-b', codecVersion: 2, devEui: null, from: at, until: at, state: 'applying', jobId: 'j', counts: null, applied: null, error: '', comparedAt: at, appliedAt: null, createdAt: at }
const shown = (more: Partial<Parameters<typeof ReplayPage>[0]>): string => JSON.stringify(ReplayPage({ t, csrf: 'x', codec, isActive: true, replay, job: undefined, isBroken: false, names: new Map(), ...more }))

test('a replay whose work was given up says so instead of going on for ever, and what to do', () => {
  assert.match(shown({ isBroken: true }), /"title":"abgebrochen"[\s\S]*Das Neulesen ist abgebrochen[\s\S]*Ein neuer Vergleich zeigt/)
  assert.doesNotMatch(shown({ job: { share: 0.5, text: '' } }), /abgebrochen/)
})
