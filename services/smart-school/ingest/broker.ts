import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { Aedes, type AuthenticateError, type Client, type PublishPacket, type Subscription } from 'aedes'
import { OperatorError, type Platform, type Tenant } from '@modellregion/kernel'
import { mayHear } from '../sensorthings/caller.ts'
import { openStaMqtt, type StaChange } from '../sensorthings/mqtt.ts'
import { announceEars, onChange } from './changes.ts'
import { sourceOf } from './credentials.ts'
import { heardOf } from './heard.ts'
import { refuseLarge, takeMessage } from './messages.ts'
import { packetGuard, type LargePacket } from './rules/packet-guard.ts'
import type { Source } from './schema.ts'

export type BrokerSettings = { readonly port: number; readonly host: string; readonly tls?: { readonly certificate: string; readonly key: string } | undefined }
export type Broker = { readonly port: number; stop(): Promise<void> }

/** Bytes of a packet: an uplink with the data of a hundred gateways has some 60 kB. */
export const packetLimit = 256 * 1024
const mostConnections = 2_000
const mostSubscriptions = 100
/** Where taken messages go, so that no client hears what another has said. */
const nowhere = '$taken'

type Speaker = { readonly tenant: Tenant; readonly source: Source; readonly topics: Map<string, 0 | 1 | 2> }

/**
 * The own MQTT broker (3.1.1). A client is a source: user name `<town>/<name of the source>`, password its secret. What it publishes is taken and
 * acknowledged only when it is committed (aedes asks `authorizePublish` before it sends PUBACK or PUBREC), and is passed on to nobody. What can be
 * subscribed to are the topics of SensorThings of the own town. Refused messages are acknowledged too: they lie in the quarantine, and a client that
 * sent them again for ever would help nobody. Throws OperatorError when the port is taken
 */
export async function openBroker(platform: Platform, { port, host, tls }: BrokerSettings): Promise<Broker> {
  const speakers = new WeakMap<Client, Speaker>()
  const listening = new Set<Client>()
  const sta = openStaMqtt(platform)
  const heard = heardOf(platform)
  const ears = announceEars(platform, () => [...listening].flatMap((client) => speakers.get(client)?.tenant.id ?? []))

  const aedes = await Aedes.createBroker({
    connectTimeout: 10_000,
    queueLimit: 1_000,
    // Client ids are made longer by the user name: towns do not share them.
    maxClientsIdLength: 65_535,
    preConnect: (_client, packet, done) => {
      if (packet.clientId) packet.clientId = `${packet.username ?? ''} ${packet.clientId}`
      done(null, true)
    },
    authenticate: (client, username, password, done) => {
      const refused = Object.assign(new Error('unknown source'), { returnCode: 4 }) as AuthenticateError // 4: bad user name or password
      speakerOf(platform, username, password).then(
        (speaker) => {
          if (speaker) speakers.set(client, speaker)
          done(speaker ? null : refused, speaker !== undefined)
        },
        () => done(Object.assign(new Error('database away'), { returnCode: 3 }) as AuthenticateError, false), // 3: server unavailable
      )
    },
    authorizePublish: (client, packet, done) => {
      const speaker = client && speakers.get(client)
      if (!speaker) return done(new Error('unknown source'))
      heard.note(speaker.tenant.id, speaker.source.name)
      const { topic, retain } = packet
      takeMessage(platform, speaker.tenant, speaker.source, { topic, retain, payload: payloadOf(packet) }, sta).then(
        () => {
          Object.assign(packet, { topic: nowhere, retain: false, payload: Buffer.alloc(0) })
          done(null)
        },
        // Not stored, so not acknowledged: the client comes back and says it again.
        (error: Error) => done(error),
      )
    },
    authorizeSubscribe: (client, subscription, done) => {
      const speaker = speakers.get(client)
      if (!speaker || speaker.topics.size >= mostSubscriptions) return done(null, null)
      sta.maySubscribe(speaker.tenant, speaker.source, subscription.topic).then(
        (may) => {
          if (may) {
            const isFirst = !listening.has(client)
            speaker.topics.set(subscription.topic, subscription.qos)
            listening.add(client)
            if (isFirst) ears.now()
          }
          done(null, may ? subscription : null)
        },
        () => done(null, null),
      )
    },
    authorizeForward: (_client, packet) => (packet.topic.startsWith('$') ? null : packet),
  })
  aedes.on('unsubscribe', (topics: readonly string[] | readonly Subscription[], client: Client) => {
    for (const topic of topics) speakers.get(client)?.topics.delete(typeof topic === 'string' ? topic : topic.topic)
  })
  aedes.on('clientDisconnect', (client: Client) => void listening.delete(client))
  // A client that breaks the protocol or goes away is nothing for the log.
  for (const event of ['clientError', 'connectionError'] as const) aedes.on(event, () => {})

  const tellSubscribers = async (tenantId: string, change: StaChange): Promise<void> => {
    const tenant = platform.directory.byId(tenantId)
    const those = [...listening].flatMap((client) => {
      const speaker = speakers.get(client)
      return speaker && speaker.tenant.id === tenantId && speaker.topics.size > 0 ? [{ client, speaker }] : []
    })
    if (!tenant || those.length === 0) return
    const topics = [...new Set(those.flatMap(({ speaker }) => [...speaker.topics.keys()]))]
    for (const { topic, payload, reach } of await sta.messagesFor(tenant, change, topics))
      for (const { client, speaker } of those) {
        const qos = speaker.topics.get(topic)
        if (qos === undefined || client.closed || (reach && !mayHear(speaker.source, reach))) continue
        client.publish({ cmd: 'publish', topic, payload, qos, retain: false, dup: false }, () => {})
      }
  }
  const deaf = onChange(platform, (tenant, change) => void tellSubscribers(tenant, change).catch(() => {})) // who missed a message reads it

  const sockets = new Set<Socket>()
  const takeSocket = (socket: Socket): void => {
    if (sockets.size >= mostConnections) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.setNoDelay(true)
    const client: Client = aedes.handle(guarded(socket, (large) => void passOver(platform, socket, speakers.get(client), large)))
  }
  const server = tls ? createTlsServer({ cert: tls.certificate, key: tls.key }, takeSocket) : createServer(takeSocket)
  const sendAway = (isMeant: (source: Source) => boolean): void => {
    for (const socket of sockets) {
      const { client } = socket as Socket & { client?: Client } // aedes names the client on its socket
      const speaker = client && speakers.get(client)
      if (speaker && isMeant(speaker.source)) socket.destroy()
    }
  }
  const onRevoked = platform.live.hear('smart-school', {
    onHint: (text) => void (text.startsWith('source ') && sendAway(({ id }) => id === text.slice(7))),
    // What was said meanwhile is not known: everybody shows their secret again, and whose was revoked stays away.
    onAgain: () => sendAway(() => true),
  })
  const bound = await listenOn(server, port, host)
  return {
    port: bound,
    stop: async () => {
      ears.stop()
      deaf()
      onRevoked()
      server.close()
      await new Promise<void>((resolve) => aedes.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await heard.flush()
    },
  }
}

async function speakerOf(platform: Platform, username: string | undefined, password: Buffer | undefined): Promise<Speaker | undefined> {
  const towns = platform.directory.all().filter(({ services }) => services.includes('smart-school'))
  const slash = username?.indexOf('/') ?? -1
  // Where only one town measures, its name may be left out.
  const tenant = slash < 0 ? (towns.length === 1 ? towns[0] : undefined) : towns.find(({ id }) => id === username?.slice(0, slash))
  const source = tenant && username !== undefined && (await sourceOf(platform, tenant.id, username.slice(slash + 1), password?.toString('utf8') ?? ''))
  return tenant && source ? { tenant, source, topics: new Map() } : undefined
}

const payloadOf = ({ payload }: PublishPacket): Buffer => (typeof payload === 'string' ? Buffer.from(payload) : payload)

/** The same socket, read through the guard: aedes reads it by `read()`. */
function guarded(socket: Socket, onLarge: (packet: LargePacket) => void): Socket {
  const watch = packetGuard(packetLimit, onLarge)
  const read = socket.read.bind(socket)
  socket.read = (size?: number) => {
    const chunk: Buffer | null = read(size)
    const passed = chunk && watch(chunk)
    return passed && passed.length > 0 ? passed : null
  }
  return socket
}

/** Puts a message that is too large into the quarantine and acknowledges it as the library would. Anything else that large is no honest client. */
async function passOver(platform: Platform, socket: Socket, speaker: Speaker | undefined, { isPublish, qos, topic, messageId, size, beginning }: LargePacket): Promise<void> {
  if (!speaker || !isPublish) return void socket.destroy()
  try {
    await refuseLarge(platform, speaker.tenant, speaker.source, topic, beginning, size)
    if (qos > 0 && !socket.destroyed) socket.write(Buffer.from([qos === 1 ? 0x40 : 0x50, 2, messageId >> 8, messageId & 0xff]))
  } catch {
    socket.destroy() // not written down, so not acknowledged
  }
}

async function listenOn(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new OperatorError(`Port ${port} for MQTT is taken, perhaps by a broker. Choose another one with "mqtt": { "port": … } or MQTT_PORT, or listen to that broker with "mqtt": { "port": false, "brokers": [ … ] }.`) : error),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
