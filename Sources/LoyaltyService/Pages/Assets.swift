import HTTPTypes
import Hummingbird
import LoyaltyModel
import PrinterFormats

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

    /// The same packed by zlib (RFC 9110, 8.4.1.2, `deflate`): a first visit costs a third.
    private static let packed = files.compactMapValues { Deflated.pack(tightly: $0.bytes) }

    /// A file as it is sent to who unpacks, or does not; nil when there is none of this name.
    static func response(_ name: String, packed isPacked: Bool) -> Response? {
        guard let file = files[name] else { return nil }
        guard isPacked, let bytes = packed[name] else { return .file(file.bytes, type: file.type) }
        var response = Response.file(bytes, type: file.type)
        response.headers[.contentEncoding] = "deflate"
        response.headers[.vary] = "Accept-Encoding"
        return response
    }
}

extension Front {
    func asset(_ asking: Asking) throws -> Response {
        let unpacks =
            asking.request.headers[.acceptEncoding]?.split(separator: ",").contains { $0.drop { $0 == " " }.prefix { $0 != ";" } == "deflate" } ?? false
        guard let name = asking.context.parameters.get("name"), let response = Assets.response(name, packed: unpacks) else { throw Trouble(.notFound) }
        return response
    }
}
