import { surviveKills } from './kill-load.ts'

export const name = 'smart-school-kill'
const kills = 20

/** SIGKILL of the ingest under load, twenty times at random moments: every acknowledged message is stored exactly once. */
export async function run() {
  const { acknowledged, frames, observations, lost } = await surviveKills(kills, Math.random)
  const doubled = frames - acknowledged + (observations - frames * 6)
  return [{ what: `kill -9 ${kills} times under load, database connections cut once`, target: '0 lost, 0 doubled', measured: `${lost} lost, ${doubled} doubled of ${acknowledged.toLocaleString('en')} acknowledged`, ok: lost === 0 && doubled === 0 && acknowledged > 0 }]
}
