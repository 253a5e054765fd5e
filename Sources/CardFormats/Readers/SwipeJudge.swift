/// From the texts of a swipe's tracks to what the swipe brought.
///
/// In this order: a length beyond its field is a fault; any readable track of a card to refuse refuses it; an own number on
/// a readable track is the answer, even with another track torn; a torn track asks for another swipe; so does a card without data; what is left is a
/// foreign card.
struct SwipeJudge {
    let rule: CardRule

    /// Card encode type 1, the AAMVA layout. Sources: MagTek 99875191 and ID TECH MiniMag II, “Card encode type”, which agree on 0 and 1 only: 3 is “blank”
    /// for the one and “other” for the other, so that a card is blank only where every length is zero.
    static let licenceEncoding = 1

    private struct Track {
        let number: TrackNumber
        /// The text with its sentinels, within the report.
        let text: Range<Int>
        let verdict: CardVerdict
    }

    /// `isLicence` says that the reader has found the encoding of driving licences.
    func judge(_ places: [TrackPlace], in report: Span<UInt8>, isLicence: Bool) -> SwipeResult {
        var tracks: [Track] = []
        var torn: [TrackNumber] = []
        for place in places {
            guard place.length >= 0, place.length <= place.room, place.start + place.room <= report.count else {
                return .fault(.trackLength(place.number, said: place.length, field: place.room))
            }
            if place.isTorn {
                torn.append(place.number)
            } else if place.length > 0 {
                if let (verdict, count) = read(report.extracting(place.start..<place.start + place.length), place.number) {
                    tracks.append(Track(number: place.number, text: place.start..<place.start + count, verdict: verdict))
                } else {
                    torn.append(place.number)
                }
            }
        }
        return result(tracks, torn, report, isLicence: isLicence)
    }

    /// The same for tracks that are bits as they stand on the stripe.
    func judgeRaw(_ places: [TrackPlace], in report: Span<UInt8>) -> SwipeResult {
        var text = SensitiveBytes(capacity: TrackNumber.allCases.reduce(0) { $0 + $1.format.capacity })
        var decoded: [TrackPlace] = []
        for place in places {
            guard place.length >= 0, place.length <= place.room, place.start + place.room <= report.count else {
                return .fault(.trackLength(place.number, said: place.length, field: place.room))
            }
            guard place.isTorn || place.length > 0 else { continue }
            let start = text.count
            var isTorn = place.isTorn
            do throws(RawTrackFlaw) {
                if !isTorn { try RawTrack.read(report.extracting(place.start..<place.start + place.length), on: place.number, into: &text) }
            } catch {
                isTorn = true
            }
            let length = text.count - start
            decoded.append(TrackPlace(number: place.number, isTorn: isTorn, start: start, length: length, room: length))
        }
        return text.withSpan { judge(decoded, in: $0, isLicence: false) }
    }

    private func result(_ tracks: [Track], _ torn: [TrackNumber], _ report: Span<UInt8>, isLicence: Bool) -> SwipeResult {
        let refusals = tracks.compactMap { if case .refused(let reason) = $0.verdict { reason } else { nil } }
        if let reason = refusals.first(where: { $0 == .licence }) ?? refusals.first { return .refused(reason) }
        let numbers = ownNumbers(tracks)
        if numbers.isEmpty, !tracks.isEmpty, isLicence { return .refused(.licence) }
        if Set(numbers).count > 1 { return .fault(.tracksDisagree) }
        if let number = numbers.first {
            return .ok(CardReading(tracks: texts(tracks, report, masked: false), number: number, foreignNumber: nil, unreadable: torn))
        }
        if !torn.isEmpty { return .retry(.unreadable(torn)) }
        if tracks.isEmpty { return .retry(.blank) }
        let foreign = tracks.lazy.compactMap { if case .foreign(let masked) = $0.verdict { masked } else { nil } }.first
        return .ok(CardReading(tracks: texts(tracks, report, masked: true), number: nil, foreignNumber: foreign, unreadable: []))
    }

    /// The own numbers that count: those of the programme's ranges where there are any, else all that are own by layout.
    private func ownNumbers(_ tracks: [Track]) -> [String] {
        let numbers = tracks.compactMap { if case .own(let number) = $0.verdict { number } else { nil } }
        let inRange = numbers.filter { number in
            let bytes = Array(number.utf8)
            return rule.ranges.contains(DigitRun(from: 0, in: bytes.span, grouped: false), in: bytes.span)
        }
        return inRange.isEmpty ? numbers : inRange
    }

    /// nil for a track that is not readable; else the verdict and the text without its LRC.
    private func read(_ text: Span<UInt8>, _ track: TrackNumber) -> (verdict: CardVerdict, count: Int)? {
        guard let data = try? TrackText.data(of: text, on: track) else { return nil }
        let isJapanese = text[0] == TrackText.japanese
        let verdict = rule.verdict(on: text.extracting(data), track: isJapanese ? nil : track)
        let isOwn = if case .own = verdict { true } else { false }
        return (!isOwn && TrackText.isLicence(start: text[0], on: track) ? .refused(.licence) : verdict, data.upperBound + 1)
    }

    private func texts(_ tracks: [Track], _ report: Span<UInt8>, masked: Bool) -> [TrackNumber: String] {
        var texts: [TrackNumber: String] = [:]
        for track in tracks { texts[track.number] = text(report.extracting(track.text), masked: masked) }
        return texts
    }

    /// The characters as they stand, or with every number of more than four digits masked.
    private func text(_ bytes: Span<UInt8>, masked: Bool) -> String {
        var text = ""
        var index = 0
        while index < bytes.count {
            let run = DigitRun(from: index, in: bytes, grouped: false)
            if masked, run.count > Digits.shown {
                text += run.masked(in: bytes)
                index = run.end
            } else {
                text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
                index += 1
            }
        }
        return text
    }
}
