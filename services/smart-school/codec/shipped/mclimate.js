// MClimate Vicki (radiator valve) and HT sensor: fixed places. Written from the maker's descriptions of uplinks and downlinks. `model` is put before.

function round2(v) { return Math.round(v * 100) / 100 }
function bit(byte, n) { return ((byte >> n) & 1) === 1 }

function readSensor(b) {
  if (b[0] !== 1) return { errors: ['Message ' + b[0] + ' is an answer to a command, no measurement.'] }
  if (b.length < 7) return { errors: ['A measurement has 7 bytes, this one ' + b.length + '.'] }
  var connected = !bit(b[5], 2)
  return {
    data: {
      sensorTemperature: round2(((b[1] * 256 + b[2]) - 400) / 10),
      relativeHumidity: round2((b[3] * 100) / 256),
      batteryVoltage: Math.round((b[4] * 8 + 1600) / 100) / 10,
      thermistorProperlyConnected: connected,
      extThermistorTemperature: connected ? round2(((b[5] & 3) * 256 + b[6]) / 10) : 0,
    },
  }
}

function readValve(b) {
  if (b[0] !== 1 && b[0] !== 129) return { errors: ['Message ' + b[0] + ' is an answer to a command, no measurement.'] }
  if (b.length < 9) return { errors: ['A measurement has 9 bytes, this one ' + b.length + '.'] }
  var position = b[4] + (b[6] >> 4) * 256
  var range = b[5] + (b[6] & 15) * 256
  return {
    data: {
      reason: b[0],
      targetTemperature: b[1],
      sensorTemperature: round2((b[2] * 165) / 256 - 40),
      relativeHumidity: round2((b[3] * 100) / 256),
      motorRange: range,
      motorPosition: position,
      batteryVoltage: (20 + (b[7] >> 4)) / 10,
      openWindow: bit(b[7], 3),
      highMotorConsumption: bit(b[7], 2),
      lowMotorConsumption: bit(b[7], 1),
      brokenSensor: bit(b[7], 0),
      childLock: bit(b[8], 7),
      calibrationFailed: bit(b[8], 6),
      attachedBackplate: bit(b[8], 5),
      perceiveAsOnline: bit(b[8], 4),
      antiFreezeProtection: bit(b[8], 3),
      valveOpenness: range === 0 ? 0 : Math.round((1 - position / range) * 100),
      // 129: tenths of the target follow.
      targetTemperatureFloat: b[0] === 129 && b.length > 10 ? (b[9] * 256 + b[10]) / 10 : b[1],
    },
  }
}

function decodeUplink(input) {
  return model === 'vicki' ? readValve(input.bytes) : readSensor(input.bytes)
}

function normalizeUplink(input) {
  var d = input.data
  var out = { battery: d.batteryVoltage, humidity: d.relativeHumidity }
  if (!d.brokenSensor) out.temperature = d.sensorTemperature
  if (d.targetTemperatureFloat !== undefined) out.heatingSetpoint = d.targetTemperatureFloat
  if (d.thermistorProperlyConnected) out['temperature-external'] = d.extThermistorTemperature
  if (d.openWindow !== undefined) out['contact-window'] = d.openWindow
  return { data: out }
}

var orders = {
  setKeepAlive: function (minutes) { return minutes >= 1 && minutes <= 255 ? [0x02, minutes] : undefined },
}
if (model === 'vicki') {
  orders.recalibrateMotor = function () { return [0x03] }
  orders.setChildLock = function (on) { return [0x07, on ? 1 : 0] }
  orders.setTargetTemperature = function (degrees) { return degrees >= 5 && degrees <= 30 ? [0x0e, degrees] : undefined }
}

function encodeDownlink(input) {
  var bytes = []
  for (var name in input.data) {
    if (!orders[name]) return { errors: [name + ' is not known. Known: ' + Object.keys(orders).join(', ') + '.'] }
    var order = orders[name](input.data[name])
    if (!order) return { errors: [name + ' is out of range.'] }
    bytes = bytes.concat(order)
  }
  return { bytes: bytes, fPort: 1 }
}
