public import Foundation

extension USBError: LocalizedError {
    /// What is wrong, and with which device.
    public var errorDescription: String? {
        let progress = transferred == 0 ? "" : " after \(partial)"
        switch kind {
        case .accessDenied: return "\(device) may not be opened by this user."
        case .busy: return "\(device) is in use by \(holder ?? "another program")."
        case .gone: return "\(device) is not plugged in any more."
        case .stalled: return "\(device) refused the \(transferName)\(progress)."
        case .timedOut: return "\(device) did not complete the \(transferName) in time; it stopped\(transferred == 0 ? " at once" : progress)."
        case .cancelled: return "The \(transferName) of \(device) was cancelled\(progress)."
        case .overflow: return "\(device) sent more data than fit the \(transferName)."
        case .notFound: return "\(device) has no claimed interface with \(endpoint.map { "the endpoint \($0)" } ?? "that number")."
        case .closed: return "\(device) has been closed."
        case .unsupported: return "\(device) cannot be used through this computer's USB."
        case .inputOutput: return "The \(transferName) of \(device) was garbled on the way\(progress)."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch kind {
        case .accessDenied:
            "Install udev/60-memberlane.rules, add the user to the group it names, and replug the device; `memberlane doctor` shows the commands."
        case .busy:
            "Stop \(holder ?? "the program that uses it (`sudo fuser -v /dev/bus/usb/*/*` names it, whoever started it)"), "
                + "or take the device out of its settings; then try again."
        case .gone: "Plug the device in again and check its cable."
        case .stalled: "Try again; if it stays refused, switch the device off and on."
        case .timedOut: "Look at the device: paper, cover, error lamp. Then try again."
        case .cancelled, .closed: "Nothing is wrong with the device; start over."
        case .overflow: "Replug the device; if it happens again, it is not the model it says it is."
        case .notFound: "Replug the device; if it happens again, its mode is not one MemberLane drives."
        case .unsupported: "Use a computer with a USB controller; inside a container, pass /dev/bus/usb and /run/udev through."
        case .inputOutput: "Replug the device, without a hub and with a shorter cable."
        }
    }

    private var transferName: String { endpoint.map { "transfer on \($0)" } ?? "request" }
}
