import DeviceSheets

/// The shipped sheets; `The device table` reads them where faults are told.
let shipped = (try? DeviceTable.shipped()) ?? DeviceTable(sheets: [])
