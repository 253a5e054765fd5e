import Hummingbird
import LoyaltyModel

/// The files of the pages, inside the binary.
enum Assets {
    private static let files: [String: (bytes: [UInt8], type: String)] = [
        "memberlane.css": (PackageResources.memberlane_css, "text/css; charset=utf-8"),
        "common.js": (PackageResources.common_js, "text/javascript; charset=utf-8"),
        "forms.js": (PackageResources.forms_js, "text/javascript; charset=utf-8"),
        "dealings.js": (PackageResources.dealings_js, "text/javascript; charset=utf-8"),
        "returns.js": (PackageResources.returns_js, "text/javascript; charset=utf-8"),
        "benefits.js": (PackageResources.benefits_js, "text/javascript; charset=utf-8"),
        "frontdesk.js": (PackageResources.frontdesk_js, "text/javascript; charset=utf-8"),
        "till.js": (PackageResources.till_js, "text/javascript; charset=utf-8"),
        "people.js": (PackageResources.people_js, "text/javascript; charset=utf-8"),
        "carddesk.js": (PackageResources.carddesk_js, "text/javascript; charset=utf-8"),
        "kiosk.js": (PackageResources.kiosk_js, "text/javascript; charset=utf-8"),
        "owner.js": (PackageResources.owner_js, "text/javascript; charset=utf-8"),
        "devices.js": (PackageResources.devices_js, "text/javascript; charset=utf-8"),
        "cardjobs.js": (PackageResources.cardjobs_js, "text/javascript; charset=utf-8"),
        "door.js": (PackageResources.door_js, "text/javascript; charset=utf-8"),
        "staff.js": (PackageResources.staff_js, "text/javascript; charset=utf-8"),
        "virtual.js": (PackageResources.virtual_js, "text/javascript; charset=utf-8"),
        "icon.svg": (PackageResources.icon_svg, "image/svg+xml"),
    ]

    /// The content of a file; empty when there is none of this name.
    static func bytes(_ name: String) -> [UInt8] { files[name]?.bytes ?? [] }

    /// A file as it is sent; nil when there is none of this name.
    static func response(_ name: String) -> Response? { files[name].map { .file($0.bytes, type: $0.type) } }
}

extension Front {
    func asset(_ asking: Asking) throws -> Response {
        guard let name = asking.context.parameters.get("name"), let response = Assets.response(name) else { throw Trouble(.notFound) }
        return response
    }
}
