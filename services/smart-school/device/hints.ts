/** A sensor that looks as if it hung elsewhere, with names for people. */
export type OpenHint = { readonly id: string; readonly devEui: string; readonly deviceName: string; readonly placeId: number; readonly hangsAt: string; readonly looksLike: string; readonly since: Date; readonly schoolId: number | null }
