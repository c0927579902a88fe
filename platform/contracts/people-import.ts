/** One line of an imported list: what happens with it, and why not. `line` counts as editors do, the head is line 1. */
export type ImportedLine = { line: number; outcome: 'new' | 'known' | 'refused'; reason?: string; claimed?: 'low' | 'substantial' | 'high'; taken?: 'low' | 'substantial' }

export type ImportWish = {
  /** Say what would happen, change nothing. */
  dryRun: boolean
  /** Take over levels, up to substantial and for six months, instead of beginning at low. */
  trustLevel: boolean
  /** Tell every new person by mail that the account is here. */
  invite: boolean
}

/**
 * Takes people over from an earlier account system, offered under `peopleImportPort`. `P` is the platform of the process, `T` its
 * town. The text is CSV with a head.
 * @throws Error with one sentence when the file is no such list; nothing is changed then
 */
export type PeopleImport<P, T> = (platform: P, town: T, text: string, wish: ImportWish) => Promise<ImportedLine[]>

export const peopleImportPort = 'people-import'
