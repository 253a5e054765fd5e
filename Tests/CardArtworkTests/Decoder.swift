import Foundation
import PrinterFormats

/// A Python program that reads what we print, written or chosen so that it shares nothing with our code.
struct Decoder {
    /// Why a decoder did not run.
    enum Failure: Error, Equatable, CustomStringConvertible {
        case notSetUp
        case ended(script: String, status: Int32)

        var description: String {
            switch self {
            case .notSetUp: "MEMBERLANE_PYTHON is not set: run `make test`, which installs Tests/Decoders/requirements.txt and sets it."
            case .ended(let script, let status): "\(script) ended with status \(status)."
            }
        }
    }

    private let program: URL
    var script: String { program.lastPathComponent }

    /// A program of the folder `Decoders`.
    init(script: String) { program = Self.folder.appendingPathComponent(script) }

    /// Another Python program of this repository.
    init(program: URL) { self.program = program }

    /// Runs the program on some input and gives its output. `pictures` are handed over as files, after the arguments.
    func run(_ arguments: [String] = [], input: [UInt8] = [], pictures: [[UInt8]] = []) throws -> [UInt8] {
        guard let python = ProcessInfo.processInfo.environment["MEMBERLANE_PYTHON"] else {
            throw Failure.notSetUp
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String, _ bytes: [UInt8]) throws -> URL {
            let url = folder.appendingPathComponent(name)
            try Data(bytes).write(to: url)
            return url
        }
        let result = try file("output", [])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-B", program.path] + arguments
        for (index, picture) in pictures.enumerated() { process.arguments?.append(try file("picture\(index)", picture).path) }
        process.standardInput = try FileHandle(forReadingFrom: file("input", input))
        process.standardOutput = try FileHandle(forWritingTo: result)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure.ended(script: script, status: process.terminationStatus) }
        return try Array(Data(contentsOf: result))
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Decoders")

    /// The codes in picture files, one line a picture: "Code128 1234 QRCode 1234".
    static func codes(in pictures: [[UInt8]]) throws -> [String] {
        let lines = try Decoder(script: "read_codes.py").run(pictures: pictures)
        return String(decoding: lines, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }
}

extension Bitmap {
    /// The bitmap as a PBM file.
    var pbm: [UInt8] { Array("P4\n\(width) \(height)\n".utf8) + bytes }

    /// A part of the picture.
    func cropped(to part: DotRectangle) -> Bitmap {
        var crop = Bitmap(width: part.width, height: part.height)
        crop.draw(self, x: -part.x, y: -part.y)
        return crop
    }
}
