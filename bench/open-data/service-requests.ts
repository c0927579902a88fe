import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Rows and bytes of the file by which loaders of open data are compared: service requests of a large city, as its portal exports them. */
export const requestRows = 1_033_882
const bytesPerRow = 460

const header = ['Unique Key', 'Created Date', 'Closed Date', 'Agency', 'Agency Name', 'Complaint Type', 'Descriptor', 'Location Type', 'Incident Zip', 'Incident Address', 'Street Name', 'Cross Street 1', 'Cross Street 2', 'Address Type', 'City', 'Facility Type', 'Status', 'Due Date', 'Resolution Description', 'Community Board', 'Borough', 'X Coordinate', 'Y Coordinate', 'Park Facility Name', 'School Name', 'Latitude', 'Longitude', 'Location']
const agencies = ['HPD', 'NYPD', 'DOT', 'DEP', 'DSNY', 'DPR', 'DOB', 'DOHMH']
const complaints = ['Heating', 'Noise - Residential', 'Street Light Condition', 'Blocked Driveway', 'Water System', 'Plumbing', 'Street Condition', 'Graffiti', 'Rodent', 'Damaged Tree', 'Illegal Parking', 'Sewer', 'Paint - Plaster', 'Dirty Conditions']
const streets = ['GRAND STREET', 'BROADWAY', 'MADISON STREET', 'OAK AVENUE', 'PROSPECT PLACE', 'LINDEN BOULEVARD', 'FLATBUSH AVENUE', 'JEROME AVENUE', 'EAST TREMONT AVENUE', 'OCEAN PARKWAY']
const boroughs = ['BROOKLYN', 'QUEENS', 'MANHATTAN', 'BRONX', 'STATEN ISLAND']
const resolutions = ['The Department responded to the complaint and with the information available observed no evidence of the violation at that time.', 'The Department inspected the condition, found it in order and closed the request, see', 'Your complaint has been received, "assigned" and forwarded; allow up to ten days for']

/** Writes the table with a seeded generator: the same bytes each time. Returns its size. */
export async function writeRequests(file: string, rows = requestRows): Promise<number> {
  const out = createWriteStream(file, { highWaterMark: 4 * 1024 * 1024 })
  const random = seeded(311)
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)]
  let bytes = 0
  let lines: string[] = [header.join(',')]
  const flush = async () => {
    const text = `${lines.join('\n')}\n`
    bytes += Buffer.byteLength(text)
    lines = []
    if (!out.write(text)) await once(out, 'drain')
  }
  for (let row = 0; row < rows; row++) {
    const agency = pick(agencies) ?? ''
    const street = `${random(9_000)} ${pick(streets)}`
    const placed = random(12) > 0
    const [latitude, longitude] = [(40.5 + random(400_000) / 1e6 + random(1_000) / 1e12).toFixed(13), (-74.2 + random(500_000) / 1e6 + random(1_000) / 1e12).toFixed(13)]
    const borough = pick(boroughs) ?? ''
    const cells = [
      24_000_000 + row, moment(random), random(10) > 0 ? moment(random) : '', agency, `Department of ${agency} services and buildings`, pick(complaints), `Descriptor ${random(900)} of the condition`, pick(['Residential Building', 'Street/Sidewalk', 'Store/Commercial', '']),
      10_001 + random(1_400), street, pick(streets), `${random(9_000)} ${pick(streets)}`, `${random(9_000)} ${pick(streets)}`, 'ADDRESS', borough, 'N/A', pick(['Open', 'Closed', 'Pending']), random(3) > 0 ? moment(random) : '',
      `${pick(resolutions)} ${random(100)}`, `${random(18)} ${borough}`, borough, placed ? 900_000 + random(150_000) : '', placed ? 120_000 + random(150_000) : '', 'Unspecified', 'Unspecified', placed ? latitude : '', placed ? longitude : '', placed ? `(${latitude}, ${longitude})` : '',
    ] // prettier-ignore
    lines.push(cells.map((cell) => quoted(String(cell))).join(','))
    if (lines.length * bytesPerRow > 4_000_000) await flush()
  }
  await flush()
  out.end()
  await once(out, 'finish')
  return bytes
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const two = (number: number): string => String(number).padStart(2, '0')
const moment = (random: (below: number) => number): string => `${two(1 + random(12))}/${two(1 + random(28))}/201${random(9)} ${two(1 + random(12))}:${two(random(60))}:${two(random(60))} ${random(2) ? 'AM' : 'PM'}`

/** Mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
