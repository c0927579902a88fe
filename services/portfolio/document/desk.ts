import { audit, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { findDocument, insertDocument, insertVersion, setRetired, updateDocument, type NewDocument } from './queries.ts'
import { inOrder, refOf } from './rules.ts'

export type Draft = Omit<NewDocument, 'ref'> & { readonly label: string; readonly note: string; readonly files: readonly ReuseFile[]; readonly installKey?: string }

/** Makes a document out of a draft, with an address out of its title. Returns the address. */
export async function makeDocument(db: UnitOfWork, draft: Draft, wanted = refOf(draft.title.de ?? draft.title.en ?? '')): Promise<string> {
  const ref = await takeRef(db, draft, wanted)
  await insertVersion(db, { ...draft, ref, number: 1, files: inOrder(draft.files), installKey: draft.installKey ?? null })
  await audit(db, { action: 'document.make', subject: `document/${ref}` })
  return ref
}

/** Writes the next version. Nothing is written when `base` is not the current one any more: somebody else was quicker. */
export async function reviseDocument(db: UnitOfWork, ref: string, draft: Draft, base: number): Promise<'written' | 'outdated'> {
  const document = await findDocument(db, ref)
  if (!document || document.currentVersion !== base) return 'outdated'
  const number = base + 1
  if ((await insertVersion(db, { ...draft, ref, number, files: inOrder(draft.files), installKey: draft.installKey ?? null })) === 0) return 'outdated'
  await updateDocument(db, { ...draft, ref }, number)
  await audit(db, { action: 'document.revise', subject: `document/${ref}`, detail: { number } })
  return 'written'
}

/** Takes a document out of use, or back into it. Its versions stay. Said twice, it is done once. */
export async function retireDocument(db: UnitOfWork, ref: string, gone: boolean): Promise<void> {
  if ((await setRetired(db, ref, gone)) === 0) return
  await audit(db, { action: gone ? 'document.retire' : 'document.return', subject: `document/${ref}` })
}

// The database says whether an address is free: whoever asks first could be overtaken before writing.
async function takeRef(db: UnitOfWork, draft: Draft, wanted: string): Promise<string> {
  for (let at = 1; ; at++) {
    const ref = at === 1 ? wanted : `${wanted}-${at}`
    if ((await insertDocument(db, { ...draft, ref })) > 0) return ref
  }
}
