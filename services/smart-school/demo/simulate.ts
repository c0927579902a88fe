import { connectAsync } from 'mqtt'
import { OperatorError } from '@modellregion/kernel'
import { localDate, parsePlainDate, type PlainDate } from '@modellregion/standards'
import { demoDevices, registerOf, type DemoDevice } from './devices.ts'
import { perPulse, simulatorName, simulatorSecret } from './ingest.ts'
import { registerAt } from './meter-model.ts'
import { simulateRoom } from './model.ts'
import { payloadOf, type Measured } from './payloads.ts'
import { roomsOf, schoolPlans, type SchoolPlan } from './school-plans.ts'
import { outdoorHumidity, outdoorTemperature } from './weather.ts'

export const usage = `npm run simulate:school -- [--url mqtt://localhost:1883] [--town aachen] [--school ggs-roetgen] [--every 10s] [--once] [--since 2026-03-04]

Speaks ChirpStack's MQTT for the demonstration's devices: lessons and airing, temperatures, meters (docs/demo-model.md).
  --every   every device sends this often (s, m); default: as often as it really would
  --once    every device sends once, then it ends
  --since   day of the demonstration's first start, so that meters go on where its history ends; default: today`

/**
 * The simulator: a network server with all devices of the demonstration. It has its own connection and nothing of the installation but the secret that
 * exists in demonstrations only. `now` is the clock, `told` hears what happens. Comes back after one round (`once`) or when `signal` says so.
 */
export async function simulateSchool(options: Readonly<Record<string, string | undefined>>, now: () => Date, told: (line: string) => void, signal: AbortSignal): Promise<{ sent: number }> {
  const { url = 'mqtt://localhost:1883', town = 'aachen', school } = options
  const devices = demoDevices.filter((device) => school === undefined || device.school === school)
  if (devices.length === 0) throw new OperatorError(`The demonstration has no school "${school}". There are: ${schoolPlans.map(({ slug }) => slug).join(', ')}.\n\n${usage}`)
  const every = options['every'] === undefined ? undefined : secondsOf(options['every'])
  const since = options['since'] === undefined ? localDate(now()) : parsePlainDate(options['since'])
  if (!since) throw new OperatorError(`"${options['since']}" is no day.\n\n${usage}`)
  const client = await connectAsync(url, { username: `${town}/${simulatorName}`, password: simulatorSecret(town), clientId: `simulator-${school ?? 'all'}`, reconnectPeriod: 2_000 }).catch((error: Error) => {
    throw new OperatorError(`No broker of a demonstration answers at ${url} (${error.message}). Start one with "npm start", or name another address with --url.`)
  })
  let sent = 0
  const send = async (device: DemoDevice): Promise<void> => {
    const at = now()
    const payload = payloadOf(device.codec, measuredBy(device, at, since))
    if (!payload) return
    // The counter follows the clock, so that it goes on when the simulator is started again.
    const fCnt = Math.floor(at.getTime() / 1_000) % 0xffff_ffff
    await client.publishAsync(`application/6a7c1f0e-demo/device/${device.devEui}/event/up`, eventOf(device, payload, fCnt, at), { qos: 1 })
    sent++
  }
  try {
    await Promise.all(devices.map(send))
    told(`${sent} devices of ${school ?? 'ten schools'} have sent.`)
    if (options['once'] === 'true') return { sent }
    const timers = devices.map((device, n) => {
      const period = (every ?? device.expectedMinutes * 60) * 1_000
      // Spread over the period, as real devices are.
      let timer: NodeJS.Timeout | undefined
      const begin = setTimeout(() => (timer = setInterval(() => void send(device).catch(() => {}), period)), (period * n) / devices.length)
      return () => {
        clearTimeout(begin)
        clearInterval(timer)
      }
    })
    const report = setInterval(() => told(`${sent} messages acknowledged.`), 60_000)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    clearInterval(report)
    for (const stop of timers) stop()
    return { sent }
  } finally {
    await client.endAsync(true)
  }
}

function secondsOf(text: string): number {
  const [, number, unit] = /^(\d+)(s|m)?$/.exec(text) ?? []
  if (number === undefined || Number(number) === 0) throw new OperatorError(`"${text}" is no time span, such as 10s or 5m.\n\n${usage}`)
  return Number(number) * (unit === 'm' ? 60 : 1)
}

/** What a device measures at a moment, by the model of the demonstration. */
export function measuredBy(device: DemoDevice, at: Date, since: PlainDate): Measured {
  const plan = schoolPlans.find(({ slug }) => slug === device.school)
  const { battery } = device
  if (!plan) return { battery }
  const room = roomsOf(plan).find(({ code }) => code === device.at)
  const meter = plan.meters.find(({ code }) => code === device.at)
  if (meter) return { battery, pulses: registerAt(plan, meter, registerOf(device) ?? 'reading', at, since) / perPulse }
  if (device.at === 'outdoor') return { battery, temperature: outdoorTemperature(at), humidity: outdoorHumidity(at) }
  if (!room) return outletOf(plan, at, battery)
  const states = simulateRoom(plan, room, localDate(at), 5)
  const state = states.findLast((one) => one.at <= at) ?? states[0]
  return { battery, ...state, isOpen: false, leaks: false }
}

/** A group of taps: some 60 litres in each hour of a school day, and warm pipes. */
function outletOf(plan: SchoolPlan, at: Date, battery: number): Measured {
  const hours = at.getTime() / 3_600_000
  return { battery, temperature: 56 + 3 * Math.sin(hours / 3), pulses: Math.floor((hours - 490_000) * 0.02 * (1 + plan.pupils / 1_000)) / perPulse }
}

const eventOf = (device: DemoDevice, { fPort, bytes }: { fPort: number; bytes: Buffer }, fCnt: number, at: Date): string =>
  JSON.stringify({
    deduplicationId: `${device.devEui}-${fCnt}`,
    time: at.toISOString(),
    deviceInfo: { tenantName: 'Demonstration', applicationName: 'Schulen', deviceProfileName: device.codec, deviceName: device.name, devEui: device.devEui, tags: {} },
    devAddr: device.devEui.slice(8),
    dr: 5,
    fCnt,
    fPort,
    data: bytes.toString('base64'),
    rxInfo: [{ gatewayId: '02ac5c00000000aa', uplinkId: fCnt % 0xffff_ffff, rssi: -70 - (Number.parseInt(device.devEui.slice(-2), 16) % 45), snr: 7 }],
  })
