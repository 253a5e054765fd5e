import DeviceSheets
import EmulatedKernel
import Foundation
import POSDrivers
import PointOfService
import USBContract
import USBTransport
import VirtualDevices

// The product's drivers on unmodified libusb over the emulated kernel.
// usage: busyardsticks latency SWIPES   from the end of a swipe's transfer to its event: median, 99th percentile and longest, in milliseconds
//        busyardsticks idle SECONDS     what reader, scanner and printer cost while nothing happens: CPU time by time passed

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let measure = arguments.first, let amount = arguments.last.flatMap({ Int($0) }), amount > 0 else {
    FileHandle.standardError.write(Data("usage: busyardsticks latency SWIPES | idle SECONDS\n".utf8))
    exit(2)
}

/// The user's and the kernel's part of this process's CPU time, in seconds.
func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
}

let kernel = try EmulatedKernel()
let manager = DeviceManager(bus: try await LibUSBBus.start(), table: try .shipped())
let reader = VirtualStripeReader()
let stopwatch = Stopwatch(reader)
let events = await manager.events()
await manager.start()
var places = [try kernel.plug(stopwatch, port: 1, drivers: [0: "usbhid"], controller: .whole)]
places.append(try kernel.plug(VirtualScanner(), port: 2, drivers: [0: "usbhid"], controller: .whole))
places.append(try kernel.plug(VirtualPrinter(), port: 3, drivers: [0: "usblp"], controller: .whole))
var arrived = 0
for await event in events {
    if case .arrived = event.happening { arrived += 1 }
    if arrived == places.count { break }
}

if measure == "latency" {
    var latencies: [Double] = []
    for number in 1...amount {
        reader.swipe(number: "9\(100_000 + number)")
        card: for await event in events {
            if case .card = event.happening, let stopped = stopwatch.stopped {
                latencies.append(milliseconds(stopped.duration(to: .now)))
                break card
            }
        }
    }
    latencies.sort()
    let rank = min(latencies.count - 1, latencies.count * 99 / 100)
    print(latencies[latencies.count / 2], latencies[rank], latencies[latencies.count - 1])
} else {
    let (cpu, began) = (cpuTime(), ContinuousClock.now)
    try await Task.sleep(for: .seconds(amount))
    print((cpuTime() - cpu) * 1000 / milliseconds(began.duration(to: .now)))
}
await manager.shutdown()
for place in places { kernel.unplug(place) }
