import Testing

/// Everything here shares one computer's bus, on which the drivers take every device they know: so one test runs at a time, over all suites.
@Suite(.serialized)
enum OneAtATime {}
