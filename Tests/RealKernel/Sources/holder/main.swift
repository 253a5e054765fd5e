import Glibc
import USBContract
import USBTransport

// Claims an interface and says so; lets go of it when its input ends. Tests hold devices with it, and kill it.
// usage: holder BUS ADDRESS INTERFACE

let numbers = CommandLine.arguments.dropFirst().compactMap { UInt8($0) }
guard numbers.count == 3 else { exit(2) }
let place = USBAddress(bus: numbers[0], address: numbers[1])
let bus = try await LibUSBBus.start()
guard let device = await bus.devices().first(where: { $0.address == place }) else { exit(1) }
let connection = try await bus.open(device)
try await connection.claim(interface: numbers[2])
print("held")
fflush(nil)
while readLine() != nil {}
await connection.close()
