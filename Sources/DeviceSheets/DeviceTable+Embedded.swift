internal import TableReading

extension DeviceTable {
    /// The files of `hardware/`, as the package manager embeds them, in the order of the README; a test holds the list to the folder.
    static let embedded: [TableText] = [
        sheet("magtek", PackageResources.magtek_yaml),
        sheet("idtech", PackageResources.idtech_yaml),
        sheet("msr605x", PackageResources.msr605x_yaml),
        sheet("hid-pos", PackageResources.hid_pos_yaml),
        sheet("keyboard-scanners", PackageResources.keyboard_scanners_yaml),
        sheet("serial-scanners", PackageResources.serial_scanners_yaml),
        sheet("escpos", PackageResources.escpos_yaml),
        sheet("star", PackageResources.star_yaml),
        sheet("zebra-label", PackageResources.zebra_label_yaml),
        sheet("tsc-label", PackageResources.tsc_label_yaml),
        sheet("card-printers", PackageResources.card_printers_yaml),
        sheet("unsupported", PackageResources.unsupported_yaml),
    ]

    private static func sheet(_ name: String, _ bytes: [UInt8]) -> TableText {
        TableText(name: "hardware/\(name).yaml", text: String(decoding: bytes, as: UTF8.self))
    }
}
