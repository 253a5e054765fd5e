public import CanonicalJSON
public import LoyaltyModel

extension Currency: JSONWritable {
    /// Writes the code and its decimals.
    public func write(to json: inout JSONText) {
        json.raw(#"{"code":"#)
        json.write(code)
        json.raw(#","minor_digits":"#)
        json.write(minorDigits)
        json.raw("}")
    }
}
