import { surviveKills } from '../../services/portfolio/adoption/kill-testing.ts'

export const name = 'portfolio-kill'
const kills = 20
const entries = 400

/** SIGKILL of a town's process while it installs, updates and merges, twenty times at random moments. */
export async function run() {
  const { inMidWrite, acknowledged, faults } = await surviveKills(kills, entries, Math.random)
  for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`)
  return [{ what: `kill -9 ${kills} times while ${entries} entries are installed, updated and merged (${inMidWrite} of them in mid-write)`, target: '0 lost, 0 doubled, 0 half', measured: `${faults.length} faults, ${acknowledged.toLocaleString('en')} steps acknowledged`, ok: faults.length === 0 && acknowledged > 0 && inMidWrite > 0 }]
}
