import CardArtwork

/// A face written by hand, whole unless a test takes something away.
struct FaceText {
    var page = #"width="85.6mm" height="53.98mm" viewBox="0 0 85.6 53.98""#
    var art = ""
    var paper = ""
    var ink = #"<path d="M1,1H84" stroke="black" stroke-width=".25"/>"#
    var outside = ""
    var boxes: [String: String] = [
        "tier": #"<rect id="tier" x="5" y="4" width="40" height="7" data-size="4" class="bold"/>"#,
        "name": #"<rect id="name" x="5" y="20" width="50" height="9" data-size="5.5" data-least="3" data-lines="2"/>"#,
        "number": #"<rect id="number" x="5" y="30" width="50" height="6" data-size="4.4" data-least="2.6"/>"#,
        "qr": #"<rect id="qr" x="60" y="19" width="22" height="22"/>"#,
        "code128": #"<rect id="code128" x="4" y="42" width="77" height="9"/>"#,
    ]

    var face: CardFace {
        let text = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:xlink="http://www.w3.org/1999/xlink" \(page)>
            <g id="art">\(art)</g><g id="paper">\(paper)</g><g id="ink">\(ink)</g>
            <g id="fields" fill="none">\(boxes.sorted { $0.key < $1.key }.map(\.value).joined())</g>\(outside)
            </svg>
            """
        return CardFace(name: "test.svg", bytes: Array(text.utf8))
    }

    /// The face with one box changed, or left out for nil.
    func with(_ box: String, _ text: String?) -> FaceText {
        var other = self
        other.boxes[box] = text
        return other
    }
}
