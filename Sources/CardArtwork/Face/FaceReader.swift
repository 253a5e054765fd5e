import PrinterFormats

/// Reads a face: its layers, its boxes, and everything that is wrong with them.
struct FaceReader {
    /// The largest file read, 2 MiB.
    static let largest = 2 << 20
    /// The smallest em a 203 dpi head still prints legibly, in millimetres: 16 dots, the least a Chinese character needs.
    static let leastEm = 2.0
    /// The room a line takes, in ems: from the top of the highest letter to the foot of the lowest Persian one.
    static let lineHeight = 1.25
    /// What may be missing from a card's page by rounding in an editor, in millimetres.
    private static let slack = 0.1

    /// What the file says, as far as it can be read.
    private(set) var face: ReadFace
    /// What is wrong with it, in the file's order.
    private(set) var faults: [FaceFault] = []
    private let elements: [SVGElement]

    /// Reads a file; throws only where it is no SVG at all.
    init(_ file: CardFace) throws(FaceFault) {
        guard file.bytes.count <= Self.largest else { throw FaceFault(.tooLarge(bytes: file.bytes.count)) }
        elements = try SVGScanner.elements(of: file.bytes)
        face = ReadFace(drawing: try VectorDrawing(file.bytes), isDrawnRightToLeft: file.isDrawnRightToLeft)
        readPage()
        readLayers()
        readBoxes()
        readForbidden()
    }

    private mutating func note(_ kind: FaceFault.Kind, at element: String? = nil) { faults.append(FaceFault(kind, at: element)) }

    private mutating func readPage() {
        let page = face.drawing.page
        if abs(page.width - CardResolution.cardWidth) > Self.slack || abs(page.height - CardResolution.cardHeight) > Self.slack {
            note(.pageSize(width: page.width, height: page.height))
        }
    }

    /// Layers are the groups directly on the page.
    private mutating func readLayers() {
        let silent: Set = ["defs", "title", "desc", "metadata", "namedview", "style"]
        for element in elements where element.ancestors.count == 1 && !silent.contains(element.name) {
            guard element.name == "g" else {
                note(.outsideLayers, at: element.address)
                continue
            }
            guard let label = element.label, let layer = FaceLayer(rawValue: element.id.flatMap(FaceLayer.init)?.rawValue ?? label) else {
                note(.layerUnknown, at: element.label ?? element.address)
                continue
            }
            guard let id = element.id else {
                note(.withoutID, at: label)
                continue
            }
            if face.layers.updateValue(id, forKey: layer) != nil { note(.layerTwice, at: id) }
            if layer == .fields { face.isBack = element.attributes["class"]?.split(separator: " ").contains("back") == true }
        }
        if face.layers[.fields] == nil { note(.layerMissing(.fields)) }
    }

    private mutating func readBoxes() {
        for (index, element) in elements.enumerated() where layer(of: element) == .fields && !["desc", "title", "g"].contains(element.name) {
            guard let label = element.label else {
                note(.boxUnknown(nearest: nil), at: element.address)
                continue
            }
            guard let field = element.id.flatMap(FaceField.init) ?? FaceField(rawValue: label) else {
                note(.boxUnknown(nearest: FaceField.nearest(to: label)), at: label)
                continue
            }
            guard let id = element.id else {
                note(.withoutID, at: label)
                continue
            }
            guard element.name == "rect", let box = box(field, element, id: id, index: index) else {
                note(.boxNotRectangle, at: id)
                continue
            }
            if face.boxes.updateValue(box, forKey: field) != nil { note(.boxTwice(field), at: id) }
        }
        for field in face.required where face.boxes[field] == nil { note(.boxMissing(field)) }
        readPlaces()
    }

    /// A box's place and how its text is set.
    private mutating func box(_ field: FaceField, _ element: SVGElement, id: String, index: Int) -> FaceBox? {
        guard let place = face.drawing.place(of: id), place.width > 0, place.height > 0 else { return nil }
        let size = length("data-size", of: element) ?? max(Self.leastEm, place.height / Self.lineHeight)
        var box = FaceBox(
            field: field, id: id, x: place.x, y: place.y, width: place.width, height: place.height, size: size,
            least: length("data-least", of: element) ?? min(size, max(Self.leastEm, size * 0.6)))
        if let text = element.attributes["data-lines"] {
            if let lines = Int(text), 1...9 ~= lines { box.lines = lines } else { note(.valueUnknown(attribute: "data-lines", value: text), at: id) }
        }
        for word in element.attributes["class"]?.split(separator: " ").map(String.init) ?? [] {
            switch word {
            case "bold": box.isBold = true
            case "white": box.isWhite = true
            case "top": box.isAtTop = true
            default:
                if let alignment = FaceBox.Alignment(rawValue: word) {
                    box.alignment = alignment
                } else {
                    note(.valueUnknown(attribute: "class", value: word), at: id)
                }
            }
        }
        for child in elements where child.name == "desc" && child.ancestors.last == index {
            box.words.append((child.attributes["xml:lang"] ?? "", child.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
        }
        if field.isWordedByFace, !box.words.contains(where: { !$0.text.isEmpty }) { note(.wordsMissing, at: id) }
        if field.isText { readRoom(of: box) }
        return box
    }

    private mutating func length(_ name: String, of element: SVGElement) -> Double? {
        guard let text = element.attributes[name] else { return nil }
        if let length = Double(text), length > 0, length < CardResolution.cardHeight { return length }
        note(.valueUnknown(attribute: name, value: text), at: element.address)
        return nil
    }

    /// Whether the smallest letters have room, and are large enough.
    private mutating func readRoom(of box: FaceBox) {
        if box.least < Self.leastEm - 0.005 { note(.sizeTooSmall(box.least), at: box.id) }
        let height = box.least * Self.lineHeight
        let width = box.least * 4
        if box.height < height - 0.01 || box.width < width - 0.01 {
            note(.textBoxTooSmall(width: max(width, box.width), height: max(height, box.height)), at: box.id)
        }
    }

    private mutating func readPlaces() {
        let boxes = face.boxes.values.sorted { ($0.y, $0.x, $0.id) < ($1.y, $1.x, $1.id) }
        for (index, box) in boxes.enumerated() {
            if box.x < -Self.slack || box.y < -Self.slack || box.x + box.width > CardResolution.cardWidth + Self.slack
                || box.y + box.height > CardResolution.cardHeight + Self.slack
            {
                note(.boxOffCard, at: box.id)
            }
            for other in boxes[(index + 1)...] where box.overlaps(other) { note(.boxesOverlap(other.id), at: box.id) }
        }
    }

    /// What librsvg leaves out or reads from elsewhere.
    private mutating func readForbidden() {
        for element in elements {
            switch element.name {
            case "flowRoot", "flowPara", "flowRegion": note(.flowedText, at: element.address)
            case "text" where element.property("shape-inside") != nil || element.property("inline-size") != nil: note(.flowedText, at: element.address)
            case "text" where element.attributes["textLength"] != nil: note(.textLength, at: element.address)
            case "text": note(.liveText, at: element.address)
            case "tspan", "textPath": if element.attributes["textLength"] != nil { note(.textLength, at: element.address) }
            default: break
            }
            for name in ["href", "xlink:href"] {
                guard let target = element.attributes[name], element.name != "a", !target.hasPrefix("#"), !target.hasPrefix("data:") else { continue }
                note(.externalFile(String(target.prefix(80))), at: element.address)
            }
            if element.name == "style", element.text.contains("@import") { note(.externalFile("@import"), at: element.address) }
        }
    }

    /// The layer an element stands in.
    private func layer(of element: SVGElement) -> FaceLayer? {
        guard element.ancestors.count > 1 else { return nil }
        let outermost = elements[element.ancestors[1]]
        return face.layers.first { $0.value == outermost.id }?.key
    }
}

extension FaceBox {
    fileprivate func overlaps(_ other: FaceBox) -> Bool {
        let slack = 0.05
        return x < other.x + other.width - slack && other.x < x + width - slack && y < other.y + other.height - slack && other.y < y + height - slack
    }
}

extension FaceField {
    /// The field whose id needs the fewest letters changed, if that is one or two.
    fileprivate static func nearest(to name: String) -> FaceField? {
        let ranked = allCases.map { (field: $0, distance: EditDistance.between(Array($0.rawValue), Array(name.lowercased()))) }
        return ranked.min { $0.distance < $1.distance }.flatMap { $0.distance <= 2 ? $0.field : nil }
    }
}
