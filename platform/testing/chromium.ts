import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { processEnvironment } from './kernel.ts'

// The one without windows first: it needs half the processor time.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** The installed Chromium: MODELLREGION_CHROMIUM, or the first one on the PATH. */
export function findChromium(env: Record<string, string | undefined> = processEnvironment()): string | undefined {
  const named = env['MODELLREGION_CHROMIUM']
  if (named) return named
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/** What to tell whoever has no browser. */
export const chromiumAdvice = 'Chromium is missing. Install it (Debian: "apt-get install chromium-headless-shell") or name one in MODELLREGION_CHROMIUM.'

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
