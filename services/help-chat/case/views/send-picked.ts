import type { SayWords } from '../../app/say.ts'
import { neutralName } from '../../attachment/clean.ts'
import { isReady, type Picked } from '../picked.ts'
import type { Talk } from '../talk.ts'

/** Sends cleaned files one after the other, under names that say nothing; the untouched original only where it was asked for. */
export async function sendPicked(talk: Talk, files: readonly Picked[], say: SayWords): Promise<void> {
  const names = { picture: say('attachment.neutral.picture'), document: say('attachment.neutral.document') }
  const before = talk.state().said.filter(({ content }) => content.kind === 'file').length
  for (const [at, { cleaned, original, type, withOriginal, anyway }] of files.filter(isReady).entries()) {
    if (!cleaned) continue
    const name = neutralName(cleaned, before + at + 1, names)
    const removed = cleaned.kept === 'clean' ? [...new Set(cleaned.removed.map(({ what }) => what))] : []
    await talk.sendFile(cleaned.bytes, { name, type: cleaned.type, removed, ...(anyway && cleaned.kept === 'cannot-clean' && { original: true }) })
    if (withOriginal) await talk.sendFile(original, { name: `${say('case.files.original-name')}-${name}`, type, removed: [], original: true })
  }
}
