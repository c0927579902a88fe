import type { SourceKind } from '../schema.ts'

/** Where a source connects to. `port` undefined: the installation has no own broker. */
export type Place = { readonly name: string; readonly secret: string; readonly town: string; readonly host: string; readonly origin: string; readonly port: number | undefined; readonly tls: boolean }
export type Snippet = { readonly id: 'mqtt' | 'webhook' | 'pub' | 'rest'; readonly code: string }

const uplink = `{"time":"2026-03-04T10:00:00Z","deviceInfo":{"devEui":"70b3d50000000001"},"devAddr":"01a2b3c4","fCnt":1,"fPort":5,"data":"AQDVAisGAyw="}`

/** Lines to take over when a source is connected: settings of network servers and commands to try it. */
export function snippetsOf(kind: SourceKind, { name, secret, town, host, origin, port, tls }: Place): readonly Snippet[] {
  const [user, scheme] = [`${town}/${name}`, tls ? 'ssl' : 'tcp']
  const pub = (topic: string, payload: string): Snippet[] =>
    port === undefined ? [] : [{ id: 'pub', code: `mosquitto_pub -h ${host} -p ${port} ${tls ? '--tls-use-os-certs ' : ''}-u '${user}' -P '${secret}' -q 1 \\\n  -t '${topic}' \\\n  -m '${payload}'` }]
  switch (kind) {
    case 'chirpstack':
      return [
        ...(port === undefined ? [] : [{ id: 'mqtt' as const, code: `[integration.mqtt]\n  server="${scheme}://${host}:${port}/"\n  username="${user}"\n  password="${secret}"\n  qos=1\n  json=true` }]),
        { id: 'webhook', code: `URL: ${origin}/smart-school/webhook/chirpstack\nEncoding: JSON\nHeader: Authorization = Bearer ${secret}` },
        ...pub('application/test/device/70b3d50000000001/event/up', uplink),
      ]
    case 'tts':
      return [
        { id: 'webhook', code: `Webhook format: JSON\nBase URL: ${origin}/smart-school/webhook/tts\nAdditional header: Authorization = Bearer ${secret}\nEnabled: Uplink message, Join accept` },
        ...pub('v3/app@tenant/devices/dev1/up', '{"end_device_ids":{"device_id":"dev1","dev_eui":"70B3D50000000001","dev_addr":"01A2B3C4"},"uplink_message":{"f_port":5,"f_cnt":1,"frm_payload":"AQDVAisGAyw=","received_at":"2026-03-04T10:00:00Z"}}'),
      ]
    case 'sensorthings':
      return [
        { id: 'rest', code: `curl -X POST '${origin}/sensorthings/v1.1/Datastreams(1)/Observations' \\\n  -H 'Authorization: Bearer ${secret}' -H 'Content-Type: application/json' \\\n  -d '{"phenomenonTime":"2026-03-04T10:00:00Z","result":21.5}'` },
        ...pub('v1.1/Datastreams(1)/Observations', '{"phenomenonTime":"2026-03-04T10:00:00Z","result":21.5}'),
      ]
    case 'csv':
    case 'manual':
      return []
  }
}
