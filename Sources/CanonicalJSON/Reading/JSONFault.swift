/// Why a text is no JSON.
enum JSONFault: Error {
    case tooLong, notUTF8, tooDeep, unfinished, unexpected, wrongNumber, wrongWord, wrongEscape, controlCharacter, more

    var words: String {
        switch self {
        case .tooLong: "the text is too long"
        case .notUTF8: "the text is not valid UTF-8"
        case .tooDeep: "lists and objects stand more than \(JSON.deepest) deep in each other"
        case .unfinished: "the text ends before its value does"
        case .unexpected: "a character stands where none of its kind belongs"
        case .wrongNumber: "a number is not written as JSON writes numbers"
        case .wrongWord: "a word stands there that is not true, false or null"
        case .wrongEscape: "a backslash in a text is followed by what JSON does not know"
        case .controlCharacter: "a control character stands in a text"
        case .more: "something stands behind the end of the value"
        }
    }
}
