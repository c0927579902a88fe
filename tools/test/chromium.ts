import { spawnSync } from 'node:child_process'
import { chromiumAdvice, findChromium } from '@modellregion/testing'

/** Makes sure that there is a browser: installs Debian's Chromium (the one without windows) when this is allowed. Returns what to tell when there is none. */
export function provideChromium(): string | undefined {
  if (findChromium()) return undefined
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!mayInstall) return chromiumAdvice
  process.stdout.write('Installing Chromium from the distribution …\n')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  spawnSync('apt-get', ['update', '-q'], quiet)
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium-headless-shell'], quiet)
  return findChromium() ? undefined : chromiumAdvice
}
