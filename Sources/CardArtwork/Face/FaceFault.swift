public import Foundation

/// What is wrong with a face, where in its file, and the way out.
public struct FaceFault: Error, Sendable, Hashable {
    /// What is wrong; lengths are millimetres.
    public enum Kind: Sendable, Hashable {
        case tooLarge(bytes: Int)
        case notXML(line: Int)
        case notSVG(String)
        case pageSize(width: Double, height: Double)
        case layerMissing(FaceLayer)
        case layerUnknown
        case layerTwice
        case outsideLayers
        case withoutID
        case boxMissing(FaceField)
        case boxUnknown(nearest: FaceField?)
        case boxTwice(FaceField)
        case boxNotRectangle
        case boxOffCard
        case boxesOverlap(String)
        case valueUnknown(attribute: String, value: String)
        case sizeTooSmall(Double)
        case textBoxTooSmall(width: Double, height: Double)
        case codeBoxTooSmall(dotsPerInch: Int, width: Double, height: Double)
        case codeCovered
        case textCovered
        case textNotOnBlack
        case wordsMissing
        case wordsUnprintable(String)
        case flowedText
        case textLength
        case liveText
        case externalFile(String)
    }

    /// What is wrong.
    public let kind: Kind
    /// The element's id, or its name and line; nil for the file as a whole.
    public let element: String?
    /// The file, where more than one is in question.
    public private(set) var file: String?

    /// The same fault, told with its file.
    func inFile(_ name: String) -> FaceFault {
        var fault = self
        fault.file = name
        return fault
    }

    init(_ kind: Kind, at element: String? = nil) {
        self.kind = kind
        self.element = element
    }

    /// A length as people here write it: at most two decimals.
    private static func mm(_ length: Double) -> String {
        let hundredths = Int((length * 100).rounded())
        let text = hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return text + " mm"
    }
}

/// A layer of a face; the raw value is its id.
public enum FaceLayer: String, Sendable, Hashable, CaseIterable {
    case art, paper, ink, fields
}

extension FaceFault: LocalizedError {
    /// What is wrong, with the element's id.
    public var errorDescription: String? {
        ([file, element].compactMap { $0 } + [problemAndRemedy.problem]).joined(separator: ": ")
    }

    /// The way out.
    public var recoverySuggestion: String? { problemAndRemedy.remedy }

    private var problemAndRemedy: (problem: String, remedy: String) {
        switch kind {
        case .tooLarge(let bytes): ("The face has \(bytes) bytes; the most is \(FaceReader.largest).", "Simplify its paths, or make its pictures smaller.")
        case .notXML(let line): ("The file is not well-formed XML: line \(line).", "Save it as plain SVG from the editor it was drawn in.")
        case .notSVG(let reason): ("The file cannot be drawn as SVG: \(reason).", "Save it as plain SVG from the editor it was drawn in.")
        case .pageSize(let width, let height):
            (
                "The page is \(Self.mm(width)) × \(Self.mm(height)), a card is 85.60 mm × 53.98 mm.",
                "Set width=\"85.6mm\" height=\"53.98mm\" (Inkscape: File, Document Properties)."
            )
        case .layerMissing(let layer): ("There is no layer “\(layer.rawValue)”.", "Make a layer and name it \(layer.rawValue).")
        case .layerUnknown:
            ("There is no layer of this name on a card.", "Name it art, paper, ink or fields, or delete it: what stands in it is not printed.")
        case .layerTwice: ("Two layers have this name.", "Move everything into one of them and delete the other.")
        case .outsideLayers: ("This stands in no layer and is not printed.", "Move it into the layer art, paper or ink.")
        case .withoutID: ("The box has a label but no id.", "Give it the label as its id (Inkscape: Object Properties).")
        case .boxMissing(let field):
            ("The box for the \(field.words) is missing.", "Draw a rectangle in the layer fields and give it the id \(field.rawValue).")
        case .boxUnknown(let nearest):
            (
                "Nothing is written into a box of this name.",
                nearest.map { "Did you mean \($0.rawValue)?" } ?? "Boxes are \(FaceField.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        case .boxTwice(let field): ("There are two boxes for the \(field.words).", "Delete one of them.")
        case .boxNotRectangle: ("A box has to be a rectangle, upright.", "Draw it with the rectangle tool and do not turn it.")
        case .boxOffCard: ("The box reaches beyond the card's edge.", "Move it inside 85.60 mm × 53.98 mm.")
        case .boxesOverlap(let other): ("The box overlaps the box \(other).", "Move one of them.")
        case .valueUnknown(let attribute, let value):
            ("\(attribute) cannot be “\(value)”.", "data-size and data-least are millimetres, data-lines is 1 to 9, class is bold, white, top, center, end.")
        case .sizeTooSmall(let least):
            ("Letters of \(Self.mm(least)) cannot be read from a thermal printer.", "The smallest size is \(Self.mm(FaceReader.leastEm)): raise data-least.")
        case .textBoxTooSmall(let width, let height):
            ("The box is too small for its letters.", "Make it at least \(Self.mm(width)) × \(Self.mm(height)), or lower data-least.")
        case .codeBoxTooSmall(let dotsPerInch, let width, let height):
            (
                "The box is too small for its code and the white around it at \(dotsPerInch) dpi.",
                "Make it at least \(Self.mm(width)) × \(Self.mm(height))."
            )
        case .codeCovered: ("Something is drawn where the code stands or in the white around it.", "Clear the box: a code is read from white paper.")
        case .textCovered: ("Letters would stand on a drawing.", "Clear the box, or cover the drawing with a white shape in the layer ink.")
        case .textNotOnBlack:
            ("White letters would not stand on black.", "Put a black shape below the whole box in the layer ink, or take the class white away.")
        case .wordsMissing: ("The box has no words.", "Put them inside it in <desc xml:lang=\"en\">…</desc> (Inkscape: Object Properties, Description).")
        case .wordsUnprintable(let reason): ("Its words cannot be printed: \(reason)", "Change the words.")
        case .flowedText:
            ("Flowed text is not drawn on cards.", "Choose Text, Unflow, then Path, Object to Path; or set the words in a box of the layer fields.")
        case .textLength: ("textLength is not obeyed on cards.", "Choose Path, Object to Path.")
        case .liveText:
            ("Text in a drawing depends on the fonts of the machine.", "Choose Path, Object to Path; or set the words in a box of the layer fields.")
        case .externalFile(let name): ("“\(name)” is another file, and faces are one file each.", "Embed it (Inkscape: Extensions, Images, Embed Images).")
        }
    }

    /// A short name for programs.
    public var code: String {
        let name = String(describing: kind).prefix { $0 != "(" }
        return name.reduce(into: (text: "", wasUpper: false)) { result, letter in
            result.text += (letter.isUppercase && !result.wasUpper ? "_" : "") + letter.lowercased()
            result.wasUpper = letter.isUppercase
        }.text
    }
}
