import LoyaltyModel
import LoyaltyWording
import PointOfService
import PrinterFormats

/// A device as the API shows it, with its state in the reader's words.
struct DeviceAnswer: Encodable, Sendable {
    /// Whether it can be used.
    enum Condition: String, Encodable, Sendable {
        case ready, attention, trouble, gone
    }

    let device: DeviceIdentity.ID
    let kind: DeviceKind
    let model: String
    let condition: Condition
    /// The driver's stable key of what it has to say; absent when it has nothing to say.
    let code: String?
    /// What it has to say and the way out.
    let text: String
    /// Commands for the installer.
    let commands: [String]
    /// Where it works; absent for everywhere.
    let role: DeviceRole?
    /// Maker's and product's number, socket and data sheet; in the list only.
    private(set) var usb: String?
    private(set) var port: String?
    private(set) var sheet: String?

    private init(_ device: DeviceIdentity, _ condition: Condition, code: String?, text: String, commands: [String] = []) {
        self.role = device.role
        self.device = device.id
        self.kind = device.kind
        self.model = device.model
        self.condition = condition
        self.code = code
        self.text = text
        self.commands = commands
    }

    /// A printer that has told its state.
    init(_ device: DeviceIdentity, printer report: PrinterReport, in language: Language) {
        let catalogue = Catalogue(language)
        if let worst = report.conditions?.inOrder.first {
            let text = DeviceWords(language).text(worst.rawValue) ?? worst.sentence
            self.init(device, worst.stopsPrinting ? .trouble : .attention, code: worst.rawValue, text: text)
        } else {
            switch report.state {
            case .idle: self.init(device, .ready, code: nil, text: catalogue.text(ScreenKey.ready))
            case .busy: self.init(device, .ready, code: nil, text: catalogue.text(ScreenKey.printing))
            case .closed: self.init(goneFrom: device, in: language)
            case .error: self.init(device, .trouble, code: DeviceCondition.notAnswering.rawValue, text: catalogue.text(DeviceCondition.notAnswering))
            }
        }
    }

    /// A device of the list, with what its printer says where it is one.
    init(_ report: DeviceReport, printer: PrinterReport?, in language: Language) {
        if let trouble = report.trouble {
            self.init(report.device, trouble: trouble, in: language)
        } else if let printer {
            self.init(report.device, printer: printer, in: language)
        } else {
            self.init(report.device, .ready, code: nil, text: Catalogue(language).text(ScreenKey.ready))
        }
        usb = report.usb
        port = report.port
        sheet = report.sheet
    }

    /// A device that cannot be used.
    init(_ device: DeviceIdentity, trouble: DeviceTrouble, in language: Language) {
        let text = DeviceWords(language).text(trouble.code.rawValue) ?? trouble.sentence
        self.init(device, .trouble, code: trouble.code.rawValue, text: text, commands: trouble.commands)
    }

    /// A device that was pulled out.
    init(goneFrom device: DeviceIdentity, in language: Language) {
        self.init(device, .gone, code: DeviceCondition.unplugged.rawValue, text: Catalogue(language).text(DeviceCondition.unplugged))
    }
}
