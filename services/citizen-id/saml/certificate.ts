import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'

/**
 * A self-signed X.509 certificate (RFC 5280) around an RSA key: SAML metadata carry keys in this form, and whoever reads them
 * looks at the key only. `key` is PEM; `name` becomes the common name. Valid for ten years.
 */
export function selfSignedCertificate(key: string, name: string, now: Date): string {
  const publicKey = createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'der' })
  const algorithm = sequence(oid(1, 2, 840, 113549, 1, 1, 11), nil) // sha256WithRSAEncryption
  const subject = sequence(tagged(0x31, sequence(oid(2, 5, 4, 3), tagged(0x0c, Buffer.from(name.slice(0, 64))))))
  const serial = createHash('sha256').update(publicKey).digest().subarray(0, 16)
  const end = new Date(now)
  end.setUTCFullYear(end.getUTCFullYear() + 10)
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), serial])),
    algorithm,
    subject,
    sequence(moment(new Date(now.getTime() - 86_400_000)), moment(end)),
    subject,
    publicKey,
  )
  const signature = sign('sha256', content, createPrivateKey(key))
  const der = sequence(content, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])))
  return `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

// Distinguished Encoding Rules (X.690): tag, length, content.
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts))
const integer = (content: Buffer): Buffer => tagged(0x02, content)
const nil = Buffer.from([0x05, 0x00])
const moment = (at: Date): Buffer => tagged(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`))

function oid(first: number, second: number, ...rest: number[]): Buffer {
  const bytes = rest.flatMap((part) => {
    const digits = [part & 0x7f]
    for (let left = part >> 7; left > 0; left >>= 7) digits.unshift(0x80 | (left & 0x7f))
    return digits
  })
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]))
}
