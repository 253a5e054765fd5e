import CPangoCairo

/// The font files cards are set in, and no others: the same pixels on every machine, whatever is installed or configured there.
public struct PinnedFonts: Sendable, Hashable {
    /// One file and the Debian package that brings it.
    public struct File: Sendable, Hashable {
        /// Where it lies.
        public let path: String
        /// The package that brings it.
        public let package: String

        /// A file of a package.
        public init(path: String, package: String) {
            self.path = path
            self.package = package
        }
    }

    /// The files, in no particular order.
    public let files: [File]

    /// A set of font files.
    public init(files: [File]) {
        self.files = files
    }

    /// Noto Sans, Noto Sans Arabic and Noto Sans CJK, regular and bold, where Debian puts them.
    public static let debian = PinnedFonts(
        files: ["NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold"].map {
            File(path: "/usr/share/fonts/truetype/noto/\($0).ttf", package: "fonts-noto-core")
        }
            + ["NotoSansCJK-Regular", "NotoSansCJK-Bold"].map {
                File(path: "/usr/share/fonts/opentype/noto/\($0).ttc", package: "fonts-noto-cjk")
            })

    /// A font map that knows these files only. The caller owns it.
    func makeFontMap() throws(CardFault) -> UnsafeMutablePointer<PangoFontMap> {
        guard let config = FcConfigCreate() else { throw .drawingFailed("no memory for fonts") }
        defer { FcConfigDestroy(config) }
        for file in files {
            guard FcConfigAppFontAddFile(config, file.path) != 0 else { throw .fontMissing(path: file.path, package: file.package) }
        }
        guard FcConfigBuildFonts(config) != 0, let fontMap = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw .drawingFailed("Pango has no FreeType fonts")
        }
        pango_fc_font_map_set_config(OpaquePointer(fontMap), config)
        return fontMap
    }
}
