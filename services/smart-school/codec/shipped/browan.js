// Browan and MerryIoT sensors: fixed places, least significant byte first. Written from the payload tables of the reference manuals. `model` is put before.

function u16(b, at) { return b[at] + b[at + 1] * 256 }
function i8(b, at) { return b[at] > 127 ? b[at] - 256 : b[at] }
function bit(b, n) { return (b[0] >> n) & 1 }
// Tabs: 2.5 V and a tenth for each step; degrees begin at -32.
function tabsVolts(b) { return (25 + (b[1] & 15)) / 10 }
function tabsDegrees(b) { return (b[2] & 127) - 32 }
// MerryIoT: 2.1 V and a tenth for each step.
function merryVolts(b) { return (21 + (b[1] & 15)) / 10 }

var models = {
  'merryiot-cd10': [127, 6, function (b) {
    return { battery_volt: merryVolts(b), temperature: i8(b, 2), humidity: b[3], trigger: bit(b, 0), button: bit(b, 1), co2threshold: bit(b, 4), co2calibration: bit(b, 5), co2_ppm: u16(b, 4) }
  }],
  'merryiot-dw10': [120, 9, function (b) {
    return { battery_volt: merryVolts(b), temperature: i8(b, 2), humi: b[3], open: bit(b, 0), button: bit(b, 1), tamper: bit(b, 2), tilt: bit(b, 3), time: u16(b, 4), count: u16(b, 6) + b[8] * 65536 }
  }],
  'tabs-tbhh100': [103, 4, function (b) {
    // 0xffff: this variant measures neither.
    var co2 = b.length >= 6 ? u16(b, 4) : 0xffff
    var voc = b.length >= 8 ? u16(b, 6) : 0xffff
    return { fPort: 103, battery_volt: tabsVolts(b), temperature: tabsDegrees(b), humidity: b[3] & 127, thh_type: co2 === 0xffff ? 0 : 1, CO2: co2 === 0xffff ? 0 : co2, VOC: voc === 0xffff ? 0 : voc }
  }],
  'tabs-tbms100': [102, 7, function (b) {
    return { fPort: 102, battery_volt: tabsVolts(b), temperature: tabsDegrees(b), mot_motionst: bit(b, 0), mot_times: u16(b, 3), mot_counts: u16(b, 5) }
  }],
}

function decodeUplink(input) {
  var known = models[model]
  if (input.fPort !== known[0]) return { errors: ['This sensor sends on port ' + known[0] + ', not ' + input.fPort + '.'] }
  if (input.bytes.length < known[1]) return { errors: ['A message has ' + known[1] + ' bytes, this one ' + input.bytes.length + '.'] }
  return { data: known[2](input.bytes) }
}

function normalizeUplink(input) {
  var d = input.data
  var out = { battery: d.battery_volt, temperature: d.temperature }
  if (d.humidity !== undefined) out.humidity = d.humidity
  if (d.humi !== undefined) out.humidity = d.humi
  // 0 in the first ten minutes after joining: not measured yet.
  if (d.co2_ppm > 0) out.co2 = d.co2_ppm
  if (d.CO2) out.co2 = d.CO2
  if (d.VOC) out.voc = d.VOC
  if (d.open !== undefined) out.contact = d.open
  if (d.mot_motionst !== undefined) out.occupancy = d.mot_motionst
  if (d.mot_counts !== undefined) out.motion = d.mot_counts
  if (d.button === 1) out.button = 1
  return { data: out }
}
