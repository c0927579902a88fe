import { fold } from '../search/fold.ts'

// What towns put before and after their names, and people leave out.
const titles = /^(?:stadt|gemeinde|markt|flecken|landeshauptstadt|hansestadt|bundesstadt|kreisstadt|universitatsstadt)\s+/

/** Key under which a place is found: folded, without title or an addition such as "(Westf.)". */
export const placeKey = (name: string): string => fold(name.replace(/[,(].*$/, '')).replace(titles, '')

/** Key under which a street is found: "Jakobstr." and "Jakob-Straße" read alike. */
export const streetKey = (name: string): string =>
  fold(name.replace(/str\.?(?=\s|$|-)/gi, 'straße')).replaceAll(' ', '')
