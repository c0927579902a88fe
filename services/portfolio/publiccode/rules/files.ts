/** The second half of the check: files beside publiccode.yml that it names. Whoever has the repository at hand says what is there. */
import type { Finding, Publiccode } from '../schema.ts'
import { endingOf } from './formats.ts'
import { placeOf } from './place.ts'

/** Content of a file below the folder of publiccode.yml; undefined when there is none. */
export type Beside = (path: string) => Uint8Array | undefined

/** Looks at files named by a path; addresses of others are left to whoever may use the network. */
export function checkFiles(bytes: Uint8Array, publiccode: Publiccode, beside: Beside): Finding[] {
  return filesNamedBy(publiccode).flatMap(({ key, path }): Finding[] => {
    if (URL.canParse(path)) return []
    const content = beside(path)
    if (!content) return [{ level: 'error', key, ...placeOf(bytes, key), code: 'file-missing', value: path }]
    if (endingOf(path) === '.png' && !isPng(content)) return [{ level: 'error', key, ...placeOf(bytes, key), code: 'file-no-image', value: path }]
    return []
  })
}

/** Every path or address of a file, with the key that names it. */
export function filesNamedBy({ logo, monochromeLogo, legal, description }: Publiccode): { readonly key: string; readonly path: string }[] {
  return [
    ...(logo ? [{ key: 'logo', path: logo }] : []),
    ...(monochromeLogo ? [{ key: 'monochromeLogo', path: monochromeLogo }] : []),
    ...(legal.authorsFile ? [{ key: 'legal.authorsFile', path: legal.authorsFile }] : []),
    ...Object.entries(description).flatMap(([language, { screenshots = [] }]) => screenshots.map((path, n) => ({ key: `description.${language}.screenshots[${n}]`, path }))),
  ]
}

/** Signature and first chunk of PNG (ISO/IEC 15948, 5.2 and 11.2.2). */
const isPng = (bytes: Uint8Array): boolean => bytes.length >= 33 && [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, n) => bytes[n] === byte) && String.fromCharCode(...bytes.subarray(12, 16)) === 'IHDR'
