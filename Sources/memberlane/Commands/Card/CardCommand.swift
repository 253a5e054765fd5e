import ArgumentParser

/// `memberlane card`.
struct CardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "Draws and prints member cards.", subcommands: [CardRender.self, CardPrint.self])
}
