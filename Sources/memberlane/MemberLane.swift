import ArgumentParser

/// The command line. Names are fixed; options may grow.
struct MemberLane: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memberlane",
        abstract: "Member cards at the till: reads them, prices tickets by the club's published table, and prints new ones.",
        subcommands: [
            Serve.self, Devices.self, DoctorCommand.self, Decode.self, CardCommand.self, FaceCommand.self, ProgrammeCommand.self, Replay.self,
            Rehearse.self, LedgerCommand.self, Backup.self, Restore.self, AccessCommand.self,
        ])
}
