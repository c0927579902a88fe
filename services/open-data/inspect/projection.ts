/**
 * From the coordinate systems of German land surveys to degrees in WGS 84. Transverse Mercator after L. Krüger (1912) in the series to
 * the fourth order (below a millimetre); from the German main triangulation (DHDN) by the seven parameters of EPSG:1777, which are right
 * to about two to three metres. ETRS89 and WGS 84 are taken as the same (half a metre).
 */

type Ellipsoid = { readonly a: number; readonly f: number }
const grs80: Ellipsoid = { a: 6_378_137, f: 1 / 298.257222101 }
const bessel: Ellipsoid = { a: 6_377_397.155, f: 1 / 299.1528128 }
const wgs84: Ellipsoid = { a: 6_378_137, f: 1 / 298.257223563 }
const radians = Math.PI / 180

type Mercator = { readonly ellipsoid: Ellipsoid; readonly meridian: number; readonly scale: number; readonly east: number; readonly dhdn: boolean }
const utm = (zone: number): Mercator => ({ ellipsoid: grs80, meridian: zone * 6 - 183, scale: 0.9996, east: 500_000, dhdn: false })
const gauss = (zone: number): Mercator => ({ ellipsoid: bessel, meridian: zone * 3, scale: 1, east: zone * 1_000_000 + 500_000, dhdn: true })

const systems: Readonly<Record<number, Mercator>> = { 25831: utm(31), 25832: utm(32), 25833: utm(33), 32631: utm(31), 32632: utm(32), 32633: utm(33), 31466: gauss(2), 31467: gauss(3), 31468: gauss(4), 31469: gauss(5) }

/** EPSG codes that can be brought to WGS 84. */
export const knownSystems = [4326, 25832, 25833, 31466, 31467, 31468, 31469, 3857, 25831, 4258, 4314] as const

/** Longitude and latitude in degrees (WGS 84) of a position in the system of that EPSG code; undefined for unknown systems. */
export function toDegrees(system: number, x: number, y: number): [number, number] | undefined {
  if (system === 4326 || system === 4258 || system === 4979) return [x, y]
  if (system === 3857) return [(x / wgs84.a) / radians, (2 * Math.atan(Math.exp(y / wgs84.a)) - Math.PI / 2) / radians]
  if (system === 4314) return shifted(x * radians, y * radians)
  const plane = systems[system]
  // Zone numbers before the easting (32 of `32294000`) are often kept in German data.
  const east = plane && !plane.dhdn && x > 10_000_000 ? x % 1_000_000 : x
  return plane && inverse(plane, east, y)
}

function inverse({ ellipsoid, meridian, scale, east, dhdn }: Mercator, x: number, y: number): [number, number] {
  const { f, a } = ellipsoid
  const n = f / (2 - f)
  const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
  const xi = y / (scale * radius)
  const eta = (x - east) / (scale * radius)
  const beta = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - n ** 4 / 360, n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4, (17 / 480) * n ** 3 - (37 / 840) * n ** 4, (4397 / 161280) * n ** 4]
  const delta = [2 * n - (2 / 3) * n ** 2 - 2 * n ** 3 + (116 / 45) * n ** 4, (7 / 3) * n ** 2 - (8 / 5) * n ** 3 - (227 / 45) * n ** 4, (56 / 15) * n ** 3 - (136 / 35) * n ** 4, (4279 / 630) * n ** 4]
  let [xi0, eta0] = [xi, eta]
  beta.forEach((factor, index) => {
    const k = 2 * (index + 1)
    xi0 -= factor * Math.sin(k * xi) * Math.cosh(k * eta)
    eta0 -= factor * Math.cos(k * xi) * Math.sinh(k * eta)
  })
  const chi = Math.asin(Math.sin(xi0) / Math.cosh(eta0))
  const latitude = chi + delta.reduce((sum, factor, index) => sum + factor * Math.sin(2 * (index + 1) * chi), 0)
  const longitude = meridian * radians + Math.atan2(Math.sinh(eta0), Math.cos(xi0))
  return dhdn ? shifted(longitude, latitude) : [longitude / radians, latitude / radians]
}

// EPSG:1777, position vector: metres, seconds of arc, parts per million.
const shift = { x: 598.1, y: 73.7, z: 418.2, rx: 0.202, ry: 0.045, rz: -2.455, scale: 6.7 }
const seconds = Math.PI / 180 / 3_600

function shifted(longitude: number, latitude: number): [number, number] {
  const e2 = bessel.f * (2 - bessel.f)
  const normal = bessel.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
  const x = normal * Math.cos(latitude) * Math.cos(longitude)
  const y = normal * Math.cos(latitude) * Math.sin(longitude)
  const z = normal * (1 - e2) * Math.sin(latitude)
  const [rx, ry, rz] = [shift.rx * seconds, shift.ry * seconds, shift.rz * seconds]
  const m = 1 + shift.scale / 1e6
  return geographic(shift.x + m * (x - rz * y + ry * z), shift.y + m * (rz * x + y - rx * z), shift.z + m * (-ry * x + rx * y + z))
}

function geographic(x: number, y: number, z: number): [number, number] {
  const e2 = wgs84.f * (2 - wgs84.f)
  const p = Math.hypot(x, y)
  let latitude = Math.atan2(z, p * (1 - e2))
  for (let round = 0; round < 6; round++) {
    const normal = wgs84.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
    latitude = Math.atan2(z + e2 * normal * Math.sin(latitude), p)
  }
  return [Math.atan2(y, x) / radians, latitude / radians]
}
