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
    /// The service's group.
    public static let group = "memberlane-io"

    /// The commands that put the rules in force, in order; plugged-in devices get their new rights at once.
    public static let installCommands = [
        "sudo groupadd --system --force \(group)",
        "sudo cp \(path) /etc/udev/rules.d/ && sudo udevadm control --reload && sudo udevadm trigger",
    ]

    /// The commands that let a user use the devices when nobody sits at the computer, as a service does; they count from the next login.
    public static func groupCommand(user: String) -> String { "sudo usermod --append --groups \(group),lp \(user)" }

    /// The whole file for a table.
    public static func text(for table: DeviceTable) -> String {
        let driven = table.rows.filter(\.isDriven)
        var lines = [
            "# MemberLane: card readers, barcode scanners and receipt printers. Made from the device table; do not edit.",
            "# Install: " + installCommands.joined(separator: " && "),
            "SUBSYSTEM!=\"usb\", GOTO=\"memberlane_end\"",
            "ENV{DEVTYPE}!=\"usb_device\", GOTO=\"memberlane_end\"",
            "ACTION==\"remove\", GOTO=\"memberlane_end\"",
        ]
        for row in driven {
            if let rule = rule(row) { lines += ["", "# \(row.model): \(row.source)", rule] }
        }
        lines += ["", "LABEL=\"memberlane_end\""]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rule(_ row: DeviceRow) -> String? {
        let rights = "TAG+=\"uaccess\", GROUP=\"\(group)\", MODE=\"0660\""
        let awake = "ATTR{power/control}=\"on\""
        let ours = row.kind == .printer ? rights : "\(rights), \(awake), ENV{ID_MM_DEVICE_IGNORE}=\"1\""
        switch row.match {
        case .product(let id):
            let digits = id.description.split(separator: ":")
            return "ATTR{idVendor}==\"\(digits[0])\", ATTR{idProduct}==\"\(digits[1])\", \(ours)"
        case .vendor(let vendor) where row.kind == .printer:
            return row.driver == .escpos ? "\(vendorMatch(vendor)), ENV{ID_USB_INTERFACES}==\"*:0701??:*\", \(ours)" : nil
        case .vendor(let vendor):
            return "\(vendorMatch(vendor)), ENV{ID_USB_INTERFACES}==\"*:03????:*\", \(ours)"
        case .printerClass:
            return "ENV{ID_USB_INTERFACES}==\"*:0701??:*\", TAG+=\"uaccess\""
        }
    }

    private static func vendorMatch(_ vendor: UInt16) -> String {
        let digits = String(vendor, radix: 16)
        return "ATTR{idVendor}==\"\(String(repeating: "0", count: 4 - digits.count))\(digits)\""
    }
}
