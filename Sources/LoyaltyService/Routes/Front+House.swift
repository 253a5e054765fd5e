import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import PointOfService

extension Front {
    /// Says that the store answers, and under which table.
    func health(_ asking: Asking) async throws -> Response {
        _ = try await desk.store.read { view in try view.head()?.record.number }
        return try .json(HealthAnswer(programme: programme.id, table: programme.version, isExample: programme.isExample))
    }

    func listDevices(_ asking: Asking) async throws -> Response {
        try .json(DevicesAnswer(devices: await deviceAnswers(in: asking.language), others: await devices?.others() ?? []))
    }

    /// The devices there are, in the reader's words.
    func deviceAnswers(in language: Language) async -> [DeviceAnswer] {
        guard let devices else { return [] }
        var answers: [DeviceAnswer] = []
        for report in await devices.devices() {
            let printer = report.device.kind == .printer ? await devices.printer(report.device.id)?.report : nil
            answers.append(DeviceAnswer(report, printer: printer, in: language))
        }
        return answers
    }

    /// The description of the API, one document in two files: what can be asked, and the shapes of it.
    func openAPI() -> Response {
        .file(PackageResources.openapi_paths_yaml + PackageResources.openapi_components_yaml, type: "application/yaml; charset=utf-8")
    }
}

/// What is plugged in: ours, and what is nothing of ours.
private struct DevicesAnswer: Encodable {
    let devices: [DeviceAnswer]
    let others: [ForeignDevice]
}

/// That the service is well, and what it works by.
private struct HealthAnswer: Encodable {
    let status = "ok"
    let programme: ProgrammeID
    let table: ProgrammeVersion
    let isExample: Bool

    enum CodingKeys: String, CodingKey {
        case status, programme, table
        case isExample = "example_figures"
    }
}
