// Decentlab sensors, protocol version 2: version, device number, flags of the parts that follow, then 16-bit words, most significant byte first. Which
// words a model sends and how they become values stands in decentlab.json: the maker's own tables (MIT, see decentlab.json.license). `parts` and
// `parameters` are put before this program.

function long(w, at) {
  return w[at] + w[at + 1] * 65536
}
// A signed 24-bit ratio of a bridge, in 32 bits.
function ratio(w, at) {
  return long(w, at) / 8388608 - 1
}
function word(bytes, at) {
  return bytes[at] * 256 + bytes[at + 1]
}

function decodeUplink(input) {
  var bytes = input.bytes
  if (bytes.length < 5) return { errors: ['A message has at least 5 bytes.'] }
  if (bytes[0] !== 2) return { errors: ['Protocol version ' + bytes[0] + ' is not known, only 2.'] }
  var data = { protocol_version: 2, device_id: word(bytes, 1) }
  var flags = word(bytes, 3)
  // Values of calibration that differ from device to device stand in its variables.
  var p = {}
  for (var name in parameters) p[name] = Number((input.variables && input.variables[name]) || parameters[name])
  for (var part = 0, at = 5; part < parts.length; part++) {
    if (((flags >> part) & 1) === 0) continue
    var w = []
    for (var n = 0; n < parts[part].words; n++, at += 2) {
      if (at + 2 > bytes.length) return { errors: ['The message ends before all values that it announces.'] }
      w.push(word(bytes, at))
    }
    parts[part].values.forEach(function (value) {
      data[value[0]] = value[2] === '' ? { displayName: value[1], value: value[3](w, p) } : { displayName: value[1], value: value[3](w, p), unit: value[2] }
    })
  }
  return { data: data }
}

// Name of a value and its unit, our word, and the factor between the units.
var words = [
  [/^(air_)?temperature$/, '°C', 'temperature', 1],
  [/^(air_|relative_)humidity$/, '%', 'humidity', 1],
  [/^co2_concentration$/, 'ppm', 'co2', 1],
  [/^(barometric|atmospheric)_pressure$/, 'Pa', 'pressure', 0.01],
  [/^(barometric|atmospheric)_pressure$/, 'kPa', 'pressure', 10],
  [/^illuminance$/, 'lx', 'light', 1],
  [/^total_voc$/, 'ppb', 'voc', 1],
  [/^activity_counter$/, '', 'motion', 1],
  [/^pm2_5_mass_concentration$/, 'µg⋅m⁻³', 'pm25', 1],
  [/^soil_temperature/, '°C', 'soilTemperature', 1],
  [/^volumetric_water_content$/, 'm³⋅m⁻³', 'soilMoisture', 100],
  [/^moisture_at_level_/, '%', 'soilMoisture', 1],
  [/^wind_speed$/, 'm⋅s⁻¹', 'windSpeed', 1],
  [/^cumulative_precipitation$/, 'mm', 'rain', 1],
  [/^distance(_average)?$/, 'mm', 'distance', 1],
  [/cumulative_pulse_count$/, '', 'pulses', 1],
  [/^battery_voltage$/, 'V', 'battery', 1],
]

function normalizeUplink(input) {
  var out = {}
  Object.keys(input.data).forEach(function (name) {
    var value = input.data[name]
    words.forEach(function (known) {
      if (!known[0].test(name) || (value.unit || '') !== known[1]) return
      // Several depths or inputs: a channel each.
      var number = /(?:^ch|_)(\d+)(?:_|$)/.exec(name)
      var channel = known[2] + (number && known[2] !== 'pm25' ? '-' + (Number(number[1]) + 1) : '')
      out[channel] = Math.round(value.value * known[3] * 1e6) / 1e6
    })
  })
  return { data: out }
}

var settings = ['set period', 'set dr', 'set adr on', 'set adr off', 'set dr_min', 'set dr_max', 'set pwridx_min', 'set pwridx_max', 'set send_period', 'set join_period', 'set pwridx', 'set linkcheck_period', 'set linkcheck_tolerance', 'set linkcheck_limit', 'set port']
var orders = { reset: 0xfefe, 'factory reset': 0xfef0, sleep: 0xfef1 }

function codeOf(command) {
  if (orders[command]) return orders[command]
  var saved = command.slice(-7) === ' + save'
  var bare = command.replace(/ \+ save$/, '')
  var place = settings.indexOf(bare)
  if (place >= 0) return 1 + 2 * place + (saved ? 1 : 0)
  var numbered = /^set (param|sensor_period) (\d+)$/.exec(bare)
  if (!numbered) return undefined
  var n = Number(numbered[2])
  if (numbered[1] === 'param') return n < 16 ? 0x20 + n + (saved ? 0x10 : 0) : undefined
  return n < 10 ? 0x50 + n + (saved ? 0x10 : 0) : undefined
}

// CRC-16 as Modbus reckons it, most significant byte first.
function checksum(bytes) {
  var crc = 0xffff
  bytes.forEach(function (byte) {
    crc ^= byte
    for (var bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  })
  return [crc >> 8, crc & 255]
}

function encodeDownlink(input) {
  var command = String(input.data.command)
  var code = codeOf(command)
  if (code === undefined) return { errors: ['Unknown command "' + command + '".'] }
  var parameter = input.data.parameter === undefined ? 0 : input.data.parameter
  if (Math.floor(parameter) !== parameter || parameter < 0 || parameter > 65535) return { errors: ['parameter must be a whole number from 0 to 65535.'] }
  var bytes = [code >> 8, code & 255, parameter >> 8, parameter & 255]
  return { bytes: bytes.concat(checksum(bytes)), fPort: 1 }
}
