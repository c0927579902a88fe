// Dragino sensors: fixed places, most significant byte first. Written from the payload tables of the user manuals. `model` is put before this program.

function u16(b, at) { return b[at] * 256 + b[at + 1] }
function i16(b, at) { var v = u16(b, at); return v > 32767 ? v - 65536 : v }
function u24(b, at) { return b[at] * 65536 + u16(b, at + 1) }
function u32(b, at) { return b[at] * 16777216 + u24(b, at + 1) }
// The two highest bits of the first word say something else.
function volts(b) { return (u16(b, 0) & 0x3fff) / 1000 }

var least = { LDDS75: 8, LDS02: 10, LWL02: 10, LHT65N: 11, 'LT-22222-L': 11 }

var readers = {
  LDDS75: function (b) {
    return { Bat: volts(b), Distance: u16(b, 2), Interrupt_flag: b[4], TempC_DS18B20: (i16(b, 5) / 10).toFixed(2), Sensor_flag: b[7] }
  },
  LDS02: function (b) {
    return { Node_type: 'LDS02', BAT_V: volts(b), MOD: b[2], DOOR_OPEN_STATUS: b[0] >> 7, DOOR_OPEN_TIMES: u24(b, 3), LAST_DOOR_OPEN_DURATION: u24(b, 6), ALARM: b[9] & 1 }
  },
  LWL02: function (b) {
    return { Node_type: 'LWL02', BAT_V: volts(b), MOD: b[2], WATER_LEAK_STATUS: (b[0] >> 6) & 1, WATER_LEAK_TIMES: u24(b, 3), LAST_WATER_LEAK_DURATION: u24(b, 6) }
  },
  LHT65N: function (b) {
    var d = { BatV: volts(b), Bat_status: b[0] >> 6, TempC_SHT: i16(b, 2) / 100, Hum_SHT: u16(b, 4) / 10 }
    switch (b[6] & 0x7f) {
      case 0: d.Ext_sensor = 'No external sensor'; break
      case 1: d.Ext_sensor = 'Temperature Sensor'; d.TempC_DS = i16(b, 7) / 100; break
      case 2: d.Ext_sensor = 'Temperature Sensor'; d.TempC_TMP117 = i16(b, 7) / 100; break
      case 4: d.Ext_sensor = 'Interrupt Sensor'; d.Exti_pin_level = b[7] ? 'High' : 'Low'; d.Exti_status = b[8] ? 'True' : 'False'; break
      case 5: d.Ext_sensor = 'Illumination Sensor'; d.ILL_lx = u16(b, 7); break
      case 6: d.Ext_sensor = 'ADC Sensor'; d.ADC_V = u16(b, 7) / 1000; break
      case 7: d.Ext_sensor = 'Counting Sensor 16bit'; d.Exit_count = u16(b, 7); break
      case 8: d.Ext_sensor = 'Counting Sensor 32bit'; d.Exit_count = u32(b, 7); break
      default: d.Ext_sensor = 'Unknown sensor ' + (b[6] & 0x7f)
    }
    return d
  },
  'LT-22222-L': function (b) {
    var hardware = (b[10] >> 6) & 3
    var mode = b[10] & 0x3f
    function bit(n, set, unset) { return (b[8] >> n) & 1 ? set : unset }
    var d = { Hardware_mode: hardware === 0 ? 'LT33222' : hardware === 1 ? 'LT22222' : 'unknown' }
    d.DO1_status = bit(0, 'L', 'H')
    d.DO2_status = bit(1, 'L', 'H')
    if (hardware === 0) d.DO3_status = bit(2, 'L', 'H')
    d.RO1_status = bit(7, 'ON', 'OFF')
    d.RO2_status = bit(6, 'ON', 'OFF')
    if (mode === 6) {
      d.Work_mode = 'Exti'
      return d
    }
    var names = { 1: '2ACI+2AVI', 2: 'Count mode 1', 3: '2ACI+1Count', 4: 'Count mode 2', 5: '1ACI+2AVI+1Count' }
    d.Work_mode = names[mode] || 'unknown ' + mode
    if (mode === 1) {
      d.AVI1_V = i16(b, 0) / 1000
      d.AVI2_V = i16(b, 2) / 1000
      d.ACI1_mA = i16(b, 4) / 1000
      d.ACI2_mA = i16(b, 6) / 1000
    } else if (mode === 2) {
      d.Count1_times = u32(b, 0)
      d.Count2_times = u32(b, 4)
    } else if (mode === 3) {
      d.Count1_times = u32(b, 0)
      d.ACI1_mA = i16(b, 4) / 1000
      d.ACI2_mA = i16(b, 6) / 1000
    } else if (mode === 4) {
      d.Count1_times = u32(b, 0)
      d.Acount_times = u32(b, 4)
    } else if (mode === 5) {
      d.AVI1_V = i16(b, 0) / 1000
      d.AVI2_V = i16(b, 2) / 1000
      d.ACI1_mA = i16(b, 4) / 1000
      d.Count1_times = u16(b, 6)
    }
    // Counting uses up the digital inputs.
    if (mode === 1) {
      d.DI1_status = bit(3, 'H', 'L')
      d.DI2_status = bit(4, 'H', 'L')
      if (hardware === 0) d.DI3_status = bit(5, 'H', 'L')
    }
    return d
  },
}

function decodeUplink(input) {
  if (input.bytes.length < least[model]) return { errors: ['A message of ' + model + ' has ' + least[model] + ' bytes, this one ' + input.bytes.length + '.'] }
  return { data: readers[model](input.bytes) }
}

function normalizeUplink(input) {
  var d = input.data
  var out = {}
  var battery = d.Bat !== undefined ? d.Bat : d.BAT_V !== undefined ? d.BAT_V : d.BatV
  if (battery !== undefined) out.battery = battery
  // Below 280 mm the sensor is blind and says 20 or less; 0: none answers.
  if (d.Distance > 20) out.distance = d.Distance
  if (d.DOOR_OPEN_STATUS !== undefined) out.contact = d.DOOR_OPEN_STATUS
  if (d.WATER_LEAK_STATUS !== undefined) out.leak = d.WATER_LEAK_STATUS
  if (d.TempC_SHT !== undefined) out.temperature = d.TempC_SHT
  if (d.Hum_SHT !== undefined) out.humidity = d.Hum_SHT
  // 327.67: no probe.
  if (d.TempC_DS < 300) out['temperature-external'] = d.TempC_DS
  if (d.TempC_TMP117 < 300) out['temperature-external'] = d.TempC_TMP117
  if (d.ILL_lx !== undefined) out.light = d.ILL_lx
  if (d.Exit_count !== undefined) out['pulses-1'] = d.Exit_count
  if (d.Count1_times !== undefined) out['pulses-1'] = d.Count1_times
  if (d.Count2_times !== undefined) out['pulses-2'] = d.Count2_times
  return { data: out }
}

// 0x01: seconds between messages; 0x04 0xff: start anew.
function encodeDownlink(input) {
  var bytes = []
  var seconds = input.data.report_interval
  if (seconds !== undefined) {
    if (Math.floor(seconds) !== seconds || seconds < 1 || seconds > 0xffffff) return { errors: ['report_interval must be whole seconds from 1 to 16777215.'] }
    bytes = bytes.concat([0x01, (seconds >> 16) & 255, (seconds >> 8) & 255, seconds & 255])
  }
  if (input.data.reboot) bytes = bytes.concat([0x04, 0xff])
  return { bytes: bytes, fPort: 2 }
}
