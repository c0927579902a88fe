import { connect } from 'mqtt'
import { OperatorError, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { openStaMqtt } from '../sensorthings/mqtt.ts'
import { findSourceByName, wasRevoked } from './queries/source.ts'
import { heardOf } from './heard.ts'
import { takeMessage } from './messages.ts'
import { usualTopics } from './rules/topic.ts'
import type { Source } from './schema.ts'

/** A broker elsewhere, as the deployment file names it. */
export type ForeignBroker = NonNullable<NonNullable<Platform['config']['mqtt']>['brokers']>[number]

/**
 * Listens to a broker elsewhere for a source of a town: QoS 1, a session that the broker keeps while this process is away, and a message is
 * acknowledged only when it is committed. Comes back by itself after losses, and ends when the source is revoked. One that was revoked before is not listened to: whoever works
 * in the console must not keep the installation from starting. Throws OperatorError when the town is not there, or never had a source of that name.
 */
export async function listenTo(platform: Platform, { url, town, source: name, topics, username, password, clientId = 'modellregion' }: ForeignBroker): Promise<{ stop(): Promise<void> }> {
  const tenant = platform.directory.byId(town)
  if (!tenant) throw new OperatorError(`mqtt.brokers: there is no town "${town}".`)
  const read = <T>(work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: town, service: 'smart-school', access: 'read', now: platform.now() }, work)
  const find = () => read((db) => findSourceByName(db, name))
  const found = await find()
  if (!found && (await read((db) => wasRevoked(db, name)))) return { stop: async () => {} }
  if (!found) throw new OperatorError(`mqtt.brokers: the town "${town}" has no source "${name}". Create it in the console under "Smart School: sources" with this very name.`)
  const source: Source = found
  const sta = openStaMqtt(platform)
  const client = connect(url, { manualConnect: true, clean: false, clientId: `${clientId}-${town}-${source.id.slice(-8)}`, reconnectPeriod: 2_000, resubscribe: true, ...(username !== undefined && { username }), ...(password !== undefined && { password }) })

  // The handler stands before the connection does: what the broker has kept comes at once.
  client.handleMessage = (packet, done) => {
    const { stream } = client
    const { topic, payload, qos, messageId = 0, retain } = packet
    heardOf(platform).note(town, name)
    takeMessage(platform, tenant, source, { topic, retain, payload: Buffer.isBuffer(payload) ? payload : Buffer.from(payload) }, sta).then(
      () => {
        // Only on the connection on which it came: on a new one the number may mean another message.
        if (qos === 1 && stream === client.stream && !stream.destroyed) stream.write(Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff]))
      },
      () => void stream.destroy(), // not stored, so not acknowledged: the broker says it again on the next connection
    )
    // An error here means for the library: go on with the next message and acknowledge nothing. The acknowledgement follows after the commit, many are on their way at once.
    done(qos === 0 ? undefined : new Error('acknowledged later'))
  }
  const wanted = topics ?? [...(source.topics.length > 0 ? source.topics : usualTopics[source.kind])]
  client.on('error', () => {}) // refused or unreachable: it tries again, and the console shows when the source was last heard
  client.on('connect', () => client.subscribe([...wanted], { qos: 1 }))
  client.connect()
  const stop = async (): Promise<void> => {
    deaf()
    client.handleMessage = (_packet, done) => done(new Error('ending'))
    await client.endAsync(true)
  }
  // Who was revoked in the console delivers no more, whatever the broker elsewhere says. When the database is away, the next hint asks again.
  const look = () => void find().then(async (still) => void (still ?? (await stop())), () => {})
  const deaf = platform.live.hear('smart-school', { onHint: (text) => void (text === `source ${source.id}` && look()), onAgain: look })
  return { stop }
}
