// ELSYS sensors: a row of type byte and value, most significant byte first. Written from ELSYS' description of the payload (elsys.se, "Sensor payload").

function unsigned(bytes, at, length) {
  var value = 0
  for (var i = 0; i < length; i++) value = value * 256 + bytes[at + i]
  return value
}
function signed(bytes, at, length) {
  var value = unsigned(bytes, at, length)
  return bytes[at] > 127 ? value - Math.pow(256, length) : value
}
// Degrees as 24 bits, least significant byte first.
function degrees(bytes, at) {
  var value = bytes[at] + bytes[at + 1] * 256 + bytes[at + 2] * 65536
  return (value > 8388607 ? value - 16777216 : value) / 10000
}

// Bytes that follow a type; 0: unknown.
function lengthOf(type) {
  switch (type) {
    case 0x02: case 0x05: case 0x0d: case 0x0f: case 0x11: case 0x12: case 0x1a: return 1
    case 0x01: case 0x04: case 0x06: case 0x07: case 0x08: case 0x0a: case 0x0c: case 0x0e: case 0x15: case 0x16: case 0x18: case 0x1c: return 2
    case 0x03: return 3
    case 0x0b: case 0x10: case 0x14: case 0x17: case 0x1b: case 0x3d: return 4
    case 0x09: return 6
    case 0x13: return 65
  }
  // External temperatures: as many as follow up to the end of the message are not told; the devices send them last.
  return type === 0x19 ? 2 : 0
}

function read(data, type, bytes, at) {
  switch (type) {
    case 0x01: data.temperature = signed(bytes, at, 2) / 10; break
    case 0x02: data.humidity = bytes[at]; break
    case 0x03:
      data.x = signed(bytes, at, 1)
      data.y = signed(bytes, at + 1, 1)
      data.z = signed(bytes, at + 2, 1)
      break
    case 0x04: data.light = unsigned(bytes, at, 2); break
    case 0x05: data.motion = bytes[at]; break
    case 0x06: data.co2 = unsigned(bytes, at, 2); break
    case 0x07: data.vdd = unsigned(bytes, at, 2); break
    case 0x08: data.analog1 = unsigned(bytes, at, 2); break
    case 0x09:
      data.lat = degrees(bytes, at)
      data.long = degrees(bytes, at + 3)
      break
    case 0x0a: data.pulse1 = unsigned(bytes, at, 2); break
    case 0x0b: data.pulseAbs1 = unsigned(bytes, at, 4); break
    case 0x0c: data.externalTemperature = signed(bytes, at, 2) / 10; break
    case 0x0d: data.digital = bytes[at]; break
    case 0x0e: data.distance = unsigned(bytes, at, 2); break
    case 0x0f: data.accMotion = bytes[at]; break
    case 0x10:
      data.irInternalTemperature = signed(bytes, at, 2) / 10
      data.irExternalTemperature = signed(bytes, at + 2, 2) / 10
      break
    case 0x11: data.occupancy = bytes[at]; break
    case 0x12: data.waterleak = bytes[at]; break
    case 0x13:
      data.grideye = []
      for (var pixel = 1; pixel <= 64; pixel++) data.grideye.push(bytes[at] + bytes[at + pixel] / 10)
      break
    case 0x14: data.pressure = signed(bytes, at, 4) / 1000; break
    case 0x15:
      data.soundPeak = bytes[at]
      data.soundAvg = bytes[at + 1]
      break
    case 0x16: data.pulse2 = unsigned(bytes, at, 2); break
    case 0x17: data.pulseAbs2 = unsigned(bytes, at, 4); break
    case 0x18: data.analog2 = unsigned(bytes, at, 2); break
    case 0x19: (data.externalTemperature2 = data.externalTemperature2 || []).push(signed(bytes, at, 2) / 10); break
    case 0x1a: data.digital2 = bytes[at]; break
    case 0x1b: data.analogUv = signed(bytes, at, 4); break
    case 0x1c: data.tvoc = unsigned(bytes, at, 2); break
  }
}

function decodeUplink(input) {
  var bytes = input.bytes
  var data = {}
  for (var at = 0; at < bytes.length; ) {
    var type = bytes[at++]
    // 0x3e: the device's settings follow to the end.
    if (type === 0x3e) break
    var length = lengthOf(type)
    if (length === 0) return { errors: ['Unknown type ' + type + ' at byte ' + (at - 1) + '.'] }
    if (at + length > bytes.length) return { errors: ['Type ' + type + ' at byte ' + (at - 1) + ' needs ' + length + ' bytes, ' + (bytes.length - at) + ' are left.'] }
    read(data, type, bytes, at)
    at += length
  }
  // What hangs at the digital input the message does not say: the variable `digital` of the device does (contact, leak).
  if (data.digital !== undefined && input.variables && input.variables.digital) data.digitalMeans = input.variables.digital
  return { data: data }
}

function normalizeUplink(input) {
  var d = input.data
  var out = {}
  if (d.temperature !== undefined) out.temperature = d.temperature
  if (d.humidity !== undefined) out.humidity = d.humidity
  if (d.light !== undefined) out.light = d.light
  if (d.motion !== undefined) out.motion = d.motion
  if (d.co2 !== undefined) out.co2 = d.co2
  if (d.vdd !== undefined) out.battery = d.vdd / 1000
  if (d.tvoc !== undefined) out.voc = d.tvoc
  if (d.pressure !== undefined) out.pressure = d.pressure
  if (d.distance !== undefined) out.distance = d.distance
  if (d.soundAvg !== undefined) out.sound = d.soundAvg
  if (d.occupancy !== undefined) out.occupancy = d.occupancy > 0
  if (d.waterleak !== undefined) out.leak = d.waterleak > 0
  if (d.externalTemperature !== undefined) out['temperature-external'] = d.externalTemperature
  if (d.externalTemperature2 !== undefined) d.externalTemperature2.forEach(function (value, n) { out['temperature-external-' + (n + 2)] = value })
  if (d.pulseAbs1 !== undefined) out['pulses-1'] = d.pulseAbs1
  if (d.pulseAbs2 !== undefined) out['pulses-2'] = d.pulseAbs2
  if (d.digitalMeans === 'contact') out.contact = d.digital > 0
  if (d.digitalMeans === 'leak') out.leak = d.digital > 0
  return { data: out }
}

// ELSYS devices take settings on port 6 as the maker's tool writes them: given as hexadecimal digits they pass. Without settings there is nothing to send.
function encodeDownlink(input) {
  var text = input.data && input.data.settings
  if (text === undefined) return { bytes: [], fPort: 6 }
  if (!/^([0-9a-f]{2})+$/i.test(text)) return { errors: ['settings must be bytes in hexadecimal digits, as the ELSYS tool writes them.'] }
  return { bytes: text.match(/../g).map(function (pair) { return parseInt(pair, 16) }), fPort: 6 }
}
