import { plainDate } from '@modellregion/standards'

/** When the pages were last gone through by hand for the accessibility statement. Change it together with the list of gaps. */
export const reviewedOn = plainDate('2026-11-28')

/** Address of the enforcement procedure of § 10d BGG NRW, as published by the state (lbbp.nrw.de, read 2026-11). */
export const ombudsOffice = { mail: 'ombudsstelle-barrierefreie-it@mags.nrw.de', page: 'https://www.lbbp.nrw.de/ombudsstelle' }
