/// One family of devices as its sheet in `hardware/` has it: what is known, who says so, and what is not known.
public struct DeviceSheet: Sendable, Hashable {
    /// Something known of the family, or known to be unknown.
    public struct Fact: Sendable, Hashable {
        /// What it is about.
        public let name: String
        /// What is known; nil where the sheet says `unknown`.
        public let value: String?
        /// Who says so; nil where nobody needs to.
        public let source: String?
    }

    /// Where it stands, from the top of the repository: `hardware/magtek.yaml`; an owner's sheet by its path.
    public let path: String
    /// The family, in English.
    public let family: String
    /// Its devices, makers and class, in the sheet's order.
    public let rows: [DeviceRow]
    /// What the family can do with MemberLane, one thing a line.
    public let can: [String]
    /// What it cannot.
    public let cannot: [String]
    /// What is known of it.
    public let facts: [Fact]
}
