import Foundation
import FoundationXML

/// Reads the elements of an SVG file in order. Entities from other files are not followed.
final class SVGScanner: NSObject, XMLParserDelegate {
    private var elements: [SVGElement] = []
    private var open: [Int] = []

    /// The elements, the outermost first; a file that is not well-formed XML is a fault with its line.
    static func elements(of bytes: [UInt8]) throws(FaceFault) -> [SVGElement] {
        let scanner = SVGScanner()
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = scanner
        // On Linux a parser that stopped at an error says true all the same.
        guard parser.parse(), parser.parserError == nil else { throw FaceFault(.notXML(line: max(1, parser.lineNumber))) }
        guard scanner.elements.first?.name == "svg" else { throw FaceFault(.notSVG("the outermost element is not <svg>")) }
        return scanner.elements
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        elements.append(SVGElement(name: local, attributes: attributes, ancestors: open, line: parser.lineNumber))
        open.append(elements.count - 1)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }
}
