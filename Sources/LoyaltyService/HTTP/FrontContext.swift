import AccessControl
import Hummingbird
import NIOCore

/// What a request brings with it beside itself.
struct FrontContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; nil where nobody need say.
    var caller: Caller?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The address at the other end of the connection.
    var peer: String? { channel.remoteAddress?.ipAddress }
}
