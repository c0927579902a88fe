// Milesight sensors of the series AM and EM: rows of channel, type and value, least significant byte first. Written from the "Uplink Payload" and
// "Downlink Commands" of the user guides. `model` is put before this program: what the switch on channel 5 or 6 means, and what a stored row contains.

function u16(b, at) { return b[at] + b[at + 1] * 256 }
function i16(b, at) { var v = u16(b, at); return v > 32767 ? v - 65536 : v }
function u32(b, at) { return u16(b, at) + u16(b, at + 2) * 65536 }
function float32(b, at) { return Buffer.from(b.slice(at, at + 4)).readFloatLE(0) }
function tenth(v) { return v / 10 }

var means = {
  leak: ['leakage_status', ['normal', 'leak']],
  contact: ['magnet_status', ['close', 'open']],
  gpio: ['gpio', ['low', 'high']],
  pir: ['pir', ['idle', 'trigger']],
}

// What stands in a message beside the channel of the model's own switch: type in the low byte, channel in the high byte.
var known = {
  0x0175: [1, function (d, b, at) { d.battery = b[at] }],
  0x0367: [2, function (d, b, at) { d.temperature = i16(b, at) / 10 }],
  0x8367: [3, function (d, b, at) { d.temperature = i16(b, at) / 10; d.temperature_alarm = b[at + 2] === 1 ? 'threshold alarm' : 'threshold alarm release' }],
  0x0468: [1, function (d, b, at) { d.humidity = b[at] / 2 }],
  0x05c8: [4, function (d, b, at) { d.pulse = u32(b, at) }],
  0x05e1: [8, function (d, b, at) { d.water_conv = tenth(u16(b, at)); d.pulse_conv = tenth(u16(b, at + 2)); d.water = float32(b, at + 4) }],
  0x06cb: [1, function (d, b, at) { d.light_level = b[at] }],
  0x077d: [2, function (d, b, at) { d.co2 = u16(b, at) }],
  0x087d: [2, function (d, b, at) { d.tvoc = u16(b, at) / 100 }],
  0x08e6: [2, function (d, b, at) { d.tvoc_ug = u16(b, at) }],
  0x0973: [2, function (d, b, at) { d.pressure = tenth(u16(b, at)) }],
  0xff01: [1, function (d, b, at) { d.protocol_version = b[at] }],
  0xff09: [2, function (d, b, at) { d.hardware_version = (b[at] & 255) + '.' + (b[at + 1] >> 4) }],
  0xff0a: [2, function (d, b, at) { d.firmware_version = b[at] + '.' + b[at + 1] }],
  0xff0b: [1, function (d) { d.power = 'on' }],
  0xff0f: [1, function (d, b, at) { d.lorawan_class = 'ABC'.charAt(b[at]) || 'unknown' }],
  0xff16: [8, function (d, b, at) { d.sn = Buffer.from(b.slice(at, at + 8)).toString('hex') }],
  // Answers to downlinks.
  0xff02: [2, function (d, b, at) { d.collection_interval = u16(b, at) }],
  0xff03: [2, function (d, b, at) { d.report_interval = u16(b, at) }],
  0xff10: [1, function (d) { d.reboot = 'yes' }],
  0xff68: [1, function (d, b, at) { d.history_enable = b[at] === 1 ? 'enable' : 'disable' }],
  0xff69: [1, function (d, b, at) { d.retransmit_enable = b[at] === 1 ? 'enable' : 'disable' }],
  0xff6a: [3, function (d, b, at) { d[b[at] === 0 ? 'retransmit_interval' : 'resend_interval'] = u16(b, at + 1) }],
}

// Rows that the device stored: seconds since 1970, then what the model measures.
var stored = {
  'temperature': [2, function (row, b, at) { row.temperature = i16(b, at) / 10 }],
  'humidity': [1, function (row, b, at) { row.humidity = b[at] / 2 }],
  'humidity16': [2, function (row, b, at) { row.humidity = u16(b, at) / 2 }],
  'leak': [1, function (row, b, at) { row.leakage_status = means.leak[1][b[at]] }],
  'contact': [1, function (row, b, at) { row.magnet_status = means.contact[1][b[at]] }],
  'pir': [1, function (row, b, at) { row.pir = means.pir[1][b[at]] }],
  'light': [1, function (row, b, at) { row.light_level = b[at] }],
  'co2': [2, function (row, b, at) { row.co2 = u16(b, at) }],
  'tvoc': [2, function (row, b, at) { row.tvoc = u16(b, at) / 100 }],
  'pressure': [2, function (row, b, at) { row.pressure = tenth(u16(b, at)) }],
}

function decodeUplink(input) {
  var b = input.bytes
  var data = {}
  for (var at = 0; at < b.length; ) {
    if (at + 2 > b.length) return { errors: ['The message ends within a row.'] }
    var code = b[at] * 256 + b[at + 1]
    at += 2
    var length
    var take
    if (model.switch && code === model.channel * 256) {
      length = 1
      take = takeSwitch
    } else if (code === 0x20ce) {
      length = 4 + model.stored.reduce(function (sum, part) { return sum + stored[part][0] }, 0)
      take = takeStored
    } else if (known[code]) {
      length = known[code][0]
      take = known[code][1]
    } else return { errors: ['Channel ' + (code >> 8) + ' with type ' + (code & 255) + ' is not known.'] }
    if (at + length > b.length) return { errors: ['The message ends within a row.'] }
    take(data, b, at)
    at += length
  }
  // What a pulse stands for only the device's variables know: `counts` our word, `perPulse` how much, `channel` where it has another name.
  var v = input.variables || {}
  if (data.pulse !== undefined && v.counts) data.counted = { of: v.counts, amount: Math.round(data.pulse * Number(v.perPulse || 1) * 1e6) / 1e6, channel: v.channel || v.counts }
  return { data: data }
}

function takeSwitch(data, b, at) {
  var state = means[model.switch]
  data[state[0]] = state[1][b[at]] || 'unknown'
}

function takeStored(data, b, begin) {
  var row = { timestamp: u32(b, begin) }
  var at = begin + 4
  model.stored.forEach(function (part) {
    stored[part][1](row, b, at)
    at += stored[part][0]
  })
  data.history = (data.history || []).concat(row)
}

var told = {
  temperature: 'temperature', humidity: 'humidity', co2: 'co2', pressure: 'pressure', battery: 'batteryPercent', leakage_status: 'leak', magnet_status: 'contact', pulse: 'pulses', pir: 'occupancy',
}
var yes = { leak: true, open: true, trigger: true, normal: false, close: false, idle: false }

function normalizeUplink(input) {
  var out = {}
  function put(name, value, age) {
    var word = name === 'temperature' && model.probe ? model.probe : told[name]
    // 0x7fff and 0xff: the sensor does not answer.
    if (!word || (name === 'temperature' && value > 3000) || (word === 'humidity' && value > 100)) return
    var bare = value in yes ? yes[value] : value
    if (typeof bare !== 'number' && typeof bare !== 'boolean') return
    ;(out[word] = out[word] || []).push(age === undefined ? bare : { value: bare, ageSeconds: age })
  }
  Object.keys(input.data).forEach(function (name) { put(name, input.data[name]) })
  var counted = input.data.counted
  if (counted) out[counted.of] = { value: counted.amount, channel: counted.channel }
  ;(input.data.history || []).forEach(function (row) {
    // To the millisecond: told twice, a stored row has the same moment and counts once.
    var age = Date.now() / 1000 - row.timestamp
    Object.keys(row).forEach(function (name) { put(name, row[name], age) })
  })
  return { data: out }
}

function bytes16(value) { return [value & 255, (value >> 8) & 255] }
function onOff(value) { return value === 'enable' || value === true || value === 1 || value === 'yes' ? 1 : 0 }
function whole(name, value, least, most) {
  if (typeof value !== 'number' || Math.floor(value) !== value || value < least || value > most) throw name + ' must be a whole number from ' + least + ' to ' + most + '.'
  return value
}
var conditions = ['disable', 'below', 'above', 'between', 'outside']
var d2dModes = ['temperature_threshold_alarm', 'temperature_threshold_alarm_release', 'normal', 'leakage_alarm', 'leakage_alarm_release']

var orders = {
  reboot: function () { return [0xff, 0x10, 0xff] },
  report_interval: function (v, name) { return [0xff, 0x03].concat(bytes16(whole(name, v, 1, 64800))) },
  collection_interval: function (v, name) { return [0xff, 0x02].concat(bytes16(whole(name, v, 1, 64800))) },
  history_enable: function (v) { return [0xff, 0x68, onOff(v)] },
  retransmit_enable: function (v) { return [0xff, 0x69, onOff(v)] },
  retransmit_interval: function (v, name) { return [0xff, 0x6a, 0].concat(bytes16(whole(name, v, 1, 64800))) },
  resend_interval: function (v, name) { return [0xff, 0x6a, 1].concat(bytes16(whole(name, v, 1, 64800))) },
  temperature_alarm_config: function (v) {
    var condition = conditions.indexOf(v.condition)
    if (condition < 0) throw 'condition must be one of ' + conditions.join(', ') + '.'
    return [0xff, 0x06, condition | (1 << 3)].concat(bytes16(Math.round((v.threshold_min || 0) * 10)), bytes16(Math.round((v.threshold_max || 0) * 10)), [0, 0, 0, 0])
  },
  leakage_alarm_config: function (v) {
    return [0xff, 0x06, onOff(v.enable) | (2 << 3), 0, 0, 0, 0].concat(bytes16(whole('report_interval', v.report_interval, 0, 65535)), bytes16(whole('report_times', v.report_times, 0, 65535)))
  },
  temperature_calibration_settings: function (v) { return [0xff, 0xea, onOff(v.enable) << 7].concat(bytes16(Math.round(v.calibration_value * 10))) },
  d2d_master_config: function (list) {
    return list.reduce(function (bytes, v) {
      var mode = d2dModes.indexOf(v.mode)
      if (mode < 0 || !/^[0-9a-f]{4}$/i.test(v.d2d_cmd)) throw 'mode must be one of ' + d2dModes.join(', ') + ', and d2d_cmd four hexadecimal digits.'
      return bytes.concat([0xff, 0x79, mode, v.report_type === 'd2d' ? 1 : v.report_type === 'both' ? 3 : 0, parseInt(v.d2d_cmd.slice(2), 16), parseInt(v.d2d_cmd.slice(0, 2), 16)])
    }, [])
  },
}

function encodeDownlink(input) {
  var bytes = []
  var names = Object.keys(input.data)
  try {
    names.forEach(function (name) {
      if (!orders[name]) throw name + ' is not known. Known: ' + Object.keys(orders).join(', ') + '.'
      bytes = bytes.concat(orders[name](input.data[name], name))
    })
  } catch (problem) {
    return { errors: [String(problem)] }
  }
  return { bytes: bytes, fPort: 85 }
}
