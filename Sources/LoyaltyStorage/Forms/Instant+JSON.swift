public import CanonicalJSON
public import LoyaltyModel

extension JSONText {
    /// A field with a moment, in the letters of its description.
    public mutating func field(_ name: StaticString, _ instant: Instant) {
        let (day, seconds, milliseconds) = instant.parts
        let (year, month, dayOfMonth) = day.gregorian
        guard milliseconds == 0, (0...9999).contains(year) else { return field(name, instant.description) }
        self.name(name)
        raw("\"")
        raw(year, month, dayOfMonth)
        raw("T")
        raw(digits: seconds / 3600, count: 2)
        raw(":")
        raw(digits: seconds / 60 % 60, count: 2)
        raw(":")
        raw(digits: seconds % 60, count: 2)
        raw("Z\"")
    }

    /// A field with a moment; none without one.
    public mutating func field(_ name: StaticString, _ instant: Instant?) {
        if let instant { field(name, instant) }
    }

    /// A day, in the letters of its description.
    mutating func write(_ day: Day) {
        let (year, month, dayOfMonth) = day.gregorian
        guard (0...9999).contains(year) else { return write(day.description) }
        raw("\"")
        raw(year, month, dayOfMonth)
        raw("\"")
    }

    private mutating func raw(_ year: Int, _ month: Int, _ day: Int) {
        raw(digits: year, count: 4)
        raw("-")
        raw(digits: month, count: 2)
        raw("-")
        raw(digits: day, count: 2)
    }
}
