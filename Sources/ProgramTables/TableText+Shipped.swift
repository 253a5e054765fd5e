public import TableReading

extension TableText {
    /// A text inside the binary, by its file name without `.yaml`; nil when there is none of that name.
    public static func shipped(_ name: String) -> TableText? {
        guard let bytes = embedded[name] else { return nil }
        return TableText(name: "\(name).yaml", text: String(decoding: bytes, as: UTF8.self))
    }

    /// The files of `Tables`, as the package manager embeds them.
    static let embedded: [String: [UInt8]] = [
        "km": PackageResources.km_yaml,
        "sh": PackageResources.sh_yaml,
        "sh.example": PackageResources.sh_example_yaml,
        "ti": PackageResources.ti_yaml,
        "ti.example": PackageResources.ti_example_yaml,
        "cl": PackageResources.cl_yaml,
        "cl.example": PackageResources.cl_example_yaml,
        "sa": PackageResources.sa_yaml,
        "sa.example": PackageResources.sa_example_yaml,
        "ci": PackageResources.ci_yaml,
        "gy": PackageResources.gy_yaml,
        "lb": PackageResources.lb_yaml,
        "lb.example": PackageResources.lb_example_yaml,
    ]
}
