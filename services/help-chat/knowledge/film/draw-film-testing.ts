import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '@modellregion/testing'
import { frame, picture, scenes, sceneSeconds } from './scenes.ts'

/**
 * Draws the explainer of the help chat anew: `node --import ./app/tsx-hook.ts services/help-chat/knowledge/film/draw-film-testing.ts`. Every picture is SVG, photographed in Chromium; ffmpeg joins them to
 * a silent WebM (VP9). Needed only when the scenes change; captions stand in captions.ts and need no new film.
 * Named like what tests share, because like them it drives a browser.
 */
const perSecond = 10
const target = join(import.meta.dirname, 'confidential-help.webm')
const folder = mkdtempSync(join(tmpdir(), 'explainer-'))
const browser = await openBrowser()
try {
  const page = await browser.page({ viewport: frame, javascript: false })
  const count = scenes.length * sceneSeconds * perSecond
  for (let n = 0; n < count; n++) {
    await page.setContent(`<!doctype html><body style="margin:0">${picture(n / perSecond)}`)
    await page.screenshot({ path: join(folder, `${String(n).padStart(4, '0')}.png`) })
  }
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', '-framerate', String(perSecond), '-i', join(folder, '%04d.png'), '-c:v', 'libvpx-vp9', '-crf', '36', '-b:v', '0', '-pix_fmt', 'yuv420p', '-row-mt', '1', target])
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
