import Hummingbird

/// What a request brings with it beside itself.
struct FrontContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
}
