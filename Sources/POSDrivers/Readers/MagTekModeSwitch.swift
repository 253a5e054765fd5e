public import CardFormats
public import PointOfService
public import USBContract

/// Switches a MagTek reader between HID reports and key strokes. The reader leaves the bus and comes back in the same socket with another product id.
///
/// Source: MagTek 99875191 and 99875206, property 0x10 “Interface type” and command RESET.
public struct MagTekModeSwitch: Sendable {
    /// How long a reader may be away.
    public static let patience = Duration.seconds(10)
    /// MagTek.
    public static let vendor: UInt16 = 0x0801
    /// Bytes of the feature report of readers whose descriptor does not say.
    private static let usualCount = 24

    private let bus: any USBBus
    private let time: DeviceTime

    /// A switch for readers on `bus`.
    public init(bus: any USBBus, time: DeviceTime = .system) {
        self.bus = bus
        self.time = time
    }

    /// Switches the reader over, and waits until it is back; as it then is. A reader that is in the wanted mode already is left alone.
    ///
    /// Nobody may have the reader claimed. Errors: the bus's, `wrongMode` for a reader that does not take the command (MagneSafe at level 3 wants a key for it), `notAnswering`
    /// where it does not come back.
    public func perform(_ wanted: MagTekInterface, on device: USBDeviceInfo) async throws(DeviceTrouble) -> USBDeviceInfo {
        guard device.deviceID.vendor == Self.vendor, let interface = HIDInterface.keyboards(of: device).first else {
            throw .wrongMode("\(device) is not a MagTek reader.", wayOut: "Name a reader that `memberlane devices` lists as MagTek's.")
        }
        let events = bus.events()
        let connection: any USBConnection
        do throws(USBError) { connection = try await bus.open(device) } catch { throw DeviceTrouble(error) }
        do throws(DeviceTrouble) {
            let isThere = try await command(wanted, device, interface.number, on: connection)
            await connection.close()
            if isThere { return device }
        } catch {
            await connection.close()
            throw error
        }
        guard let back = await comeback(of: device, in: events) else {
            throw DeviceTrouble(.notAnswering, sentence: "\(device) was switched over and has not come back.", wayOut: "Replug the reader.")
        }
        return back
    }

    /// Whether it is in the wanted mode already; else it has been told to change.
    private func command(
        _ wanted: MagTekInterface, _ device: USBDeviceInfo, _ interface: UInt8, on connection: any USBConnection
    ) async throws(DeviceTrouble) -> Bool {
        do throws(USBError) {
            try await connection.claim(interface: interface)
            let descriptor = try await connection.reportDescriptor(interface: interface).flatMap { try? HIDReportDescriptor($0) }
            let count = descriptor?.byteCount(of: .feature, id: 0) ?? Self.usualCount
            func ask(_ command: MagTekCommand) async throws(USBError) -> MagTekReply? {
                try await connection.controlOut(.setReport(.feature, interface: interface), data: command.report(count))
                return MagTekReply(try await connection.controlIn(.getReport(.feature, interface: interface, length: UInt16(clamping: count))))
            }
            if let now = try await ask(.get(.interfaceType)), now.isDone, now.data.first == wanted.rawValue { return true }
            guard try await ask(.set(.interfaceType, to: wanted.rawValue))?.isDone == true else {
                throw USBError(.unsupported, device: device.description)
            }
            // A reader that resets at once leaves the request without an answer.
            try? await connection.controlOut(.setReport(.feature, interface: interface), data: MagTekCommand.restart.report(count))
            return false
        } catch  where error.kind == .unsupported {
            throw .wrongMode("\(device) does not let itself be switched over.", wayOut: "Switch it with its maker's utility.")
        } catch {
            throw DeviceTrouble(error)
        }
    }

    private func comeback(of device: USBDeviceInfo, in events: AsyncStream<USBEvent>) async -> USBDeviceInfo? {
        await withTaskGroup(of: USBDeviceInfo?.self) { group in
            group.addTask {
                for await event in events {
                    guard case .arrived(let other) = event, other.address != device.address else { continue }
                    if other.ports == device.ports, other.address.bus == device.address.bus, other.deviceID.vendor == Self.vendor { return other }
                }
                return nil
            }
            group.addTask { [time] in
                try? await time.sleep(Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
