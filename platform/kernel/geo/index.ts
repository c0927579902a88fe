export { geocode, readAddress, type GeocodeHit, type GeocodePrecision } from './geocode.ts'
export { boundaryOf, findMunicipality, municipalities, municipalityAt, type Municipality } from './municipalities.ts'
export { findPostcode, municipalityOfPostcode, postcodesOf, type PostcodeEntry, type PostcodePlace } from './postcodes.ts'
export { within, type Near } from './within.ts'
