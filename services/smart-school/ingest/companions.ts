import { OperatorError, type Companion, type Platform } from '@modellregion/kernel'
import { openBroker, type Broker } from './broker.ts'
import { listenTo } from './foreign.ts'
import { heardOf } from './heard.ts'
import { pipelineOf } from './pipeline.ts'

const usualPort = 1883
const ports = new WeakMap<Platform, number>()

/** Port of the own MQTT broker in this process; undefined where it does not run. For tests and the simulator, which begin with a free one. */
export const mqttPortOf = (platform: Platform): number | undefined => ports.get(platform)

/** The own MQTT broker, subscriptions at others, and the end of what is on its way. They stop in the opposite order. */
export const ingestCompanions: readonly Companion[] = [
  // Processes that take webhooks have a pipeline, too. It ends last: what was taken before is committed.
  { name: 'ingest', role: 'web', start: async (platform) => ({ stop: () => endIngest(platform) }) },
  { name: 'ingest-worker', role: 'worker', start: async (platform) => ({ stop: () => endIngest(platform) }) },
  {
    name: 'mqtt-broker',
    role: 'worker',
    start: async (platform) => {
      const broker = await openOwn(platform)
      if (broker) ports.set(platform, broker.port)
      return {
        stop: async () => {
          ports.delete(platform)
          await broker?.stop()
        },
      }
    },
  },
  {
    name: 'mqtt-foreign',
    role: 'worker',
    start: async (platform) => {
      const listening = await Promise.all((platform.config.mqtt?.brokers ?? []).map((broker) => listenTo(platform, broker)))
      return { stop: async () => void (await Promise.all(listening.map((one) => one.stop()))) }
    },
  },
]

async function endIngest(platform: Platform): Promise<void> {
  await pipelineOf(platform).close()
  await heardOf(platform).flush()
}

async function openOwn(platform: Platform): Promise<Broker | undefined> {
  const { mqtt = {}, host, demo } = platform.config
  if (mqtt.port === false) return undefined
  try {
    return await openBroker(platform, { port: mqtt.port ?? usualPort, host: mqtt.host ?? host, tls: mqtt.tls })
  } catch (error) {
    // A demonstration is more than its broker: it goes on, as on a machine on which one runs already.
    if (!demo || !(error instanceof OperatorError)) throw error
    process.stderr.write(`${error.message} Smart School goes on without an own broker.\n`)
    return undefined
  }
}
