import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOwnScript } from './trusted-scripts.ts'

test('built files and service workers of this site may run, nothing else', () => {
  const own = 'https://town.example'
  const may = (url: string): boolean => isOwnScript(new URL(url), own)
  assert.ok(may('https://town.example/assets/heavy.worker-1.js'))
  assert.ok(may('https://town.example/help-chat/worker.js'))
  for (const url of ['https://evil.example/assets/a.js', 'https://town.example/upload/x.js', 'data:text/javascript,1', 'blob:https://town.example/1', 'https://town.example.evil.example/assets/a.js']) assert.ok(!may(url), url)
})
