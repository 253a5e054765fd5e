import ArgumentParser
import Foundation
import LoyaltyService

/// Where the program begins: exit status 0 done, 1 refused or found faults, 2 wrong use.
@main
enum Main {
    static func main() async {
        do {
            var command = try MemberLane.parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch let exit as ExitCode {
            Foundation.exit(exit.rawValue)
        } catch {
            finish(with: error)
        }
    }

    private static func finish(with error: any Error) -> Never {
        switch MemberLane.exitCode(for: error) {
        case .success:
            print(MemberLane.fullMessage(for: error))
            Foundation.exit(0)
        case .validationFailure:
            Complaint.write(MemberLane.fullMessage(for: error))
            Foundation.exit(2)
        default:
            Complaint(error).write()
            // A service that would be open to everybody was asked for, not met with.
            Foundation.exit(error is ExposureFault ? 2 : 1)
        }
    }
}
