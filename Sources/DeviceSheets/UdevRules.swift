import PointOfService
import USBContract

/// The udev rules that let MemberLane open the devices of a table.
///
/// The file sorts before 73-seat-late.rules, where `uaccess` takes effect: that gives the devices to whoever sits at the computer. The group gives
/// them to the service, which sits nowhere. Class-7 printers keep Debian's group `lp`, since other programs print on them too. Readers stay
/// awake: they cannot wake the host, so a swipe would be lost. ModemManager is kept from scanners, whose first scans it would eat.
public enum UdevRules {
    /// Where the shipped file stands in the repository.
    public static let path = "udev/60-memberlane.rules"
    /// Where it belongs on a computer.
    public static let installedPath = "/etc/udev/rules.d/60-memberlane.rules"
    /// The service's group.
    public static let group = "memberlane-io"

    /// The command that puts the rules in force; plugged-in devices get their new rights at once.
    public static let installCommands = ["sudo memberlane doctor --fix"]

    /// The commands that let a user use the devices when nobody sits at the computer, as a service does; they count from the next login.
    public static func groupCommand(user: String) -> String { "sudo usermod --append --groups \(group),lp \(user)" }

    /// The whole file for a table.
    public static func text(for table: DeviceTable) -> String {
        var lines = [
            "# MemberLane: card readers, barcode scanners and printers. Made from the sheets in hardware/; do not edit.",
            "# In force after: sudo memberlane doctor --fix",
            "SUBSYSTEM!=\"usb\", GOTO=\"memberlane_end\"",
            "ENV{DEVTYPE}!=\"usb_device\", GOTO=\"memberlane_end\"",
            "ACTION==\"remove\", GOTO=\"memberlane_end\"",
        ]
        for sheet in table.sheets {
            let rules = sheet.rows.compactMap { row in rule(row).map { ["# \(row.model): \(row.source)", $0] } }
            if !rules.isEmpty { lines += ["", "# \(sheet.path): \(sheet.family)"] + rules.flatMap(\.self) }
        }
        lines += ["", "LABEL=\"memberlane_end\""]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rule(_ row: DeviceRow) -> String? {
        guard let interfaceClass = row.driver.interfaceClass else { return nil }
        let rights = "TAG+=\"uaccess\", GROUP=\"\(group)\", MODE=\"0660\""
        let ours = row.kind == .printer ? rights : "\(rights), ATTR{power/control}=\"on\", ENV{ID_MM_DEVICE_IGNORE}=\"1\""
        let interfaces = "ENV{ID_USB_INTERFACES}==\"*:\(interfaceClass == .printer ? "0701??" : hex(interfaceClass.rawValue, digits: 2) + "????"):*\""
        switch row.match {
        case .product(let id): return "ATTR{idVendor}==\"\(hex(id.vendor, digits: 4))\", ATTR{idProduct}==\"\(hex(id.product, digits: 4))\", \(ours)"
        case .maker(let maker): return "ATTR{idVendor}==\"\(hex(maker, digits: 4))\", \(interfaces), \(ours)"
        case .printerClass: return "\(interfaces), TAG+=\"uaccess\""
        }
    }

    private static func hex(_ number: some BinaryInteger, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
